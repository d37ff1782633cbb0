/* Inventing bundles: sentences and lists from small stores, by chance. */
#include "bundle.h"

enum { WORD_LEN = 8, MOST_PROJECTS = 30 };

struct inventor {
	struct bundle *bundle;
	struct buffer *out;
	uint64_t state;
	size_t n_words;
	char word[WORD_LEN + 1];
};

/* splitmix64 */
static size_t
below(struct inventor *inventor, size_t n)
{
	uint64_t z = inventor->state += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return (size_t)((z ^ (z >> 31)) % n);
}

#define PICK(inventor, list) \
	((list)[below((inventor), sizeof(list) / sizeof(*(list)))])

static const char *const titles[] = {
	"Tuinen zonder hek",	   "De brug over",
	"Samen eten: een proef",   "Café ’t Hoekje (CTH)",
	"Buurten met ouderen 2.0", "Een huis met ‘open’ deuren",
	"Jeugd, sport en meer",	   "Langer thuis in de kern",
	"Ruilwinkel Oost – West",
};
static const char *const towns[] = {
	"Gouda",
	"Delft",
	"Kaag en Braassem",
	"Leiden",
	"Rotterdam-Kralingen",
	"Dordrecht-West",
	"Goeree-Overflakkee",
	"Schiedam e.o.",
	"Zoetermeer (wijk Buytenwegh)",
	"Alphen aan den Rijn",
	"Landelijk",
};
static const char *const organisations[] = {
	"MEE (Midden-Holland)",
	"Stichting Het Anker (SHA)",
	"huurders",
	"de gemeente",
	"Zorggroep De Linde",
	"acht basisscholen",
	"wijkteam Oost",
	"buurt- en belangenverenigingen",
	"organisaties op het gebied van jeugd, Wmo en onderwijs",
	"Pluspunt/Kwadrant",
	"zorgpartijen (Argos, De Bron en Het Kasteel)",
	"Bureau Zon B.V.",
	"vrijwilligers",
	"n.v.t.",
	"Zon (Delft",
};
static const char *const persons[][2] = {
	{"Ans Bakker", "a.bakker"},	   {"Zoë Ünal", "z.unal"},
	{"Jet van der Meer", "j.vd.meer"}, {"Bert de Wit", "b.dewit"},
	{"Cor Prins-Smit", "c.prinssmit"},
};
static const char *const periods[] = {
	"2016",
	"2016-2017",
	"2015 – 2017, daarna in de hele stad",
	"september 2016 tot en met juni 2017",
	"tweede helft 2016",
	"2017 (deels)",
	"nog niet bekend",
};
static const char *const sentences[] = {
	"De bewoners denken mee over de inrichting van het plein.",
	"Nog niet iedereen is betrokken; dat komt volgend jaar.",
	"Het doel is dat ouderen langer zelfstandig thuis wonen.",
	"Er zijn o.a. 35 gesprekken gevoerd, waarvan 12,5% bij mensen thuis.",
	"De proef bestaat uit drie fasen: verkennen, bouwen en vieren.",
	"In co-creatie ontstond een plan voor de speeltuin.",
	"Jongeren zijn bevraagd met een vragenlijst (n=14).",
	"Wie eenzaam is, komt vanzelf niet; daarom gaat men langs de deuren.",
	"MEE is de initiatiefnemer van de proeftuin.",
	"‘Doe maar gewoon’, zei de wethouder “met een knipoog”.",
	"Eind 2018 volgt een nieuwe ronde in de andere wijken.",
};
static const char *const quoted[][3] = {
	{"Wij doen het zelf", "Mijn moeder", "Eerst was ik bang"},
	{", en dat al jaren", " (of bijna)", ": ‘mooi zo’"},
	{".", "!", " van Zon B.V."},
};
static const char *const marks[][2] = {
	{"“", "”"},
	{"\"", "\""},
	{"„", "”"},
	{"‘", "’"},
};

/* A word that was not there before: "bacedo". */
static const char *
unlike(struct inventor *inventor)
{
	size_t number = ++inventor->n_words;
	char *word = inventor->word;

	for (size_t i = 0; i < WORD_LEN; i += 2) {
		word[i] = "bdfgklmnprstvz"[number % 14];
		word[i + 1] = "aeiou"[number % 5];
		number /= 5;
	}
	word[WORD_LEN] = '\0';
	return word;
}

static void
heading(struct inventor *inventor, const char *words)
{
	buffer_format(inventor->out, "\n%s\n\n", words);
}

static void
prose(struct inventor *inventor, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buffer_format(inventor->out, "%s%s",
			      i ? (below(inventor, 4) ? " " : "\n\n") : "",
			      PICK(inventor, sentences));
	buffer_add_byte(inventor->out, '\n');
}

static void
advisers(struct inventor *inventor)
{
	size_t n = 1 + below(inventor, 3), first = below(inventor, 5);

	heading(inventor, "JSO-adviseur");
	for (size_t i = 0; i < n; i++) {
		const char *const *person = persons[(first + i) % 5];

		buffer_format(inventor->out, "%s%s", i ? ", " : "", person[0]);
		if (below(inventor, 2))
			buffer_format(inventor->out, " (%s@%s)", person[1],
				      below(inventor, 4) ? "jso.nl" : "js0.nl");
	}
	buffer_add_byte(inventor->out, '\n');
	inventor->bundle->n_advisers += n;
}

