/*
 * Whether a value that a person gives can stand in its column: by the
 * column's form, and by the codebook's or the vocabularies' words.
 */
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/store/query.h"
#include "casebook/text/fold.h"
#include "correct.h"

enum form {
	FORM_TEXT,
	FORM_GRADE,
	FORM_SCORE,
	FORM_COUNT,
	FORM_FLAG,
	FORM_DATE,
	FORM_ADDRESS,
	FORM_WORD, /* one of the words */
	FORM_KIND, /* the same, and what the casebook holds */
	FORM_LEVEL,
	FORM_RUNG,
	FORM_THEME,
	FORM_ORGANISATION_KIND,
};

enum { MOST_WORDS = 256, FIRST_YEAR = 1900, LAST_YEAR = 2199 };

/* The columns that are not just text. */
static const struct {
	enum fact_kind kind;
	size_t column;
	enum form form;
	const char *words; /* the codebook's, divided by commas; or NULL */
} rules[] = {
	{FACT_PROJECT, PROJECT_KIND, FORM_KIND,
	 "proeftuin,fieldlab,innovatielab,social lab,werkplaats"},
	{FACT_PROJECT, PROJECT_START, FORM_DATE, NULL},
	{FACT_PROJECT, PROJECT_END, FORM_DATE, NULL},
	{FACT_INVOLVEMENT, INVOLVEMENT_ROLE, FORM_WORD,
	 "opdrachtgever,partner,initiatiefnemer"},
	{FACT_INVOLVEMENT, INVOLVEMENT_NAMED, FORM_FLAG, NULL},
	{FACT_INVOLVEMENT, INVOLVEMENT_ORGANISATION_KIND,
	 FORM_ORGANISATION_KIND, NULL},
	{FACT_ADVISER, ADVISER_EMAIL, FORM_ADDRESS, NULL},
	{FACT_ADVISER, ADVISER_CONTACT, FORM_FLAG, NULL},
	{FACT_MEASUREMENT, MEASUREMENT_OBJECT, FORM_WORD,
	 "proeftuin,samenwerking"},
	{FACT_MEASUREMENT, MEASUREMENT_MOMENT, FORM_WORD,
	 "eerste,tweede,eind,enkel"},
	{FACT_MEASUREMENT, MEASUREMENT_GRADE, FORM_GRADE, NULL},
	{FACT_PARTICIPATION, PARTICIPATION_LEVEL, FORM_LEVEL, NULL},
	{FACT_PARTICIPATION, PARTICIPATION_STANCE, FORM_WORD,
	 "toegepast,deels,beoogd,niet"},
	{FACT_PARTICIPATION, PARTICIPATION_RUNG, FORM_RUNG, NULL},
	{FACT_PHASE, PHASE_KIND, FORM_WORD, "uitvoering,stap,vervolg"},
	{FACT_PHASE, PHASE_ORDINAL, FORM_COUNT, NULL},
	{FACT_PHASE, PHASE_START, FORM_DATE, NULL},
	{FACT_PHASE, PHASE_END, FORM_DATE, NULL},
	{FACT_THEME, THEME_THEME, FORM_THEME, NULL},
	{FACT_THEME, THEME_SCORE, FORM_SCORE, NULL},
	{FACT_QUOTE, QUOTE_ORDINAL, FORM_COUNT, NULL},
};

struct words {
	struct text items[MOST_WORDS];
	size_t n;
};

int
correct_refuse(struct desk *desk, const char *problem, struct text word,
	       const char *advice)
{
	diagnose(desk->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = desk->file, .line = desk->line},
		 "%s %s%s", problem, diagnostic_quote(desk->diagnostics, word),
		 advice);
	return -1;
}

/* --- words ---------------------------------------------------------------- */

static void
add_word(struct words *words, struct text word)
{
	for (size_t i = 0; i < words->n; i++)
		if (text_equal(words->items[i], word))
			return;
	if (word.len > 0 && words->n < MOST_WORDS)
		words->items[words->n++] = word;
}

static void
add_listed(struct words *words, const char *list)
{
	struct text rest = text_of(list);

	while (rest.len) {
		size_t len = text_find(rest, TEXT(","), 0);

		add_word(words, text_sub(rest, 0, len));
		rest = text_sub(rest, len + 1, rest.len);
	}
}

