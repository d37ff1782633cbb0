/* Zips by libzip: every file in them is of the first day that a zip can say. */
#include "parcel.h"

#include <stdlib.h>

#include <zip.h>

#include "casebook/base/lazy.h"

enum { FIRST_TIME = 0, FIRST_DATE = 1 << 5 | 1 }; /* 1980-01-01 00:00 */

/* The functions of libzip, which is loaded for whoever wants a zip. */
struct libzip {
	__typeof__(&zip_close) close;
	__typeof__(&zip_discard) discard;
	__typeof__(&zip_error_fini) error_fini;
	__typeof__(&zip_error_init) error_init;
	__typeof__(&zip_error_strerror) error_strerror;
	__typeof__(&zip_file_add) file_add;
	__typeof__(&zip_file_set_dostime) file_set_dostime;
	__typeof__(&zip_open_from_source) open_from_source;
	__typeof__(&zip_source_buffer) source_buffer;
	__typeof__(&zip_source_buffer_create) source_buffer_create;
	__typeof__(&zip_source_close) source_close;
	__typeof__(&zip_source_error) source_error;
	__typeof__(&zip_source_free) source_free;
	__typeof__(&zip_source_keep) source_keep;
	__typeof__(&zip_source_open) source_open;
	__typeof__(&zip_source_read) source_read;
	__typeof__(&zip_strerror) strerror;
};

struct parcel {
	struct libzip zip;
	const char *path;
	struct diagnostics *diagnostics;
	zip_source_t *bytes; /* the archive as it will be; NULL: none */
	zip_t *archive;	     /* NULL: closed */
};

static int
fail(const struct parcel *parcel, const char *what)
{
	diagnose(parcel->diagnostics, DIAGNOSTIC_OUTPUT,
		 (struct place){.file = parcel->path},
		 "cannot make the zip: %s", what);
	return -1;
}

static int
load(struct libzip *zip)
{
	const struct lazy_function functions[] = {
		{"zip_close", &zip->close},
		{"zip_discard", &zip->discard},
		{"zip_error_fini", &zip->error_fini},
		{"zip_error_init", &zip->error_init},
		{"zip_error_strerror", &zip->error_strerror},
		{"zip_file_add", &zip->file_add},
		{"zip_file_set_dostime", &zip->file_set_dostime},
		{"zip_open_from_source", &zip->open_from_source},
		{"zip_source_buffer", &zip->source_buffer},
		{"zip_source_buffer_create", &zip->source_buffer_create},
		{"zip_source_close", &zip->source_close},
		{"zip_source_error", &zip->source_error},
		{"zip_source_free", &zip->source_free},
		{"zip_source_keep", &zip->source_keep},
		{"zip_source_open", &zip->source_open},
		{"zip_source_read", &zip->source_read},
		{"zip_strerror", &zip->strerror},
	};

	return lazy_load("libzip", functions,
			 sizeof(functions) / sizeof(*functions));
}

static int
begin(struct parcel *parcel)
{
	const struct libzip *zip = &parcel->zip;
	zip_error_t error;

	zip->error_init(&error);
	parcel->bytes = zip->source_buffer_create(NULL, 0, 0, &error);
	if (parcel->bytes)
		parcel->archive = zip->open_from_source(parcel->bytes,
							ZIP_TRUNCATE, &error);
	if (parcel->archive)
		zip->source_keep(parcel->bytes);
	else
		fail(parcel, zip->error_strerror(&error));
	zip->error_fini(&error);
	return parcel->archive ? 0 : -1;
}

struct parcel *
parcel_new(const char *path, struct diagnostics *diagnostics)
{
	struct parcel *parcel = memory_new(1, sizeof(*parcel));

	*parcel = (struct parcel){.path = path, .diagnostics = diagnostics};
	if (load(&parcel->zip) == -1)
		fail(parcel, "libzip cannot be loaded");
	else if (begin(parcel) == 0)
		return parcel;
	parcel_free(parcel);
	return NULL;
}

int
parcel_add(struct parcel *parcel, const char *name, struct text text)
{
	zip_source_t *source = parcel->zip.source_buffer(
		parcel->archive, text.bytes, text.len, 0);
	zip_int64_t i = -1;

	if (source)
		i = parcel->zip.file_add(parcel->archive, name, source,
					 ZIP_FL_ENC_UTF_8);
	if (i < 0 && source)
		parcel->zip.source_free(source);
	if (i < 0 ||
	    parcel->zip.file_set_dostime(parcel->archive, (zip_uint64_t)i,
					 FIRST_TIME, FIRST_DATE, 0) < 0)
		return fail(parcel, parcel->zip.strerror(parcel->archive));
	return 0;
}

/* Packs all that was added. */
static int
pack(struct parcel *parcel)
{
	if (parcel->zip.close(parcel->archive) < 0)
		return fail(parcel, parcel->zip.strerror(parcel->archive));
	parcel->archive = NULL;
	if (parcel->zip.source_open(parcel->bytes) < 0)
		return fail(parcel,
			    parcel->zip.error_strerror(
				    parcel->zip.source_error(parcel->bytes)));
	return 0;
}

int
parcel_write(struct parcel *parcel, FILE *stream)
{
	char bytes[BUFSIZ];
	zip_int64_t n;

	if (pack(parcel) == -1)
		return -1;
	while ((n = parcel->zip.source_read(parcel->bytes, bytes,
					    sizeof(bytes))) > 0)
		fwrite(bytes, 1, (size_t)n, stream);
	parcel->zip.source_close(parcel->bytes);
	return n < 0 ? fail(parcel, "what was packed cannot be read") : 0;
}

void
parcel_free(struct parcel *parcel)
{
	if (!parcel)
		return;
	if (parcel->archive)
		parcel->zip.discard(parcel->archive);
	if (parcel->bytes)
		parcel->zip.source_free(parcel->bytes);
	free(parcel);
}
