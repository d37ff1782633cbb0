/*
 * YAML by libyaml's events. libyaml itself has no limit of depth, is silent
 * about repeated keys, and lets a document contain itself: all that is refused
 * here, event by event. What the keys mean is for the layouts to say.
 */
#include "casebook/text/yaml.h"

#include <string.h>

#include <yaml.h>

struct reader {
	yaml_parser_t parser;
	struct arena *arena;
	const char *file;
	struct text text;
	struct diagnostics *diagnostics;
	size_t n_events;
};

static struct place
place_of(const struct reader *reader, yaml_mark_t mark)
{
	return (struct place){.file = reader->file,
			      .line = mark.line + 1,
			      .column = mark.column + 1};
}

static int
refuse(struct reader *reader, struct place where, const char *message)
{
	diagnose(reader->diagnostics, DIAGNOSTIC_YAML, where, "%s", message);
	return -1;
}

/* Where a byte stands: libyaml gives only the offset of bytes that are bad. */
static struct place
place_of_byte(const struct reader *reader, size_t offset)
{
	struct place where = {.file = reader->file, .line = 1, .column = 1};

	for (size_t i = 0; i < offset && i < reader->text.len; i++) {
		unsigned char byte = (unsigned char)reader->text.bytes[i];

		if (byte == '\n') {
			where.line++;
			where.column = 1;
		} else if ((byte & 0xC0) != 0x80) {
			where.column++;
		}
	}
	return where;
}

static int
syntax_error(struct reader *reader)
{
	const yaml_parser_t *parser = &reader->parser;
	const char *problem = parser->problem ? parser->problem : "not YAML";

	if (parser->error == YAML_MEMORY_ERROR)
		memory_exhausted();
	if (parser->error == YAML_READER_ERROR)
		return refuse(reader,
			      place_of_byte(reader, parser->problem_offset),
			      problem);
	diagnose(reader->diagnostics, DIAGNOSTIC_YAML,
		 place_of(reader, parser->problem_mark), "%s%s%s", problem,
		 parser->context ? " " : "",
		 parser->context ? parser->context : "");
	return -1;
}

static int
refuse_extras(struct reader *reader, const yaml_event_t *event)
{
	const yaml_char_t *anchor = NULL, *tag = NULL;
	struct place where = place_of(reader, event->start_mark);

	if (event->type == YAML_SCALAR_EVENT) {
		anchor = event->data.scalar.anchor;
		tag = event->data.scalar.tag;
	} else if (event->type == YAML_SEQUENCE_START_EVENT) {
		anchor = event->data.sequence_start.anchor;
		tag = event->data.sequence_start.tag;
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		anchor = event->data.mapping_start.anchor;
		tag = event->data.mapping_start.tag;
	}
	if (anchor || event->type == YAML_ALIAS_EVENT)
		return refuse(reader, where,
			      "anchors and aliases are not used in layouts and "
			      "vocabularies; write it out, or in quotes if it "
			      "is text");
	if (tag)
		return refuse(reader, where,
			      "a tag (!) is not used in layouts and "
			      "vocabularies; put it in quotes if it is text");
	return 0;
}

/* The caller deletes the event. */
static int
next_event(struct reader *reader, yaml_event_t *event)
{
	if (!yaml_parser_parse(&reader->parser, event))
		return syntax_error(reader);
	if (++reader->n_events > YAML_MOST_EVENTS) {
		refuse(reader, place_of(reader, event->start_mark),
		       "larger than the limit of 20000 YAML events; make two "
		       "files of it");
		yaml_event_delete(event);
		return -1;
	}
	if (refuse_extras(reader, event)) {
		yaml_event_delete(event);
		return -1;
	}
	return 0;
}

static void
read_scalar(struct reader *reader, const yaml_event_t *event, struct yaml *node)
{
	yaml_scalar_style_t style = event->data.scalar.style;

	node->type = YAML_SCALAR;
	node->text =
		arena_text(reader->arena,
			   (struct text){(const char *)event->data.scalar.value,
					 event->data.scalar.length});
	node->quoted = style != YAML_PLAIN_SCALAR_STYLE;
	/* The first character of the text stands behind the quote. */
	if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
	    style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		node->where.column++;
}

static void *
grow(struct reader *reader, void *old, size_t n, size_t capacity, size_t size)
{
	void *grown = arena_alloc(reader->arena, capacity, size);

	if (n)
		memcpy(grown, old, n * size);
	return grown;
}

/* Room for one more item; the arena keeps what was too small. */
static void
make_room(struct reader *reader, struct yaml *node, size_t *capacity)
{
	size_t n = node->n_items;

	if (n < *capacity)
		return;
	*capacity = *capacity ? *capacity * 2 : 4;
	node->items =
		grow(reader, node->items, n, *capacity, sizeof(*node->items));
	if (node->type != YAML_MAPPING)
		return;
	node->keys =
		grow(reader, node->keys, n, *capacity, sizeof(*node->keys));
	node->key_places = grow(reader, node->key_places, n, *capacity,
				sizeof(*node->key_places));
}

