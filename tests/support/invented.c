/*
 * Inventing reports. What no reading could tell is kept out here, so that the
 * known paragraphs and sentences are the only right ones:
 *
 * - a sentence ends with no abbreviation, and a new one begins with a capital,
 *   a digit or an opening mark;
 * - no word of running text looks like a bullet or the number of a list item
 *   ("-", "12.", "5)"): at the start of a wrapped line it would be one;
 * - a paragraph begins with a capital or an opening mark, and one without a
 *   closing mark does not end with a word that asks for more.
 */
#include "invented.h"

#include <stdio.h>
#include <stdlib.h>

#define PICK(chance, list) \
	((list)[chance_below(chance, sizeof(list) / sizeof(*(list)))])

enum { SHORTEST = 2500 }; /* bytes: a few lines do not show their wrap */

const char invented_layout[] =
	"layout: proef\n"
	"describes: invented reports\n"
	"language: nl\n"
	"recognise: { headings: [Opdrachtgever, Doel] }\n"
	"furniture:\n"
	"  - page-numbers\n"
	"  - running-heads\n"
	"  - pattern: '^Beeldmerk gemeente .+$'\n"
	"asides: ['(?s:\\{noot\\s.+?\\})']\n"
	"projects:\n"
	"  begin: opdrachtgever\n"
	"  confirm: [doel]\n"
	"  title: line-before\n"
	"  key: 'p-{ordinal}'\n"
	"  kind: proef\n"
	"sections:\n"
	"  opdrachtgever: { heading: Opdrachtgever }\n"
	"  doel: { heading: Doel }\n"
	"  betrokken: { heading: Inwoners en cliënten }\n"
	"  resultaat: { heading: Bereikte resultaten }\n";

static const char *const titles[] = {
	"Samen één tuin",    "De cliënt aan zet", "Buurtkamer Zuid",
	"Koffie in Curaçao", "Thuis met hulp",	  "Het officiële loket",
};

static const char *const words[] = {
	"bewoners",	"cliënten",	"vrijwilligers", "financiële",
	"buurt",	"wijkteam",	"doel",		 "resultaten",
	"samenwerking", "bijeenkomst",	"coördinator",	 "ideeën",
	"gemeente",	"proeftuin",	"hulpvraag",	 "mantelzorgers",
	"elkaar",	"activiteiten", "opdrachtgever", "officieel",
	"netwerk",	"gesprek",	"tuin",		 "welzijn",
	"ouderen",	"jongeren",	"reünie",	 "efficiënt",
	"werken",	"ontmoeten",	"beslissen",	 "meedenken",
};

/* Words that ask for more; a page may end behind them. */
static const char *const small[] = {
	"de",	"het", "een", "van", "met", "voor", "in",     "op",
	"door", "aan", "bij", "en",  "dat", "naar", "zonder", "tussen",
};

static const char *const names[] = {
	"Gouda",       "Schiedam", "Midden-Holland", "JSO",	   "Zoë",
	"Hendrik-Ido", "Súdwest",  "Den Bommel",     "VVE-beleid", "Oost",
};

static const char *const compounds[] = {
	"co-creatie",
	"JSO-adviseur",
	"24-uurs",
	"pre-advies",
	"VWO-leerlingen",
	"2014-2015",
	"ex-cliënten",
	"zorg-thuis",
	"wijk- en buurtteams",
	"jeugd-, welzijns- en zorgwerk",
};

static const char *const abbreviations[] = {
	"o.a.", "bijv.", "d.w.z.", "e.d.", "ca.", "t.b.v.", "m.b.t.",
};

size_t
chance_below(struct chance *chance, size_t n)
{
	uint64_t z = (chance->state += 0x9E3779B97F4A7C15u);

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return (size_t)((z ^ (z >> 31)) % n);
}

bool
chance_percent(struct chance *chance, size_t percent)
{
	return chance_below(chance, 100) < percent;
}

/* A sentence in the making. */
struct writer {
	struct chance *chance;
	struct buffer text;
	size_t start; /* of the sentence */
};

static void
add_word(struct writer *writer, const char *word)
{
	if (writer->text.len > writer->start)
		buffer_add_byte(&writer->text, ' ');
	buffer_add_string(&writer->text, word);
}

static void
add_some(struct writer *writer, size_t n)
{
	while (n-- > 0) {
		if (chance_percent(writer->chance, 45))
			add_word(writer, PICK(writer->chance, small));
		add_word(writer, PICK(writer->chance, words));
	}
}

static void
add_number(struct writer *writer)
{
	struct chance *chance = writer->chance;
	char number[40];

	switch (chance_below(chance, 4)) {
	case 0:
		snprintf(number, sizeof(number), "in 20%zu",
			 10 + chance_below(chance, 10));
		break;
	case 1:
		snprintf(number, sizeof(number), "een %zu,%zu gemiddeld",
			 1 + chance_below(chance, 9), chance_below(chance, 10));
		break;
	case 2:
		snprintf(number, sizeof(number), "om %zu.30 uur",
			 10 + chance_below(chance, 10));
		break;
	default:
		snprintf(number, sizeof(number), "met %zu bewoners",
			 2 + chance_below(chance, 5000));
	}
	add_word(writer, number);
}

