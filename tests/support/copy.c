/*
 * Names are replaced as whole words, wherever they stand: in titles and in
 * names of organisations too. Names that are part of a region's name stay.
 */
#include "copy.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/fold.h"

#define LENGTH(list) (sizeof(list) / sizeof(*(list)))

static const char *const municipalities[] = {
	"Goeree-Overflakkee",
	"Leiden",
	"Vlaardingen",
	"Gouda",
	"Schiedam",
	"Lansingerland",
	"Dordrecht",
	"Alphen aan den Rijn",
	"Zwijndrecht",
	"Zoetermeer",
	"Pijnacker-Nootdorp",
	"Papendrecht",
	"Molenwaard",
	"Maassluis",
	"Leidschendam-Voorburg",
	"Leiderdorp",
	"Leerdam",
	"Krimpenerwaard",
	"Krimpen aan den IJssel",
	"Hillegom",
	"Hellevoetsluis",
	"Gorinchem",
	"Delft",
	"Capelle aan den IJssel",
};

/* At least as many. */
static const char *const others[] = {
	"Assen",	 "Emmen",	"Hoogeveen",	  "Meppel",
	"Zutphen",	 "Deventer",	"Almelo",	  "Hengelo",
	"Borger-Odoorn", "Venlo",	"Roermond",	  "Sittard-Geleen",
	"Maastricht",	 "Breda",	"Helmond",	  "Oss",
	"Goes",		 "Terneuzen",	"Hulst",	  "Middelburg",
	"Alkmaar",	 "Hoorn",	"Enkhuizen",	  "Purmerend",
	"Zaanstad",	 "Heerenveen",	"Smallingerland", "Bergen op Zoom",
	"Nieuwegein",	 "Etten-Leur",	"Culemborg",	  "Harderwijk",
	"Apeldoorn",	 "Winterswijk",
};

static const char *const first_names[] = {
	"Wobke", "Tjeerd",  "Aagje", "Joost", "Sanneke",
	"Douwe", "Hanneke", "Zoë",   "Pelle", "Fardau",
};

static const char *const last_names[] = {
	"Zwaluw",     "Hinlopen", "van den Eik", "de Ruiter",
	"Oosterling", "ter Beek", "Kwakernaak",	 "in 't Veld",
};

static void
add_swap(struct copy *copy, struct text from, struct text to)
{
	for (size_t i = 0; i < copy->n_swaps; i++)
		if (text_equal(copy->swaps[i].from, from))
			return;
	copy->swaps = array_grow(copy->swaps, copy->n_swaps, &copy->capacity,
				 sizeof(*copy->swaps));
	copy->swaps[copy->n_swaps++] = (struct swap){from, to};
}

static void
swap_places(struct copy *copy, struct chance *chance)
{
	size_t order[LENGTH(others)];

	for (size_t i = 0; i < LENGTH(others); i++)
		order[i] = i;
	for (size_t i = LENGTH(others) - 1; i > 0; i--) {
		size_t other = chance_below(chance, i + 1);
		size_t kept = order[i];

		order[i] = order[other];
		order[other] = kept;
	}
	for (size_t i = 0; i < LENGTH(municipalities); i++)
		add_swap(copy, text_of(municipalities[i]),
			 text_of(others[order[i]]));
}

/* "w.hinlopen@": the letters of a name that an address can have. */
static struct text
address_of(struct copy *copy, const char *first, const char *last)
{
	struct buffer address = {NULL, 0, 0};
	struct text result;

	buffer_format(&address, "%c.", first[0] | 0x20);
	for (const char *c = last; *c; c++)
		if (*c == ' ')
			buffer_add_byte(&address, '.');
		else if (*c != '\'')
			buffer_add_byte(&address, (char)(*c | 0x20));
	buffer_add_byte(&address, '@');
	result = arena_text(copy->arena, buffer_text(&address));
	buffer_release(&address);
	return result;
}

/* Each adviser has another name, and an address that goes with it. */
static void
swap_advisers(struct copy *copy, const struct report *report,
	      struct chance *chance)
{
	size_t n = chance_below(chance, 80);

	for (size_t i = 0; i < report->n_facts; i++) {
		const struct value *values = report->facts[i].values;
		const char *first, *last;
		struct text email;
		size_t before = copy->n_swaps;

		if (report->facts[i].kind != FACT_ADVISER)
			continue;
		first = first_names[n % LENGTH(first_names)];
		last = last_names[n / LENGTH(first_names) % LENGTH(last_names)];
		add_swap(copy, values[ADVISER_ADVISER].text,
			 arena_format(copy->arena, "%s %s", first, last));
		email = values[ADVISER_EMAIL].text;
		email.len = text_find(email, TEXT("@"), 0) + 1;
		if (values[ADVISER_EMAIL].text.len > 0)
			add_swap(copy, email, address_of(copy, first, last));
		n += copy->n_swaps > before;
	}
}

