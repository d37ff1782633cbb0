/*
 * Involvements: who commissioned a project, with whom it is done, who began
 * it. First the clients, since a bare "gemeente" elsewhere is the municipality
 * that is client, where exactly one is.
 */
#include "involvement.h"

#include "cue_find.h"

/* "Betrokken zijn: Anker en scholen": a sentence that announces a list. */
static bool
announces(const struct involving *involving, struct span sentence,
	  struct span *list)
{
	const struct reading *reading = involving->reading;
	size_t colon = sentence.offset +
		       text_find(reading_at(reading, sentence), TEXT(":"), 0);

	if (colon + 1 >= span_end(sentence))
		return false;
	*list = span_of(colon + 1, span_end(sentence));
	return has_verb(involving->rules, reading,
			span_of(sentence.offset, colon)) &&
	       !has_verb(involving->rules, reading, *list);
}

/* Without words that only begin the answer to a heading: "Dat waren A en B." */
static struct span
answer_of(const struct involving *involving, size_t number)
{
	struct span sentence = involving->reading->sentences[number].span;
	struct cue_hit hit;

	return number == 0 &&
			       cue_first_in(involving->rules->list_answers,
					    involving->reading, sentence,
					    &hit) &&
			       hit.span.offset == sentence.offset
		       ? span_of(span_end(hit.span), span_end(sentence))
		       : sentence;
}

/* What a sentence tells; more of it under a heading that asks for partners. */
static void
read_told(struct involving *involving, const struct holding *holding,
	  struct span sentence)
{
	const struct rules *rules = involving->rules;
	bool clients = text_is(involving->role, "opdrachtgever");
	size_t before = involving->extraction->n_facts;

	involve_told(involving, sentence,
		     clients ? rules->client_cues : rules->partner_cues, NULL);
	if (!clients && !holding->prose &&
	    involving->extraction->n_facts == before)
		involve_told(involving, sentence, rules->partner_answers, NULL);
}

/* A list is a list; a sentence with a finite verb tells. */
static void
read_sentences(struct involving *involving, const struct holding *holding)
{
	const struct reading *reading = involving->reading;

	for (size_t i = 0; i < reading->n_sentences; i++) {
		struct span span = reading->sentences[i].span, list;
		struct span answer = answer_of(involving, i);

		if (!holding->prose &&
		    !has_verb(involving->rules, reading, answer))
			involve(involving, answer, false);
		else if (!holding->prose && announces(involving, span, &list))
			involve(involving, list, false);
		else if (!reading_quoted(reading, span))
			read_told(involving, holding, span);
	}
}

/* A section that says who takes part and gives no row is pointed out. */
static void
advise_unread(struct involving *involving)
{
	const struct reading *reading = involving->reading;
	struct span all = span_of(0, reading->text.len);
	struct cue_hit hit;

	if (text_trim(reading->text).len > 0 &&
	    !cue_first_in(involving->rules->list_nobody, reading, all, &hit))
		extraction_advise(involving->extraction,
				  DIAGNOSTIC_LIST_UNCLEAR, reading, all,
				  "no rule reads who is meant here");
}

/*
 * "Parties listed elsewhere as taking part ('participeren de volgende
 * partijen') may be added" as partners (codebook).
 */
static void
read_listed(struct involving *involving)
{
	const struct reading *reading = involving->reading;

	involving->role = TEXT("partner");
	for (size_t i = 0; i < reading->n_sentences; i++)
		if (!reading_quoted(reading, reading->sentences[i].span))
			involve_told(involving, reading->sentences[i].span,
				     involving->rules->partner_cues, "listed");
}

/* As in other roles, a list is a list, but a sentence tells by other cues. */
static void
read_initiators(struct involving *involving, const struct holding *holding)
{
	const struct reading *reading = involving->reading;

	for (size_t i = 0; i < reading->n_sentences; i++) {
		struct span span = reading->sentences[i].span;
		struct span answer = answer_of(involving, i);
		struct cue_hit cue;

		if (!holding->prose &&
		    !has_verb(involving->rules, reading, answer) &&
		    !cue_first_in(involving->rules->initiator_cues, reading,
				  span, &cue))
			involve(involving, answer, false);
		else
			involve_initiator(involving, i);
	}
}

/* What the named group of the heading's pattern matched; NULL: nothing. */
static const struct reading *
group_reading(struct document *document, size_t passage, struct text name)
{
	const struct part *part = &document->parts[passage];
	unsigned group =
		part->form && part->form->pattern
			? pattern_group(part->form->pattern, name.bytes)
			: 0;

	if (group == 0 || !part->groups.set[group])
		return NULL;
	return document_read_span(document, part->groups.groups[group]);
}

/* By what the section holds: names, a list, or sentences. */
static void
read_text(struct involving *involving, const struct holding *holding)
{
	const struct reading *reading = involving->reading;
	struct span all = span_of(0, reading->text.len);

	if (holding->whole && holding->group.len > 0)
		involve_whole(involving, all);
	else if (holding->whole)
		for (size_t i = 0; i < reading->n_paragraphs; i++)
			involve_whole(involving, reading->paragraphs[i].span);
	else if (holding->group.len > 0)
		involve(involving, all, false);
	else if (text_is(holding->role, "initiatiefnemer"))
		read_initiators(involving, holding);
	else
		read_sentences(involving, holding);
}

static void
read_passage(struct extraction *extraction, size_t passage,
	     const struct holding *holding)
{
	struct involving involving = {
		.extraction = extraction,
		.rules = extraction->rules,
		.passage = passage,
		.role = holding->role,
	};
	bool initiators = text_is(holding->role, "initiatiefnemer");
	size_t before = extraction->n_facts;

	involving.reading =
		holding->group.len > 0
			? group_reading(extraction->document, passage,
					holding->group)
			: document_reading(extraction->document, passage);
	if (!involving.reading ||
	    says_nothing(extraction->rules, involving.reading->text))
		return;
	read_text(&involving, holding);
	if (holding->group.len > 0)
		return;
	if (initiators && !holding->whole)
		read_listed(&involving);
	else if (!initiators && !holding->prose &&
		 extraction->n_facts == before)
		advise_unread(&involving);
}

static void
read_role(struct extraction *extraction, bool clients)
{
	const struct project *project =
		&extraction->report->projects[extraction->project];
	const struct layout *layout = extraction->document->layout;

	for (size_t i = 0; i < project->n_passages; i++) {
		size_t passage = project->first_passage + i;
		size_t number = extraction->document->parts[passage].section;
		const struct section *section;

		if (number == NO_SECTION)
			continue;
		section = &layout->sections[number];
		for (size_t j = 0; j < section->n_holds; j++) {
			const struct holding *holding = &section->holds[j];

			if (holding->what == HOLDS_ORGANISATIONS &&
			    text_is(holding->role, "opdrachtgever") == clients)
				read_passage(extraction, passage, holding);
		}
	}
}

void
extract_involvements(struct extraction *extraction)
{
	read_role(extraction, true);
	read_role(extraction, false);
}
