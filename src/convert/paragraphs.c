/*
 * Writing pages. Where a sentence goes on over the end of a page, what stands
 * below and above the text of both (notes, running heads) is held back to the
 * end of its paragraph.
 */
#include "paragraphs.h"

#include "casebook/base/escape.h"

#include "grid.h"
#include "joints.h"

struct held {
	const struct sheet *sheet;
	const struct boxed_line *line;
};

struct writing {
	struct page *out;
	/* The line of text that was written last, and its page; or NULL. */
	const struct sheet *sheet;
	const struct boxed_line *last;
	struct held *held; /* furniture that waits */
	size_t n_held;
};

static void
add(struct writing *it, const char *string)
{
	buffer_add_string(&it->out->text, string);
}

static void
write_line(struct writing *it, const struct boxed_line *line)
{
	if (line->row)
		grid_write_row(it->out, line->row);
	else
		buffer_add(&it->out->text, line->text);
}

static struct text
part_name(enum part part)
{
	return part == PART_NOTE ? TEXT("note") : TEXT("running-head");
}

/* Each paragraph of furniture is marked; a blank line parts them. */
static void
write_held(struct writing *it)
{
	size_t from = it->out->text.len;

	for (size_t i = 0; i < it->n_held; i++) {
		const struct held *held = &it->held[i], *next = held + 1;
		const char *joint = "\n\n";

		write_line(it, held->line);
		if (i + 1 < it->n_held && next->sheet == held->sheet &&
		    next->line == held->line + 1)
			joint = joint_of(held->sheet, held->line, next->line);
		if (joint[0] != '\n' && i + 1 < it->n_held) {
			add(it, joint);
			continue;
		}
		page_mark(it->out, MARK_FURNITURE, from,
			  part_name(held->line->part));
		if (i + 1 < it->n_held)
			add(it, joint);
		from = it->out->text.len;
	}
	it->n_held = 0;
}

static void
hold(struct writing *it, const struct sheet *sheet,
     const struct boxed_line *line)
{
	it->held[it->n_held++] = (struct held){sheet, line};
}

static bool
is_text(const struct boxed_line *line)
{
	return line->part == PART_BODY || line->part == PART_TURNED;
}

/* What stands between the last line and the next one, and what waits. */
static void
write_joint(struct writing *it, const struct sheet *sheet,
	    const struct boxed_line *next)
{
	const char *joint = joint_of(sheet, it->last, next);

	if (joint[0] == '\n' && it->last->divided)
		add(it, "-");
	if (joint[0] == '\n' && it->n_held > 0 &&
	    !text_ends(it->last->text, "-")) {
		add(it, "\n\n");
		write_held(it);
		joint = "\n\n";
	}
	add(it, joint);
}

static const struct boxed_line *
first_text(const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->n_lines; i++)
		if (is_text(&sheet->lines[i]))
			return &sheet->lines[i];
	return NULL;
}

/* Between two pages; whether a sentence goes on. */
static bool
write_break(struct writing *it, const struct sheet *sheet)
{
	const struct boxed_line *first = first_text(sheet);
	bool torn = it->last && first &&
		    joint_torn(it->sheet, it->last, sheet, first);

	if (torn && !it->last->divided) {
		add(it, " \f");
		return true;
	}
	if (it->last && it->last->divided)
		add(it, "-");
	if (it->n_held > 0) {
		add(it, it->last ? "\n\n" : "");
		write_held(it);
	}
	add(it,
	    it->out->text.len > 0 &&
			    it->out->text.bytes[it->out->text.len - 1] != '\f'
		    ? "\n\n\f"
		    : "\n\f");
	it->last = NULL;
	return false;
}

static void
write_sheet(struct writing *it, const struct sheet *sheet, bool torn)
{
	const struct boxed_line *first = first_text(sheet);
	const struct boxed_line *end = sheet->lines + sheet->n_lines;
	const struct boxed_line *line = sheet->lines;

	for (; line < end && line != first; line++)
		hold(it, sheet, line);
	if (!torn && it->n_held > 0) {
		write_held(it);
		add(it, first ? "\n\n" : "");
	}
	for (bool joined = torn; line < end; line++) {
		if (!is_text(line)) {
			hold(it, sheet, line);
			continue;
		}
		if (it->last && !joined)
			write_joint(it, sheet, line);
		joined = false;
		write_line(it, line);
		it->last = line;
		it->sheet = sheet;
	}
}

void
paragraphs_write(struct page *page, struct sheets *sheets)
{
	struct writing it = {.out = page};
	size_t n = 0;

	for (size_t i = 0; i < sheets->n; i++) {
		n += sheets->items[i].n_lines;
		sheets->items[i].usual_gap =
			usual_gap(sheets->arena, &sheets->items[i]);
	}
	it.held = arena_alloc(sheets->arena, n + 1, sizeof(*it.held));
	for (size_t i = 0; i < sheets->n; i++)
		write_sheet(&it, &sheets->items[i],
			    i > 0 && write_break(&it, &sheets->items[i]));
	if (it.last && it.last->divided)
		add(&it, "-");
	if (it.n_held > 0) {
		add(&it, it.last ? "\n\n" : "");
		write_held(&it);
	}
	add(&it, "\n");
}