/* The words of a table of the vocabularies, or what they stand for. */
static int
add_table(struct desk *desk, struct words *words, const char *file,
	  const char *name, bool values)
{
	const struct table *table = vocabulary_table(desk->vocabularies, file,
						     name, desk->diagnostics);
	struct text word, value;

	for (size_t i = 0; table && table_row(table, i, &word, &value); i++)
		add_word(words, values ? value : word);
	return table ? 0 : -1;
}

static int
add_organisation_kinds(struct desk *desk, struct words *words)
{
	const struct cues *kinds =
		vocabulary_set(desk->vocabularies, "organisations", "kinds",
			       desk->diagnostics);

	for (size_t i = 0; kinds && i < cues_n(kinds); i++)
		add_word(words, text_of(cues_item(kinds, i)->label));
	return kinds ? 0 : -1;
}

/* A layout of one's own may know further kinds. */
static int
add_held_kinds(struct desk *desk, struct words *words)
{
	struct query *query = query_new(
		desk->store, TEXT("SELECT DISTINCT kind FROM projects"),
		desk->diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1)
		add_word(words, arena_text(desk->arena, query_text(query, 0)));
	query_free(query);
	return step;
}

static int
list_words(struct desk *desk, struct words *words, enum form form,
	   const char *list)
{
	add_listed(words, list ? list : "");
	switch (form) {
	case FORM_KIND:
		return add_held_kinds(desk, words);
	case FORM_LEVEL:
	case FORM_RUNG:
		return add_table(desk, words, "participation", "rungs",
				 form == FORM_RUNG);
	case FORM_THEME:
		return add_table(desk, words, "themes", "themes", false);
	case FORM_ORGANISATION_KIND:
		return add_organisation_kinds(desk, words);
	default:
		return 0;
	}
}

static int
check_word(struct desk *desk, enum form form, const char *list,
	   const char *column, struct text value)
{
	struct words words = {.n = 0};

	if (list_words(desk, &words, form, list) == -1)
		return -1;
	for (size_t i = 0; i < words.n; i++)
		if (text_equal(words.items[i], value))
			return 0;
	return correct_refuse(
		desk, arena_format(desk->arena, "unknown %s", column).bytes,
		value, suggestion(desk->arena, value, words.items, words.n));
}

struct text
correct_rung(struct desk *desk, struct text level)
{
	const struct table *rungs =
		vocabulary_table(desk->vocabularies, "participation", "rungs",
				 desk->diagnostics);

	return rungs ? table_value(rungs, level) : TEXT("");
}

/* --- forms ---------------------------------------------------------------- */

static size_t
count_digits(struct text text)
{
	size_t n = 0;

	while (n < text.len && text.bytes[n] >= '0' && text.bytes[n] <= '9')
		n++;
	return n;
}

static unsigned
number(struct text digits)
{
	unsigned n = 0;

	for (size_t i = 0; i < digits.len; i++)
		n = n * 10 + (unsigned)(digits.bytes[i] - '0');
	return n;
}

/* "7", "7.6" or "7,6" with at most so many digits; always with a decimal. */
static bool
read_decimal(struct arena *arena, size_t whole, size_t decimals,
	     struct text *value)
{
	size_t n = count_digits(*value);
	struct text rest = text_sub(*value, n, value->len);
	size_t m;

	if (n == 0 || n > whole)
		return false;
	if (rest.len == 0) {
		*value = arena_format(arena, "%u.0", number(*value));
		return true;
	}
	m = count_digits(text_sub(rest, 1, rest.len));
	if ((rest.bytes[0] != '.' && rest.bytes[0] != ',') || m == 0 ||
	    m > decimals || m + 1 != rest.len)
		return false;
	*value = arena_format(arena, "%u.%.*s", number(text_sub(*value, 0, n)),
			      (int)m, rest.bytes + 1);
	return true;
}

static bool
is_grade(struct arena *arena, struct text *value)
{
	unsigned whole;

	if (!read_decimal(arena, 2, 1, value))
		return false;
	whole = number(text_sub(*value, 0, count_digits(*value)));
	return whole >= 1 && (whole < 10 || text_is(*value, "10.0"));
}

