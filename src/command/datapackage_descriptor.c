/*
 * datapackage.json, by the profiles of Data Package 2.0: what each file holds,
 * made from the comments of the views. Types are those of the columns; a key is
 * a primary key; `project` and `source` refer to the files that list them,
 * where these are in the package; a closed list gives categories. `unit`,
 * `origin` and `personal` are properties of our own, as the standard allows.
 */
#include "casebook/ask/view.h"
#include "casebook/base/memory.h"
#include "casebook/output/json.h"
#include "casebook/output/redact.h"
#include "casebook/store/query.h"
#include "datapackage_parts.h"
#include "rows.h"

#define PROFILES "https://datapackage.org/profiles/2.0/"

/* Of a date of ISO 8601 that may be a year, or a year and a month. */
static const char date_pattern[] = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

/* The views of which a row is named by one column: others refer to them. */
static const struct {
	const char *column, *view;
} references[] = {
	{"project", "projects"},
	{"source", "sources"},
};

enum { N_REFERENCES = sizeof(references) / sizeof(references[0]) };

/* Two remarks of one kind can be made at one place. */
static bool
is_key_unique(const struct schema_view *view)
{
	return !text_is(view->name, "diagnostics");
}

/* A correction outlives its project. */
static bool
are_references_kept(const struct schema_view *view)
{
	return !text_is(view->name, "corrections");
}

static void
put_texts(struct json *json, const char *name, const struct text *texts,
	  size_t n)
{
	json_key(json, text_of(name));
	if (n == 0) {
		json_empty_array(json);
		return;
	}
	json_open_array(json);
	for (size_t i = 0; i < n; i++)
		json_text(json, texts[i]);
	json_close_array(json);
}

static void
put_one_text(struct json *json, const char *name, const char *text)
{
	const struct text texts[] = {text_of(text)};

	put_texts(json, name, texts, 1);
}

static const char *
field_type_of(enum schema_type type)
{
	static const char *const names[] = {
		[SCHEMA_TEXT] = "string",      [SCHEMA_INTEGER] = "integer",
		[SCHEMA_NUMBER] = "number",    [SCHEMA_GRADE] = "number",
		[SCHEMA_BOOLEAN] = "boolean",  [SCHEMA_DATE] = "string",
		[SCHEMA_INSTANT] = "datetime",
	};

	return names[type];
}

static void
put_limits(struct json *json, const struct schema_column *column)
{
	if (column->type == SCHEMA_INTEGER || column->type == SCHEMA_GRADE) {
		json_key(json, TEXT("minimum"));
		json_integer(json, column->type == SCHEMA_GRADE);
	}
	if (column->type == SCHEMA_GRADE) {
		json_key(json, TEXT("maximum"));
		json_integer(json, 10);
	}
	if (column->type == SCHEMA_DATE)
		json_member(json, "pattern", text_of(date_pattern));
}

static void
put_constraints(struct json *json, const struct schema_column *column)
{
	if (!column->key && !column->n_values &&
	    column->type != SCHEMA_INTEGER && column->type != SCHEMA_GRADE &&
	    column->type != SCHEMA_DATE)
		return;
	json_key(json, TEXT("constraints"));
	json_open_object(json);
	if (column->key) {
		json_key(json, TEXT("required"));
		json_bool(json, true);
	}
	if (column->n_values)
		put_texts(json, "enum", column->values, column->n_values);
	put_limits(json, column);
	json_close_object(json);
}

static void
put_categories(struct json *json, const struct schema_column *column)
{
	if (!column->n_values)
		return;
	put_texts(json, "categories", column->values, column->n_values);
	json_key(json, TEXT("categoriesOrdered"));
	json_bool(json, column->ordered);
}

/* What the standard has no word for. */
static void
put_own(struct json *json, const struct schema_column *column)
{
	if (column->unit.len)
		json_member(json, "unit", column->unit);
	if (column->origin.len)
		json_member(json, "origin", column->origin);
	if (column->personal.len)
		json_member(json, "personal", column->personal);
}

static void
put_field(struct json *json, const struct schema_column *column)
{
	json_open_object(json);
	json_member(json, "name", column->name);
	json_member(json, "type", text_of(field_type_of(column->type)));
	json_member(json, "description", column->meaning);
	if (column->type == SCHEMA_BOOLEAN) {
		put_one_text(json, "trueValues", "1");
		put_one_text(json, "falseValues", "0");
	}
	/* In a key the empty text is a value. */
	if (column->key && column->type == SCHEMA_TEXT)
		put_texts(json, "missingValues", NULL, 0);
	put_constraints(json, column);
	put_categories(json, column);
	put_own(json, column);
	json_close_object(json);
}

static void
put_primary_key(struct json *json, const struct package_file *file)
{
	const struct schema_column *column;

	if (!is_key_unique(file->view))
		return;
	json_key(json, TEXT("primaryKey"));
	json_open_array(json);
	for (size_t i = 0; (column = package_column(file, i)); i++)
		if (column->key)
			json_text(json, column->name);
	json_close_array(json);
}

static bool
has_view(const struct package *package, const char *name)
{
	for (size_t i = 0; i < package->n_files; i++)
		if (text_is(package->files[i].view->name, name))
			return true;
	return false;
}

static void
put_reference(struct json *json, const char *column, const char *view)
{
	json_open_object(json);
	put_one_text(json, "fields", column);
	json_key(json, TEXT("reference"));
	json_open_object(json);
	json_member(json, "resource", text_of(view));
	put_one_text(json, "fields", column);
	json_close_object(json);
	json_close_object(json);
}

