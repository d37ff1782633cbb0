/* What persons said of a project's facts, told below the facts. */
#include "judged.h"

#include <stdio.h>

#include "casebook/base/escape.h"

int
judged_read(struct judged *judged, struct text project, struct session *session)
{
	*judged = (struct judged){.project = project};
	corrections_init(&judged->all);
	judged->screen = &session->screen;
	return corrections_read(&judged->all, session->store,
				&session->diagnostics);
}

void
judged_release(struct judged *judged)
{
	if (judged->all.arena)
		corrections_release(&judged->all);
}

static void
add_quoted(struct buffer *line, const struct judged *judged, struct text text)
{
	buffer_add_string(line, "“");
	screen_add(line, judged->screen, text);
	buffer_add_string(line, "”");
}

/* " by WHO at WHEN: “why”", and the end of the line. */
static void
add_who(struct buffer *line, const struct judged *judged,
	const struct correction *item)
{
	buffer_add_string(line, " by ");
	screen_add(line, judged->screen, item->by);
	buffer_add_string(line, " at ");
	escape_terminal(line, item->at);
	if (item->because.len > 0) {
		buffer_add_string(line, ": ");
		add_quoted(line, judged, item->because);
	}
	buffer_add_byte(line, '\n');
}

static void
print_line(const struct judged *judged, struct buffer *line)
{
	screen_lines(stdout, judged->screen, buffer_text(line));
	buffer_release(line);
}

static void
print_one(const struct judged *judged, const struct correction *item)
{
	struct buffer line = {NULL, 0, 0};

	buffer_add_string(&line, "      ");
	if (item->column.len > 0) {
		escape_terminal(&line, item->column);
		buffer_add_byte(&line, ' ');
		add_quoted(&line, judged, item->corrected);
		buffer_add_string(&line, " (extracted: ");
		if (item->extracted.len > 0)
			add_quoted(&line, judged, item->extracted);
		else
			buffer_add_string(&line, "nothing");
		buffer_add_string(&line, ") corrected");
	} else {
		buffer_add_string(&line, item->action == CORRECTION_ADD
						 ? "added"
						 : "confirmed");
	}
	add_who(&line, judged, item);
	print_line(judged, &line);
}

void
judged_print(const struct judged *judged, const struct schema_view *view,
	     struct text key)
{
	for (size_t i = 0; i < judged->all.n_items; i++) {
		const struct correction *item = &judged->all.items[i];

		/* the values of an added row came with it */
		if (item->action == CORRECTION_ADD && item->column.len > 0 &&
		    item->extracted.len == 0)
			continue;
		if (text_equal(item->project, judged->project) &&
		    text_is(view->name, fact_kinds[item->fact].view) &&
		    text_equal(item->key, key))
			print_one(judged, item);
	}
}

static bool
is_dropped(const struct judged *judged, const struct correction *item)
{
	return item->action == CORRECTION_DROP &&
	       text_equal(item->project, judged->project);
}

bool
judged_has_dropped(const struct judged *judged)
{
	for (size_t i = 0; i < judged->all.n_items; i++)
		if (is_dropped(judged, &judged->all.items[i]))
			return true;
	return false;
}

void
judged_print_dropped(const struct judged *judged)
{
	for (size_t i = 0; i < judged->all.n_items; i++) {
		const struct correction *item = &judged->all.items[i];
		struct buffer line = {NULL, 0, 0};

		if (!is_dropped(judged, item))
			continue;
		buffer_format(&line, "  %s ", fact_kinds[item->fact].view);
		add_quoted(&line, judged, item->key);
		if (item->extracted.len > 0) {
			buffer_add_string(&line, " (");
			screen_add(&line, judged->screen, item->extracted);
			buffer_add_byte(&line, ')');
		}
		buffer_add_string(&line, "\n      dropped");
		add_who(&line, judged, item);
		print_line(judged, &line);
	}
}
