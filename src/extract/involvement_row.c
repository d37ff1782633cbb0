/*
 * The items of a list as rows of a role: repaired, resolved, none twice, with
 * the kind of the organisation.
 */
#include "cue_find.h"
#include "involvement.h"

#include <string.h>

#include "alias.h"

#include "casebook/text/fold.h"

static bool
is_known(struct involving *involving, struct text organisation)
{
	struct arena *scratch = arena_new();
	struct text letters =
		alias_compared(involving->rules, scratch, organisation);
	const struct fact *fact;
	bool known = false;
	size_t from = 0;

	while (!known && (fact = extraction_find(involving->extraction,
						 FACT_INVOLVEMENT, &from)))
		known = text_equal(fact->values[INVOLVEMENT_ROLE].text,
				   involving->role) &&
			text_equal(
				letters,
				alias_compared(
					involving->rules, scratch,
					fact->values[INVOLVEMENT_ORGANISATION]
						.text));
	arena_free(scratch);
	return known;
}

/* "Gemeente Zeedorp": the bare word, and a name behind it. */
static bool
is_municipality(const struct rules *rules, struct text organisation)
{
	size_t space = text_find(organisation, TEXT(" "), 0);

	return space < organisation.len &&
	       table_has(rules->bare_municipality,
			 text_sub(organisation, 0, space));
}

/* The only municipality among the clients; empty when there is not one. */
static struct text
client_municipality(struct involving *involving)
{
	const struct fact *fact;
	struct text found = TEXT("");
	size_t from = 0, n = 0;

	while ((fact = extraction_find(involving->extraction, FACT_INVOLVEMENT,
				       &from))) {
		struct text name = fact->values[INVOLVEMENT_ORGANISATION].text;

		if (!text_is(fact->values[INVOLVEMENT_ROLE].text,
			     "opdrachtgever") ||
		    !is_municipality(involving->rules, name))
			continue;
		found = name;
		n++;
	}
	return n == 1 ? found : TEXT("");
}

/* The last municipality that the text names before: "gemeente Zeedorp". */
static struct text
named_before(struct involving *involving, size_t offset)
{
	struct text text = text_sub(involving->reading->text, 0, offset);
	struct text found = TEXT(""), word, value;

	for (size_t i = 0;
	     table_row(involving->rules->bare_municipality, i, &word, &value);
	     i++) {
		size_t at = 0;

		while ((at = text_find(text, word, at)) < text.len) {
			size_t name = at + word.len + 1, end = name;

			while (end < text.len &&
			       !strchr(" ,.;:()\n", text.bytes[end]))
				end++;
			if (name < text.len &&
			    table_has(involving->rules->municipalities,
				      text_sub(text, name, end - name)))
				found = text_sub(text, at, end - at);
			at = name;
		}
	}
	return found;
}

/*
 * The kind by the head of the name; one of which the head says nothing ("De
 * Haven") may have an alias that does.
 */
static const char *
kind_of(const struct rules *rules, struct text organisation)
{
	struct text names[2] = {organisation,
				alias_resolve(rules, organisation)};
	struct cue_hit hit;

	for (size_t i = 0; i < 2; i++)
		if (cue_first(rules->organisation_kinds, names[i],
			      span_of(0, names[i].len), &hit) &&
		    hit.span.offset < list_head(rules, names[i]))
			return hit.cue->label;
	return "";
}

/* A department that is only named by its field of work is the municipality's.
 */
static const char *
kind_of_item(const struct rules *rules, const struct list_item *item,
	     struct text organisation)
{
	struct text municipality, value;

	if (item->department &&
	    table_row(rules->bare_municipality, 0, &municipality, &value))
		return kind_of(rules, municipality);
	return kind_of(rules, organisation);
}

static void
add_row(struct involving *involving, const struct list_item *item,
	struct text organisation, const char *rule)
{
	struct extraction *extraction = involving->extraction;
	const struct reading *reading = involving->reading;
	bool printed =
		text_equal(organisation, reading_at(reading, item->name));
	const char *kind = kind_of_item(involving->rules, item, organisation);
	struct fact *fact = extraction_add(extraction, FACT_INVOLVEMENT, rule,
					   reading, item->name);