/* YYYY, YYYY-MM or YYYY-MM-DD, of a day that there is. */
static bool
is_date(struct text value)
{
	static const unsigned char days[] = {31, 29, 31, 30, 31, 30,
					     31, 31, 30, 31, 30, 31};
	unsigned year = number(text_sub(value, 0, 4)), month, day;
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	if (count_digits(value) != 4 || year < FIRST_YEAR || year > LAST_YEAR)
		return false;
	if (value.len == 4)
		return true;
	month = number(text_sub(value, 5, 2));
	if ((value.len != 7 && value.len != 10) || value.bytes[4] != '-' ||
	    count_digits(text_sub(value, 5, value.len)) != 2 || month < 1 ||
	    month > 12)
		return false;
	if (value.len == 7)
		return true;
	day = number(text_sub(value, 8, 2));
	return value.bytes[7] == '-' &&
	       count_digits(text_sub(value, 8, value.len)) == 2 && day >= 1 &&
	       day <= days[month - 1] && (month != 2 || day < 29 || leap);
}

static bool
is_address(struct text value)
{
	size_t at = text_find(value, TEXT("@"), 0);

	return at > 0 && at + 1 < value.len &&
	       text_find(value, TEXT("@"), at + 1) == value.len &&
	       text_find(value, TEXT(" "), 0) == value.len;
}

/* NULL when the value fits, else what would; *value is put in its form. */
static const char *
misfit(struct arena *arena, enum form form, struct text *value)
{
	size_t n = count_digits(*value);

	switch (form) {
	case FORM_GRADE:
		return is_grade(arena, value)
			       ? NULL
			       : "; give one from 1 to 10 with one decimal";
	case FORM_SCORE:
		return read_decimal(arena, 4, 6, value)
			       ? NULL
			       : "; give a number such as 2.5";
	case FORM_COUNT:
		if (n == 0 || n > 4 || n < value->len)
			return "; give a whole number";
		*value = arena_format(arena, "%u", number(*value));
		return NULL;
	case FORM_FLAG:
		return text_is(*value, "0") || text_is(*value, "1")
			       ? NULL
			       : "; give 1 (yes) or 0 (no)";
	case FORM_DATE:
		return is_date(*value) ? NULL
				       : "; give 2016, 2016-10 or 2016-10-31";
	case FORM_ADDRESS:
		return is_address(*value) ? NULL : "; give NAME@DOMAIN";
	default:
		return NULL;
	}
}

static bool
may_be_empty(enum fact_kind kind, size_t column, enum form form)
{
	if (fact_kinds[kind].columns[column].key)
		return strcmp(fact_kinds[kind].columns[column].name,
			      "component") == 0;
	return form != FORM_GRADE && form != FORM_SCORE && form != FORM_COUNT &&
	       form != FORM_FLAG;
}

static int
check_form(struct desk *desk, enum fact_kind kind, size_t column,
	   enum form form, const char *words, struct text *value)
{
	const char *name = fact_kinds[kind].columns[column].name;
	const struct text given = *value;
	const char *advice = misfit(desk->arena, form, value);

	if (advice)
		return correct_refuse(
			desk,
			arena_format(desk->arena, "this is no %s:", name).bytes,
			given, advice);
	return form < FORM_WORD ? 0
				: check_word(desk, form, words, name, *value);
}

int
correct_check_text(struct desk *desk, const char *what, struct text text)
{
	for (size_t i = 0; i < text.len;) {
		uint32_t c;
		size_t len = utf8_read(text_sub(text, i, text.len), &c);

		if (len == 0 || (c < ' ' && c != '\n' && c != '\t') ||
		    c == 0x7f)
			return correct_refuse(
				desk,
				arena_format(desk->arena,
					     len ? "a control character in the "
						   "%s"
						 : "the %s is not UTF-8:",
					     what)
					.bytes,
				text, "");
		i += len;
	}
	if (text.len <= CORRECTION_LONGEST)
		return 0;
	diagnose(desk->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = desk->file, .line = desk->line},
		 "the %s is too long: %zu bytes, where %d are allowed", what,
		 text.len, CORRECTION_LONGEST);
	return -1;
}

int
correct_check_value(struct desk *desk, enum fact_kind kind, size_t column,
		    struct text given, struct text *value)
{
	const char *name = fact_kinds[kind].columns[column].name;
	enum form form = FORM_TEXT;
	const char *words = NULL;

	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
		if (rules[i].kind != kind || rules[i].column != column)
			continue;
		form = rules[i].form;
		words = rules[i].words;
	}
	if (correct_check_text(desk, name, given) == -1)
		return -1;
	*value = text_trim(fold_nfc(desk->arena, given));
	if (value->len > 0)
		return check_form(desk, kind, column, form, words, value);
	if (may_be_empty(kind, column, form))
		return 0;
	return correct_refuse(
		desk,
		arena_format(desk->arena, "%s needs a value:", name).bytes,
		TEXT(""), "");
}
