/* The small report: its text, where its passages begin, its facts. */
#include "sample.h"

#include <string.h>

#include "casebook/base/hash.h"

static const char template[] =
	"\xef\xbb\xbf"
	"Bundel verzonnen proeven\r\n"
	"Café Testdam, 3 mei 2019\n"
	"Proef aan de haven\n"
	"Gebied\n"
	"Gemeente Testdam en Nieuw-Testdam\n"
	"Uitvoering\n"
	"2016 tot eind 2018, met een pauze\n"
	"Adviseur\n"
	"Zoë Voorbeeld (z.voorbeeld@voorbeeld.example)\n"
	"Partners\n"
	"De Testwacht, gemeente Testdam, Testwacht (noord), buren\n"
	"Cijfers\n"
	"Eerst gaf men een 6,2 en later een %s.\n"
	"Meedoen\n"
	"Buren denken mee; samen eten staat voorop.\n"
	"Quotes\n"
	"\"Het | smaakt naar meer\" (een buur)\n"
	"Budget: 100 euro\n"
	"Proef op de hei\n"
	"Gebied\n"
	"Testheide\n"
	"Partners\n"
	"testwacht\n"
	"Cijfers\n"
	"Men gaf steeds een 7,0.\n"
	"Colofon\n";

/* In the order of the text; project -1: none. */
static const struct {
	const char *begins, *section, *heading, *component;
	int project;
} passages[] = {
	{"\xef\xbb\xbf", "front", "", "", -1},
	{"Proef aan", "titel", "", "", 0},
	{"Gebied\nGem", "gebied", "Gebied", "", 0},
	{"Uitvoering", "uitvoering", "Uitvoering", "", 0},
	{"Adviseur", "adviseur", "Adviseur", "", 0},
	{"Partners\nDe", "partners", "Partners", "", 0},
	{"Cijfers\nEe", "cijfers", "Cijfers", "Koken", 0},
	{"Meedoen", "meedoen", "Meedoen", "", 0},
	{"Quotes", "quotes", "Quotes", "", 0},
	{"Budget", "veld", "", "", 0},
	{"Proef op", "titel", "", "", 1},
	{"Gebied\nTest", "gebied", "Gebied", "", 1},
	{"Partners\ntest", "partners", "Partners", "", 1},
	{"Cijfers\nMen", "cijfers", "Cijfers", "", 1},
	{"Colofon", "back", "", "", -1},
};

enum { N_PASSAGES = sizeof(passages) / sizeof(*passages) };