static void
partners(struct inventor *inventor)
{
	size_t n = 1 + below(inventor, 6);

	heading(inventor, "Met wie wordt samengewerkt?");
	for (size_t i = 0; i < n; i++)
		buffer_format(inventor->out, "%s%s",
			      i == 0	   ? ""
			      : i + 1 == n ? " en "
					   : ", ",
			      PICK(inventor, organisations));
	buffer_add_string(inventor->out, ".\n");
}

static void
quotes(struct inventor *inventor)
{
	static const char *const headings[] = {
		"Quotes", "Quotes van betrokkenen", "Quotes door betrokkenen"};
	size_t n = below(inventor, 4);

	heading(inventor, PICK(inventor, headings));
	for (size_t i = 0; i < n; i++) {
		const char *const *mark = PICK(inventor, marks);
		size_t form = below(inventor, 3);

		/* A line that returns at page ends would be a running head. */
		buffer_format(inventor->out, "%s%s%s %s%s%s%s%s\n\n",
			      form == 1 ? "Een buur: " : "", mark[0],
			      quoted[0][below(inventor, 3)], unlike(inventor),
			      quoted[1][below(inventor, 3)],
			      quoted[2][below(inventor, 3)], mark[1],
			      form == 2 ? " (vrijwilliger)" : "");
	}
	inventor->bundle->n_quotes += n;
}

static void
research(struct inventor *inventor)
{
	size_t one = 55 + below(inventor, 40), two = 55 + below(inventor, 40);

	heading(inventor, below(inventor, 2) ? "Onderzoeksresultaten"
					     : "Onderzoekresultaten");
	heading(inventor, "Aansturing");
	prose(inventor, 1 + below(inventor, 2));
	heading(inventor, "Burgerparticipatie");
	prose(inventor, 1 + below(inventor, 3));
	heading(inventor, "Samenwerking");
	buffer_format(inventor->out,
		      "De deelnemers (n=%zu) waarderen de samenwerking met "
		      "een %zu,%zu bij de eerste meting en een %zu,%zu bij de "
		      "tweede meting.\n",
		      below(inventor, 90), one / 10, one % 10, two / 10,
		      two % 10);
	heading(inventor, "Effecten voor inwoners");
	prose(inventor, 1 + below(inventor, 2));
	inventor->bundle->n_grades += 2;
}

static void
project(struct inventor *inventor, const char *title)
{
	buffer_format(inventor->out, "\n%s\n", title);
	heading(inventor, "Opdrachtgever(s)");
	buffer_format(inventor->out, "Gemeente %s\n",
		      towns[below(inventor, 4)]);
	advisers(inventor);
	heading(inventor, "Gebied waar de proeftuin is uitgevoerd");
	buffer_format(inventor->out, "%s\n", PICK(inventor, towns));
	partners(inventor);
	heading(inventor,
		"Op welke wijze zijn inwoners en/of cliënten betrokken?");
	prose(inventor, 1 + below(inventor, 3));
	heading(inventor, "Uitvoering");
	buffer_format(inventor->out, "%s\n", PICK(inventor, periods));
	heading(inventor, "Wat is het doel van de proeftuin en voor wie?");
	prose(inventor, 1 + below(inventor, 4));
	heading(inventor, "Wat zijn de bereikte resultaten?");
	prose(inventor, 2 + below(inventor, 4));
	if (below(inventor, 3) > 0)
		quotes(inventor);
	if (below(inventor, 4) > 0)
		research(inventor);
}

void
bundle_init(struct bundle *bundle, uint64_t seed)
{
	struct inventor inventor = {
		.bundle = bundle, .out = &bundle->text, .state = seed};
	struct arena *arena = arena_new();
	const char *chosen[MOST_PROJECTS] = {NULL};

	*bundle = (struct bundle){.n_projects =
					  1 + below(&inventor, MOST_PROJECTS)};
	buffer_add_string(&bundle->text, "Verzonnen proeven\n\n"
					 "Gouda, 25 oktober 2017\n\n"
					 "Overzicht proeftuinen\n\n");
	for (size_t i = 0; i < bundle->n_projects; i++) {
		chosen[i] =
			arena_format(arena, "%s %s", PICK(&inventor, titles),
				     unlike(&inventor))
				.bytes;
		buffer_format(&bundle->text, "%zu.\t%s\t%zu\n", i + 1,
			      chosen[i], 5 + 3 * i);
	}
	buffer_add_string(&bundle->text, "\nWoord vooraf\n\nHet ga u goed.\n");
	for (size_t i = 0; i < bundle->n_projects; i++)
		project(&inventor, chosen[i]);
	buffer_add_string(&bundle->text, "\nPostadres:\nPostbus 1\n"
					 "1234 AB Zeedorp\n");
	arena_free(arena);
}

void
bundle_release(struct bundle *bundle)
{
	buffer_release(&bundle->text);
}
