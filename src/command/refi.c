/* The file for other programs for qualitative analysis: which, and where. */
#include "refi.h"

#include <strings.h>

#include "casebook/base/file.h"
#include "refi_maker.h"

static bool
ends_in(struct text name, struct text extension)
{
	return name.len > extension.len &&
	       strncasecmp(name.bytes + name.len - extension.len,
			   extension.bytes, extension.len) == 0;
}

static bool
is_codebook(const struct session *session)
{
	return ends_in(text_of(session->options.output), TEXT(".qdc"));
}

/* Returns 0, or -1 after a message of usage. */
static int
check_usage(struct session *session)
{
	const char *output = session->options.output;

	if (session->arguments.n) {
		session_refuse(session, "refi-qda holds all views at once; not",
			       session->arguments.items[0],
			       "; leave the view out");
		return -1;
	}
	if (output &&
	    (ends_in(text_of(output), TEXT(".qdpx")) || is_codebook(session)))
		return 0;
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = output},
		 "refi-qda needs a file: -o FILE.qdpx, or -o FILE.qdc for the "
		 "codebook alone");
	return -1;
}

static int
write_file(struct refi_maker *maker, FILE *stream)
{
	struct session *session = maker->session;
	const char *path = session->options.output;

	return is_codebook(session)
		       ? refi_write_codebook(&maker->project, stream, path,
					     &session->diagnostics)
		       : refi_write_project(&maker->project, stream, path,
					    &session->diagnostics);
}

static void
write_output(struct refi_maker *maker)
{
	struct session *session = maker->session;
	struct file_output output;

	if (file_output_open(&output, session->options.output,
			     &session->diagnostics) == -1)
		return;
	if (write_file(maker, output.stream) == -1)
		file_output_discard(&output);
	else
		file_output_publish(&output, &session->diagnostics);
}

/* A codebook is the page, and no project. */
static int
make_project(struct refi_maker *maker)
{
	struct session *session = maker->session;

	maker->project.name = file_stem(session->options.output);
	if (refi_read_codes(maker) == -1)
		return -1;
	if (is_codebook(session))
		return 0;
	return refi_read_casebook(maker);
}

void
refi_export(struct session *session)
{
	struct refi_maker maker;

	if (check_usage(session) == -1)
		return;
	refi_maker_init(&maker, session);
	if (make_project(&maker) == 0)
		write_output(&maker);
	refi_maker_release(&maker);
}