/* words NULL: no evidence; "%s" stands for the second grade. */
static const struct {
	enum fact_kind kind;
	size_t project;
	struct {
		const char *text, *words;
	} values[FACT_MOST_COLUMNS];
} facts[] = {
	{FACT_PROJECT,
	 0,
	 {{"proeftuin", "Proef aan"},
	  {"Proef aan de haven", "Proef aan de haven"},
	  {"Gemeente Testdam en Nieuw-Testdam",
	   "Gemeente Testdam en Nieuw-Testdam"},
	  {"2016", "2016"},
	  {"2018-12", "eind 2018"},
	  {"met een pauze", "met een pauze"}}},
	{FACT_PLACE, 0, {{"Testdam", "Testdam"}}},
	{FACT_PLACE, 0, {{"Nieuw-Testdam", "Nieuw-Testdam"}}},
	{FACT_INVOLVEMENT,
	 0,
	 {{"opdrachtgever", NULL},
	  {"gemeente Testdam", "gemeente Testdam"},
	  {"1", "gemeente Testdam"},
	  {"", NULL},
	  {"gemeente", "gemeente"}}},
	{FACT_INVOLVEMENT,
	 0,
	 {{"partner", NULL},
	  {"De Testwacht", "De Testwacht"},
	  {"1", NULL},
	  {"", NULL},
	  {"", NULL}}},
	{FACT_INVOLVEMENT,
	 0,
	 {{"initiatiefnemer", NULL},
	  {"Testwacht", "Testwacht (noord)"},
	  {"1", NULL},
	  {"noord", "noord"},
	  {"", NULL}}},
	{FACT_INVOLVEMENT,
	 0,
	 {{"partner", NULL}, {"buren", "buren"}, {"0", NULL}}},
	{FACT_ADVISER,
	 0,
	 {{"Zoë Voorbeeld", "Zoë Voorbeeld"},
	  {"z.voorbeeld@voorbeeld.example", "z.voorbeeld@voorbeeld.example"},
	  {"1", "z.voorbeeld"}}},
	{FACT_MEASUREMENT,
	 0,
	 {{"", NULL},
	  {"proeftuin", NULL},
	  {"eerste", "Eerst"},
	  {"6.2", "6,2"}}},
	{FACT_MEASUREMENT,
	 0,
	 {{"", NULL}, {"proeftuin", NULL}, {"tweede", "later"}, {"%s", "%s"}}},
	{FACT_PARTICIPATION,
	 0,
	 {{"", NULL},
	  {"adviseren", "denken mee"},
	  {"toegepast", "denken mee"},
	  {"advise", "denken mee"}}},
	{FACT_PHASE,
	 0,
	 {{"uitvoering", NULL},
	  {"uitvoering", "Uitvoering"},
	  {"0", NULL},
	  {"2016", "2016"},
	  {"2018-12", "eind 2018"}}},
	{FACT_THEME, 0, {{"buurt-leefbaarheid", "Buren"}, {"2.5", NULL}}},
	{FACT_QUOTE,
	 0,
	 {{"Het | smaakt naar meer", "Het | smaakt naar meer"},
	  {"1", NULL},
	  {"een buur", "een buur"}}},
	{FACT_FIELD,
	 0,
	 {{"budget", "Budget"}, {"100 euro", "100 euro"}, {"euro", NULL}}},
	{FACT_PROJECT,
	 1,
	 {{"proeftuin", "Proef op"},
	  {"Proef op de hei", "Proef op de hei"},
	  {"Testheide", "Testheide"}}},
	{FACT_PLACE, 1, {{"Testheide", "Testheide"}}},
	{FACT_PLACE, 1, {{"Testheide", "Testheide"}}},
	{FACT_INVOLVEMENT,
	 1,
	 {{"partner", NULL}, {"testwacht", "testwacht"}, {"1", NULL}}},
	{FACT_MEASUREMENT,
	 1,
	 {{"Hei", "hei"},
	  {"proeftuin", NULL},
	  {"eerste", NULL},
	  {"7.0", "7,0"}}},
	{FACT_MEASUREMENT,
	 1,
	 {{"Hei", "hei"},
	  {"proeftuin", NULL},
	  {"tweede", NULL},
	  {"7.0", "7,0"}}},
};

static size_t
line_of(struct text text, size_t offset)
{
	size_t line = 1;

	for (size_t i = 0; i < offset; i++)
		line += text.bytes[i] == '\n';
	return line;
}

static void
make_passages(struct report *report)
{
	size_t begin[N_PASSAGES + 1];

	report->n_passages = N_PASSAGES;
	report->passages = arena_alloc(report->arena, N_PASSAGES,
				       sizeof(*report->passages));
	begin[N_PASSAGES] = report->text.len;
	for (size_t i = 0; i < N_PASSAGES; i++)
		begin[i] = text_find(report->text, text_of(passages[i].begins),
				     i ? begin[i - 1] : 0);
	for (size_t i = 0; i < N_PASSAGES; i++) {
		struct span span = span_of(begin[i], begin[i + 1]);
		size_t head = strlen(passages[i].heading);

		report->passages[i] = (struct passage){
			.span = span,
			.project = passages[i].project < 0
					   ? NO_PROJECT
					   : (size_t)passages[i].project,
			.section = text_of(passages[i].section),
			.heading = text_of(passages[i].heading),
			.component = text_of(passages[i].component),
			.body = span_of(begin[i] + head, begin[i + 1]),
			.line = line_of(report->text, begin[i]),
			.page = i < 10 ? 1 : 2};
	}
}

static void
make_projects(struct report *report, const char *key)
{
	report->n_projects = 2;
	report->projects =
		arena_alloc(report->arena, 2, sizeof(*report->projects));
	for (size_t i = 0; i < 2; i++) {
		struct project *project = &report->projects[i];

		project->first_passage = i == 0 ? 1 : 10;
		project->n_passages = i == 0 ? 9 : 4;
		project->key =
			arena_format(report->arena, "%s-%zu", key, i + 1);
		project->series = TEXT("verzonnen");
		project->line = report->passages[project->first_passage].line;
	}
}

