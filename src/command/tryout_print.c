/* A tryout for people: what was never seen, and what no section claims. */
#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"
#include "tryout_parts.h"

enum { MOST_LINES = 20, LONGEST = 70 };

static void
print_whole(struct text words)
{
	struct buffer line = {NULL, 0, 0};

	escape_terminal(&line, words);
	fwrite(line.bytes, 1, line.len, stdout);
	buffer_release(&line);
}

static void
print_words(struct text words)
{
	struct text cut = escape_cut(words, LONGEST);

	print_whole(cut);
	if (cut.len < words.len)
		fputs("…", stdout);
}

/* --- what is never or seldom seen ------------------------------------------*/

/* What to say of a thing; empty: it is as usual as can be. */
static struct text
verdict_of(const struct tryout *tryout, const struct use *use)
{
	static const char *const never[] = {
		[THING_SECTION] = "",
		[THING_FORM] = "never seen",
		[THING_COMPONENTS] = "no line recurs",
		[THING_FIELD] = "never filled",
		[THING_LINE] = "never matches",
		[THING_REGION] = "never seen",
		[THING_ASIDE] = "matches nothing",
		[THING_FURNITURE] = "matches nothing",
		[THING_REPAIR] = "repairs nothing",
	};
	const struct section *section;

	if (use->times == 0)
		return text_of(never[use->thing]);
	if (use->thing != THING_SECTION)
		return TEXT("");
	section = &tryout->layout->sections[use->section];
	if (use->filled == 0 && section->n_holds > 0)
		return TEXT("always empty");
	if (section->n_forms > 0 && use->times * 2 < tryout->n_projects)
		return arena_format(tryout->arena, "in %zu of %zu projects",
				    use->times, tryout->n_projects);
	return TEXT("");
}

static struct text
print_place(struct arena *arena, struct place where)
{
	return arena_format(arena, "%s:%zu",
			    escape_text(arena, text_of(where.file)).bytes,
			    where.line);
}

static int
compare_lines(const void *a, const void *b)
{
	const struct use *x = a, *y = b;

	if (x->where.line != y->where.line)
		return x->where.line < y->where.line ? -1 : 1;
	if (x->where.column != y->where.column)
		return x->where.column < y->where.column ? -1 : 1;
	return (int)x->thing - (int)y->thing;
}

static void
print_uses(struct tryout *tryout)
{
	size_t widest = 0, longest = 0;

	if (tryout->n_uses > 0)
		qsort(tryout->uses, tryout->n_uses, sizeof(*tryout->uses),
		      compare_lines);
	for (size_t i = 0; i < tryout->n_uses; i++) {
		struct text verdict = verdict_of(tryout, &tryout->uses[i]);
		struct text place =
			print_place(tryout->arena, tryout->uses[i].where);

		if (verdict.len == 0)
			continue;
		longest = verdict.len > longest ? verdict.len : longest;
		widest = place.len > widest ? place.len : widest;
	}
	if (longest > 0)
		puts("what is seldom or never seen:");
	for (size_t i = 0; i < tryout->n_uses; i++) {
		const struct use *use = &tryout->uses[i];
		struct text verdict = verdict_of(tryout, use);

		if (verdict.len == 0)
			continue;
		printf("  %-*s  %-*s  %-12s  ", (int)widest,
		       print_place(tryout->arena, use->where).bytes,
		       (int)longest, verdict.bytes, use->kind);
		print_words(use->name);
		putchar('\n');
	}
}

/* --- what no section claims ------------------------------------------------*/

static int
compare_letters(const void *a, const void *b)
{
	const struct unclaimed *x = a, *y = b;
	int order = text_compare(x->letters, y->letters);

	if (order)
		return order;
	order = strcmp(x->file, y->file);
	if (order)
		return order;
	return (x->line > y->line) - (x->line < y->line);
}

static int
compare_times(const void *a, const void *b)
{
	const struct unclaimed *x = a, *y = b;
	int order;

	if (x->times != y->times)
		return x->times > y->times ? -1 : 1;
	order = strcmp(x->file, y->file);
	if (order)
		return order;
	return (x->line > y->line) - (x->line < y->line);
}

/* Equal lines become one, counted; by their letters. */
static void
count_lines(struct unclaimed_list *list)
{
	size_t n = 0;

	if (list->n > 0)
		qsort(list->items, list->n, sizeof(*list->items),
		      compare_letters);
	for (size_t i = 0; i < list->n; i++) {
		struct unclaimed *it = &list->items[i];

		if (n == 0 ||
		    !text_equal(list->items[n - 1].letters, it->letters)) {
			list->items[n++] = *it;
			continue;
		}
		list->items[n - 1].times += it->times;
		list->items[n - 1].projects += it->projects;
		if (list->items[n - 1].level == 0)
			list->items[n - 1].level = it->level;
	}
	list->n = n;
}

/* A line that is not marked may be any; in several projects it is a heading. */
static void
drop_rare(struct unclaimed_list *headings)
{
	size_t n = 0;

	for (size_t i = 0; i < headings->n; i++)
		if (headings->items[i].level > 0 ||
		    headings->items[i].projects > 1)
			headings->items[n++] = headings->items[i];
	headings->n = n;
}

/* Both by their letters. */
static void
drop_headings(struct unclaimed_list *texts,
	      const struct unclaimed_list *headings)
{
	size_t n = 0, at = 0;

	for (size_t i = 0; i < texts->n; i++) {
		while (at < headings->n &&
		       text_compare(headings->items[at].letters,
				    texts->items[i].letters) < 0)
			at++;
		if (at == headings->n ||
		    !text_equal(headings->items[at].letters,
				texts->items[i].letters))
			texts->items[n++] = texts->items[i];
	}
	texts->n = n;
}

/* The layout's name of it; what belongs to none is called otherwise. */
static void
print_section(struct text section)
{
	if (text_is(section, "overig"))
		fputs(", in no section", stdout);
	else
		printf(", in section %.*s", TEXT_ARG(section));
}

static void
print_unclaimed(struct unclaimed_list *list, const char *what)
{
	size_t n = list->n < MOST_LINES ? list->n : MOST_LINES;

	if (list->n > 0) {
		qsort(list->items, list->n, sizeof(*list->items),
		      compare_times);
		puts(what);
	}
	for (size_t i = 0; i < n; i++) {
		const struct unclaimed *it = &list->items[i];

		printf("  %zu x  ", it->times);
		print_whole(text_of(it->file));
		printf(":%zu: ", it->line);
		print_words(it->words);
		if (it->level > 0)
			printf(" (level %u)", it->level);
		if (it->section.len > 0)
			print_section(it->section);
		putchar('\n');
	}
	if (n < list->n)
		printf("  and %zu other lines\n", list->n - n);
}

void
tryout_print(struct tryout *tryout)
{
	printf("%zu %s, %zu %s\n", tryout->n_reports,
	       tryout->n_reports == 1 ? "report" : "reports",
	       tryout->n_projects,
	       tryout->n_projects == 1 ? "project" : "projects");
	if (tryout->n_reports == 0)
		return;
	print_uses(tryout);
	count_lines(&tryout->headings);
	drop_rare(&tryout->headings);
	count_lines(&tryout->texts);
	drop_headings(&tryout->texts, &tryout->headings);
	print_unclaimed(
		&tryout->headings,
		"headings that no section claims, most frequent first:");
	print_unclaimed(&tryout->texts,
			"text that no section claims, most frequent first:");
}