	extraction_set(extraction, fact, INVOLVEMENT_ROLE, involving->role,
		       reading, item->name, ORIGIN_CODED);
	extraction_set(extraction, fact, INVOLVEMENT_ORGANISATION, organisation,
		       reading, item->name,
		       printed ? ORIGIN_PRINTED : ORIGIN_RESOLVED);
	extraction_set(
		extraction, fact, INVOLVEMENT_NAMED,
		item->named || is_municipality(involving->rules, organisation)
			? TEXT("1")
			: TEXT("0"),
		reading, item->name, ORIGIN_CODED);
	if (item->note.len > 0)
		extraction_print(extraction, fact, INVOLVEMENT_NOTE, reading,
				 item->note);
	if (*kind)
		extraction_set(extraction, fact, INVOLVEMENT_ORGANISATION_KIND,
			       text_of(kind), reading, item->name,
			       ORIGIN_CODED);
}

static void
involve_item(struct involving *involving, const struct list_item *item)
{
	struct text organisation = extraction_repair(
		involving->extraction, involving->passage, item->text);
	const char *rule = item->rule;

	if (!text_equal(organisation, item->text))
		rule = "involvement.repaired";
	if (table_has(involving->rules->bare_municipality, organisation)) {
		struct text client = client_municipality(involving);

		if (text_is(involving->role, "opdrachtgever"))
			client = named_before(involving, item->name.offset);
		if (client.len > 0) {
			organisation = client;
			rule = "involvement.bare-gemeente";
		}
	}
	if (item->alias.len > 0)
		alias_told(involving->extraction,
			   text_sub(organisation, item->alias_from,
				    organisation.len),
			   reading_at(involving->reading, item->alias));
	if (!is_known(involving, organisation))
		add_row(involving, item, organisation, rule);
}

/*
 * What a sentence tells counts when it is a name, or a group; of a group, the
 * noun with what a preposition ties to it ("vrijwilligers in de wijk").
 */
static bool
counts(struct involving *involving, struct list_item *item)
{
	struct text rest;
	struct cue_hit hit;

	if (item->named ||
	    table_has(involving->rules->bare_municipality, item->text))
		return true;
	if (!cue_first(involving->rules->list_groups, item->text,
		       span_of(0, item->text.len), &hit))
		return false;
	rest = text_trim(
		text_sub(item->text, span_end(hit.span), item->text.len));
	rest = text_sub(rest, 0, text_find(rest, TEXT(" "), 0));
	if (rest.len > 0 && hit.span.offset == 0 &&
	    item->text.len == item->name.len &&
	    !table_has(involving->rules->prepositions, rest)) {
		item->name.len = span_end(hit.span);
		item->text = text_sub(item->text, 0, item->name.len);
	}
	return true;
}

/* A parenthesis that does not close, or did not open: cut as if not there. */
static void
advise_open(struct involving *involving, struct span span)
{
	struct text text = reading_at(involving->reading, span);
	size_t n_open = 0, n_close = 0;

	for (size_t i = 0; i < text.len; i++) {
		n_open += text.bytes[i] == '(';
		n_close += text.bytes[i] == ')';
	}
	if (n_open != n_close)
		extraction_advise(involving->extraction,
				  DIAGNOSTIC_LIST_UNCLEAR, involving->reading,
				  span, "a parenthesis of this list is open");
}

/* Behind a colon, or on lines of their own, all items count. */
static bool
is_announced(const struct involving *involving, struct span span)
{
	struct text text = reading_at(involving->reading, span);

	return text_find(text, TEXT(":"), 0) < text.len ||
	       text_find(text, TEXT("\n"), 0) < text.len;
}

void
involve(struct involving *involving, struct span span, bool told)
{
	struct list list = {NULL, 0, 0};
	size_t n;
	bool joined = is_announced(involving, span);

	advise_open(involving, span);
	list_read(involving->rules, involving->extraction->report->arena,
		  involving->reading, span, &list);
	for (size_t i = 1; i < list.n_items; i++)
		joined |= list.items[i].before > SEPARATOR_COMMA;
	n = told && !joined && list.n_items > 1 ? 1 : list.n_items;
	for (size_t i = 0; i < n; i++) {
		/* "..., Zeedorp": where the one before it is. */
		if (i > 0 && list.items[i].bare_place &&
		    list.items[i].before == SEPARATOR_COMMA)
			continue;
		if (!told || counts(involving, &list.items[i]))
			involve_item(involving, &list.items[i]);
	}
	list_release(&list);
}

void
involve_whole(struct involving *involving, struct span span)
{
	struct list list = {NULL, 0, 0};

	list_read_whole(involving->rules, involving->extraction->report->arena,
			involving->reading, span, &list);
	for (size_t i = 0; i < list.n_items; i++)
		involve_item(involving, &list.items[i]);
	list_release(&list);
}