/* Within the text of a project, so that the same words may come twice. */
static struct span
find_words(const struct report *report, size_t project, const char *words)
{
	const struct project *owner = &report->projects[project];
	size_t from = report->passages[owner->first_passage].span.offset;
	size_t at = text_find(report->text, text_of(words), from);

	return (struct span){at, strlen(words)};
}

/* "8,1" as it is exported: "8.1". */
static struct text
with_point(struct arena *arena, const char *grade)
{
	size_t comma = strcspn(grade, ",");

	return arena_format(arena, "%.*s.%s", (int)comma, grade,
			    grade + comma + 1);
}

static struct value
make_value(const struct report *report, size_t i, size_t column,
	   const char *second)
{
	const char *text = facts[i].values[column].text;
	const char *words = facts[i].values[column].words;
	const struct fact_kind_info *kind = &fact_kinds[facts[i].kind];
	struct value value = {.text = text_of(text ? text : ""),
			      .origin = kind->columns[column].origin};

	if (text_is(value.text, "%s"))
		value.text = with_point(report->arena, second);
	if (words && strcmp(words, "%s") == 0)
		words = second;
	if (words)
		value.evidence = find_words(report, facts[i].project, words);
	return value;
}

static void
make_facts(struct report *report, const char *second)
{
	report->n_facts = sizeof(facts) / sizeof(*facts);
	report->facts = arena_alloc(report->arena, report->n_facts,
				    sizeof(*report->facts));
	for (size_t i = 0; i < report->n_facts; i++) {
		struct fact *fact = &report->facts[i];

		fact->kind = facts[i].kind;
		fact->project = facts[i].project;
		fact->rule = "by-hand";
		for (size_t j = 0; j < fact_kinds[fact->kind].n_columns; j++) {
			fact->values[j] = make_value(report, i, j, second);
			fact->span =
				span_join(fact->span, fact->values[j].evidence);
		}
	}
}

static void
make_marks(struct report *report)
{
	report->n_marks = 3;
	report->marks = arena_alloc(report->arena, 3, sizeof(*report->marks));
	report->marks[0] = (struct mark){{0, 0}, MARK_PAGE, TEXT("1")};
	report->marks[1] = (struct mark){{30, 12}, MARK_FURNITURE, TEXT("")};
	report->marks[2] = (struct mark){{90, 0}, MARK_PAGE, TEXT("2")};
}

void
sample_report(struct report *report, const char *name, const char *key,
	      const char *second)
{
	const char *gap = strstr(template, "%s");
	struct buffer text = {NULL, 0, 0};

	*report = (struct report){.arena = arena_new()};
	diagnostics_init(&report->diagnostics, false);
	buffer_add(&text, (struct text){template, (size_t)(gap - template)});
	buffer_add_string(&text, second);
	buffer_add_string(&text, gap + 2);
	report->text = arena_text(report->arena, buffer_text(&text));
	buffer_release(&text);
	report->name = arena_format(report->arena, "%s", name);
	report->path = arena_format(report->arena, "map/%s.txt", name);
	report->stamp = (struct file_stamp){
		.size = (int64_t)report->text.len, .modified = 12, .inode = 34};
	report->sha256 = hash_of(report->text);
	report->rules = hash_of(TEXT("rules"));
	report->media_type = TEXT("text/plain");
	report->layout = TEXT("verzonnen");
	report->title = TEXT("Bundel verzonnen proeven");
	report->published = TEXT("2019-05-03");
	make_passages(report);
	make_projects(report, key);
	make_facts(report, second);
	make_marks(report);
	diagnose(&report->diagnostics, DIAGNOSTIC_HEADING_TWICE,
		 (struct place){.line = 4, .offset = 70}, "twice");
	diagnose(&report->diagnostics, DIAGNOSTIC_SECTION_MISSING,
		 (struct place){.line = 20}, "missing");
}

void
sample_release(struct report *report)
{
	diagnostics_release(&report->diagnostics);
	arena_free(report->arena);
}