/* A quotation, with its capitals and stops inside. */
static void
add_quotation(struct writer *writer)
{
	switch (chance_below(writer->chance, 3)) {
	case 0:
		add_word(writer, "“mooi samenspel” en");
		break;
	case 1:
		add_word(writer, "“Wij doen het. Het helpt ons!” zei");
		break;
	default:
		add_word(writer, "zei: “Waarom niet? Dat kan toch samen” en");
	}
}

static void
add_parenthesis(struct writer *writer)
{
	switch (chance_below(writer->chance, 3)) {
	case 0:
		add_word(writer, "(7,5 resp. 6,7)");
		break;
	case 1:
		add_word(writer, "(zie ook. Het verslag)");
		break;
	default:
		add_word(writer, "(Midden-Holland)");
	}
	add_word(writer, "en");
}

static void
add_feature(struct writer *writer)
{
	switch (chance_below(writer->chance, 8)) {
	case 0:
		add_number(writer);
		break;
	case 1:
		add_quotation(writer);
		break;
	case 2:
		add_parenthesis(writer);
		break;
	case 3:
		add_word(writer, PICK(writer->chance, compounds));
		break;
	case 4:
		add_word(writer, PICK(writer->chance, abbreviations));
		break;
	case 5:
		add_word(writer, "dhr. Jansen, mevr. A. de Vries en");
		break;
	default:
		add_word(writer, PICK(writer->chance, names));
	}
}

static void
add_sentence(struct writer *writer, const char *stop)
{
	static const char *const starts[] = {
		"De",	 "Het",	       "Samen",	   "Één",      "In",
		"Gouda", "“Nu al” is", "(Ook) de", "2016 was", "’s Avonds",
	};
	size_t n = chance_below(writer->chance, 4);

	writer->start = writer->text.len;
	add_word(writer, PICK(writer->chance, starts));
	for (size_t i = 0; i < n; i++) {
		add_some(writer, chance_below(writer->chance, 5));
		add_feature(writer);
	}
	add_some(writer, 1 + chance_below(writer->chance, 8));
	buffer_add_string(&writer->text, stop);
}

static const char *
choose_stop(struct chance *chance)
{
	static const char *const stops[] = {".", ".",		".",
					    ".", "?",		"!",
					    "…", " (dit ook).", ", “zo dan!”"};

	return PICK(chance, stops);
}

static void
add_block(struct invented *invented, enum block_kind kind, struct text text,
	  const struct span *sentences, size_t n)
{
	struct block *block;

	invented->blocks =
		array_grow(invented->blocks, invented->n_blocks,
			   &invented->capacity, sizeof(struct block));
	block = &invented->blocks[invented->n_blocks++];
	*block = (struct block){
		.kind = kind,
		.text = arena_text(invented->arena, text),
		.sentences = arena_alloc(invented->arena, n + 1,
					 sizeof(struct span)),
		.n_sentences = n,
	};
	for (size_t i = 0; i < n; i++)
		block->sentences[i] = sentences[i];
}

static void
add_line(struct invented *invented, enum block_kind kind, const char *line)
{
	struct span span = {0, text_of(line).len};

	add_block(invented, kind, text_of(line), &span, 1);
}

/* stop: of its last sentence; NULL: any */
static void
add_paragraph(struct invented *invented, struct chance *chance,
	      enum block_kind kind, const char *stop)
{
	struct writer writer = {.chance = chance};
	struct span sentences[5];
	size_t n = stop ? 1 : 1 + chance_below(chance, 5);

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buffer_add_byte(&writer.text, ' ');
		add_sentence(&writer, stop ? stop : choose_stop(chance));
		sentences[i] = span_of(writer.start, writer.text.len);
	}
	add_block(invented, kind, buffer_text(&writer.text), sentences, n);
	buffer_release(&writer.text);
}

static void
add_body(struct invented *invented, struct chance *chance)
{
	static const char *const ends[] = {".", "", ";"};
	size_t n = 1 + chance_below(chance, 3);

	for (size_t i = 0; i < n; i++) {
		size_t items = 2 + chance_below(chance, 3);

		add_paragraph(invented, chance, BLOCK_PARAGRAPH, NULL);
		if (!chance_percent(chance, 30))
			continue;
		add_paragraph(invented, chance, BLOCK_PARAGRAPH, ":");
		while (items-- > 0)
			add_paragraph(invented, chance, BLOCK_ITEM,
				      PICK(chance, ends));
	}
}

static size_t
report_length(const struct invented *invented)
{
	size_t length = 0;

	for (size_t i = 0; i < invented->n_blocks; i++)
		length += invented->blocks[i].text.len;
	return length;
}

void
invented_init(struct invented *invented, struct chance *chance)
{
	size_t projects = 1 + chance_below(chance, 2);

	*invented = (struct invented){.arena = arena_new()};
	while (projects > 0 || report_length(invented) < SHORTEST) {
		projects -= projects > 0;
		add_line(invented, BLOCK_TITLE, PICK(chance, titles));
		add_line(invented, BLOCK_HEADING, "Opdrachtgever");
		add_line(invented, BLOCK_PARAGRAPH, "Gemeente Súdwest-Gouda");
		add_line(invented, BLOCK_HEADING, "Doel");
		add_body(invented, chance);
		add_line(invented, BLOCK_HEADING, "Inwoners en cliënten");
		add_body(invented, chance);
		add_line(invented, BLOCK_HEADING, "Bereikte resultaten");
		add_body(invented, chance);
	}
}

void
invented_release(struct invented *invented)
{
	free(invented->blocks);
	arena_free(invented->arena);
}