static void
put_foreign_keys(struct json *json, const struct package *package,
		 const struct schema_view *view)
{
	bool opened = false;

	for (size_t i = 0; i < N_REFERENCES && are_references_kept(view); i++) {
		if (text_is(view->name, references[i].view) ||
		    !view_has_column(view, references[i].column) ||
		    !has_view(package, references[i].view))
			continue;
		if (!opened) {
			json_key(json, TEXT("foreignKeys"));
			json_open_array(json);
		}
		opened = true;
		put_reference(json, references[i].column, references[i].view);
	}
	if (opened)
		json_close_array(json);
}

static void
put_schema(struct json *json, const struct package *package,
	   const struct package_file *file)
{
	const struct schema_column *column;

	json_key(json, TEXT("schema"));
	json_open_object(json);
	json_member(json, "$schema", TEXT(PROFILES "tableschema.json"));
	json_key(json, TEXT("fields"));
	json_open_array(json);
	for (size_t i = 0; (column = package_column(file, i)); i++)
		put_field(json, column);
	json_close_array(json);
	put_one_text(json, "missingValues", "");
	put_primary_key(json, file);
	put_foreign_keys(json, package, file->view);
	json_close_object(json);
}

static void
put_resource(struct json *json, const struct package *package,
	     const struct package_file *file)
{
	struct buffer text = {NULL, 0, 0};

	json_open_object(json);
	json_member(json, "$schema", TEXT(PROFILES "dataresource.json"));
	json_member(json, "name", file->view->name);
	buffer_format(&text, "%.*s.csv", TEXT_ARG(file->view->name));
	json_member(json, "path", buffer_text(&text));
	json_member(json, "type", TEXT("table"));
	json_member(json, "description", file->view->meaning);
	json_member(json, "format", TEXT("csv"));
	json_member(json, "mediatype", TEXT("text/csv"));
	json_member(json, "encoding", TEXT("utf-8"));
	json_key(json, TEXT("bytes"));
	json_integer(json, (int64_t)file->len);
	buffer_clear(&text);
	buffer_format(&text, "sha256:%s",
		      hash_of((struct text){file->csv, file->len}).digits);
	json_member(json, "hash", buffer_text(&text));
	put_schema(json, package, file);
	json_close_object(json);
	buffer_release(&text);
}

static void
put_clean(struct json *json, const char *name, struct text text,
	  struct redaction *redaction)
{
	struct buffer room = {NULL, 0, 0};

	json_member(json, name, redact(redaction, text, &room));
	buffer_release(&room);
}

/* Who published it, and when, are properties of our own too. */
static void
put_source(struct json *json, struct query *query, struct redaction *redaction)
{
	struct text title = rows_text(query, "title");
	struct text publisher = rows_text(query, "publisher");
	struct text published = rows_text(query, "published");

	json_open_object(json);
	put_clean(json, "title", title.len ? title : rows_text(query, "source"),
		  redaction);
	put_clean(json, "source", rows_text(query, "source"), redaction);
	if (publisher.len)
		put_clean(json, "publisher", publisher, redaction);
	if (published.len)
		json_member(json, "published", published);
	json_member(json, "sha256", rows_text(query, "sha256"));
	json_close_object(json);
}

static int
put_sources(struct json *json, const struct package *package)
{
	struct session *session = package->session;
	struct query *query = view_rows(
		schema_find(package->schema, TEXT("sources")),
		session->options.filter, session->store, &session->diagnostics);
	bool opened = false;
	int step = -1;

	json_key(json, TEXT("sources"));
	while (query && (step = query_step(query)) == 1) {
		if (!opened)
			json_open_array(json);
		opened = true;
		put_source(json, query, session->redaction);
	}
	if (opened)
		json_close_array(json);
	else
		json_empty_array(json);
	query_free(query);
	return step;
}

/* No licence is known; the README tells what holds. */
static void
put_licenses(struct json *json)
{
	json_key(json, TEXT("licenses"));
	json_open_array(json);
	json_open_object(json);
	json_member(json, "name", TEXT("notspecified"));
	json_member(json, "path", TEXT("README.md"));
	json_member(json, "title", package_rights());
	json_close_object(json);
	json_close_array(json);
}

static void
put_description(struct json *json, const struct package *package)
{
	struct buffer told = {NULL, 0, 0};
	struct text redacted = package_redacted(package);

	buffer_add(&told, package_description());
	if (redacted.len)
		buffer_add_string(&told, "\n\n");
	buffer_add(&told, redacted);
	json_member(json, "description", buffer_text(&told));
	buffer_release(&told);
}

int
package_print_descriptor(const struct package *package, FILE *stream)
{
	struct json *json = json_new(stream, JSON_INDENTED);
	int result;

	json_open_object(json);
	json_member(json, "$schema", TEXT(PROFILES "datapackage.json"));
	json_member(json, "name", TEXT("casebook"));
	json_member(json, "title", package_title());
	put_description(json, package);
	if (package->created)
		json_member(json, "created", text_of(package->created));
	put_licenses(json);
	result = put_sources(json, package);
	json_key(json, TEXT("resources"));
	json_open_array(json);
	for (size_t i = 0; i < package->n_files; i++)
		put_resource(json, package, &package->files[i]);
	json_close_array(json);
	json_close_object(json);
	json_free(json);
	return result;
}