/* Takes the event of a key and puts it behind the mapping's keys. */
static int
read_key(struct reader *reader, const yaml_event_t *event, struct yaml *mapping)
{
	struct yaml key = {.where = place_of(reader, event->start_mark)};

	if (event->type != YAML_SCALAR_EVENT)
		return refuse(reader, key.where,
			      "a key must be a word or a text, not a list or "
			      "a mapping");
	read_scalar(reader, event, &key);
	if (!key.quoted && text_is(key.text, "<<"))
		return refuse(reader, key.where,
			      "anchors and aliases are not used in layouts and "
			      "vocabularies, nor is the merge key <<");
	for (size_t i = 0; i < mapping->n_items; i++) {
		if (!text_equal(mapping->keys[i], key.text))
			continue;
		diagnose(reader->diagnostics, DIAGNOSTIC_YAML, key.where,
			 "%s given twice (first at line %zu)",
			 diagnostic_quote(reader->diagnostics, key.text),
			 mapping->key_places[i].line);
		return -1;
	}
	mapping->keys[mapping->n_items] = key.text;
	mapping->key_places[mapping->n_items] = key.where;
	return 0;
}

static int read_node(struct reader *reader, const yaml_event_t *event,
		     unsigned depth, struct yaml *node);

/* The items of a sequence or the keys and values of a mapping, to its end. */
static int
read_items(struct reader *reader, unsigned depth, struct yaml *node)
{
	yaml_event_type_t end = node->type == YAML_MAPPING
					? YAML_MAPPING_END_EVENT
					: YAML_SEQUENCE_END_EVENT;
	size_t capacity = 0;
	yaml_event_t event;

	for (;;) {
		int result = 0;

		if (next_event(reader, &event))
			return -1;
		if (event.type == end) {
			yaml_event_delete(&event);
			return 0;
		}
		make_room(reader, node, &capacity);
		if (node->type == YAML_MAPPING) {
			result = read_key(reader, &event, node);
			yaml_event_delete(&event);
			if (result || next_event(reader, &event))
				return -1;
		}
		result = read_node(reader, &event, depth + 1,
				   &node->items[node->n_items]);
		yaml_event_delete(&event);
		if (result)
			return -1;
		node->n_items++;
	}
}

static int
read_node(struct reader *reader, const yaml_event_t *event, unsigned depth,
	  struct yaml *node)
{
	*node = (struct yaml){.where = place_of(reader, event->start_mark)};
	if (event->type == YAML_SCALAR_EVENT) {
		read_scalar(reader, event, node);
		return 0;
	}
	if (depth > YAML_DEEPEST)
		return refuse(reader, node->where, "nested deeper than 32");
	node->type = event->type == YAML_MAPPING_START_EVENT ? YAML_MAPPING
							     : YAML_SEQUENCE;
	return read_items(reader, depth, node);
}

/* The one document: its mapping, and nothing behind it. */
static int
read_document(struct reader *reader, struct yaml *top)
{
	static const char message[] =
		"one mapping expected (lines of the form key: value)";
	yaml_event_t event;
	int result = 0;

	do {
		if (next_event(reader, &event))
			return -1;
		if (event.type == YAML_STREAM_START_EVENT ||
		    event.type == YAML_DOCUMENT_START_EVENT) {
			yaml_event_delete(&event);
			continue;
		}
		break;
	} while (true);
	if (event.type != YAML_MAPPING_START_EVENT)
		result = refuse(reader, place_of(reader, event.start_mark),
				message);
	else
		result = read_node(reader, &event, 1, top);
	yaml_event_delete(&event);
	if (result || next_event(reader, &event)) /* the document's end */
		return -1;
	yaml_event_delete(&event);
	if (next_event(reader, &event))
		return -1;
	if (event.type != YAML_STREAM_END_EVENT)
		result = refuse(reader, place_of(reader, event.start_mark),
				"one mapping expected, but a second document "
				"begins here");
	yaml_event_delete(&event);
	return result;
}

/* Runs libyaml over the text, without its byte-order mark. */
static int
read_text(struct reader *reader, struct yaml *top)
{
	struct place where = {.file = reader->file};
	int result;

	if (reader->text.len > YAML_LARGEST)
		return refuse(reader, where, "larger than the limit of 1 MiB");
	if (text_starts(reader->text, "\xef\xbb\xbf"))
		reader->text = text_sub(reader->text, 3, reader->text.len);
	if (!yaml_parser_initialize(&reader->parser))
		memory_exhausted();
	yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&reader->parser,
				     (const unsigned char *)reader->text.bytes,
				     reader->text.len);
	result = read_document(reader, top);
	yaml_parser_delete(&reader->parser);
	return result;
}

const struct yaml *
yaml_parse(struct arena *arena, const char *path, struct text text,
	   struct diagnostics *diagnostics)
{
	struct reader reader = {.arena = arena,
				.text = text.len ? text : TEXT(""),
				.diagnostics = diagnostics};
	struct yaml *top = arena_alloc(arena, 1, sizeof(*top));

	reader.file = arena_text(arena, text_of(path)).bytes;
	return read_text(&reader, top) ? NULL : top;
}

const struct yaml *
yaml_get(const struct yaml *mapping, const char *key)
{
	if (mapping->type != YAML_MAPPING)
		return NULL;
	for (size_t i = 0; i < mapping->n_items; i++)
		if (text_is(mapping->keys[i], key))
			return &mapping->items[i];
	return NULL;
}