/* --- grades ------------------------------------------------------------ */

/* Where in its evidence a grade of one decimal stands; len 0: none does. */
static struct span
find_grade(struct text text, struct span evidence)
{
	for (size_t i = evidence.offset; i + 3 <= span_end(evidence); i++)
		if (is_digit((unsigned char)text.bytes[i]) &&
		    (text.bytes[i + 1] == ',' || text.bytes[i + 1] == '.') &&
		    is_digit((unsigned char)text.bytes[i + 2]))
			return (struct span){i, 3};
	return (struct span){0, 0};
}

/* In place: a grade of three bytes becomes one of three bytes. */
static void
swap_grades(struct report *report, char *bytes, struct chance *chance)
{
	size_t last = 0;

	for (size_t i = 0; i < report->n_facts; i++) {
		struct value *value =
			&report->facts[i].values[MEASUREMENT_GRADE];
		struct span span;

		if (report->facts[i].kind != FACT_MEASUREMENT)
			continue;
		span = find_grade(report->text, value->evidence);
		if (span.len == 0)
			continue;
		if (span.offset != last) {
			bytes[span.offset] =
				(char)('4' + chance_below(chance, 6));
			bytes[span.offset + 2] =
				(char)('0' + chance_below(chance, 10));
		}
		last = span.offset;
		value->text =
			arena_format(report->arena, "%c.%c", bytes[span.offset],
				     bytes[span.offset + 2]);
	}
}

/* --- words ------------------------------------------------------------- */

static bool
is_word(struct text text, size_t at, size_t end)
{
	return !is_letter(character_before(text, at)) &&
	       !(is_letter(character_at(text, end)) &&
		 text.bytes[end - 1] != '@');
}

static size_t
find_swap(const struct copy *copy, struct text text, size_t at)
{
	struct text rest = text_sub(text, at, text.len - at);

	for (size_t i = 0; i < copy->n_swaps; i++) {
		struct text from = copy->swaps[i].from;

		if (from.len <= rest.len &&
		    memcmp(rest.bytes, from.bytes, from.len) == 0 &&
		    is_word(text, at, at + from.len))
			return i;
	}
	return copy->n_swaps;
}

/* A year of this century at this place, or 0. */
static size_t
year_at(struct text text, size_t at)
{
	size_t year = 0;

	if (is_digit(character_before(text, at)))
		return 0;
	for (size_t i = at; i < at + 4; i++) {
		if (i >= text.len || !is_digit((unsigned char)text.bytes[i]))
			return 0;
		year = year * 10 + (size_t)(text.bytes[i] - '0');
	}
	if (year < 2000 || year > 2099 || is_digit(character_at(text, at + 4)))
		return 0;
	return year;
}

static void
put_swapped(const struct copy *copy, struct text text, struct buffer *out)
{
	for (size_t at = 0; at < text.len;) {
		size_t swap = find_swap(copy, text, at);
		size_t year = year_at(text, at);

		if (swap < copy->n_swaps) {
			buffer_add(out, copy->swaps[swap].to);
			at += copy->swaps[swap].from.len;
		} else if (year > 0) {
			buffer_format(out, "%zu", year + copy->years);
			at += 4;
		} else {
			buffer_add_byte(out, text.bytes[at++]);
		}
	}
}

static int
longest_first(const void *a, const void *b)
{
	const struct swap *x = a, *y = b;

	if (x->from.len != y->from.len)
		return x->from.len < y->from.len ? 1 : -1;
	return text_compare(x->from, y->from);
}

void
copy_make(struct copy *copy, struct sound *plain, struct chance *chance)
{
	struct report *report = &plain->report;
	char *bytes = memory_new(report->text.len + 1, 1);
	struct buffer facts = {NULL, 0, 0};
	char *same;

	*copy = (struct copy){.arena = arena_new()};
	copy->years = 1 + chance_below(chance, 20);
	swap_places(copy, chance);
	swap_advisers(copy, report, chance);
	qsort(copy->swaps, copy->n_swaps, sizeof(*copy->swaps), longest_first);
	memcpy(bytes, report->text.bytes, report->text.len);
	swap_grades(report, bytes, chance);
	put_swapped(copy, (struct text){bytes, report->text.len}, &copy->text);
	same = facts_as_text(report, ALL_KINDS, false);
	put_swapped(copy, text_of(same), &facts);
	buffer_add_byte(&facts, '\0');
	copy->facts = facts.bytes;
	free(same);
	free(bytes);
}

void
copy_release(struct copy *copy)
{
	buffer_release(&copy->text);
	free(copy->facts);
	free(copy->swaps);
	arena_free(copy->arena);
}
