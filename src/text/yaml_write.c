/* A tree as YAML again, in block style; comments are lost. */
#include "casebook/text/yaml.h"

#include <yaml.h>

static int
write_output(void *data, unsigned char *bytes, size_t size)
{
	buffer_add(data, (struct text){(const char *)bytes, size});
	return 1;
}

static int
emit_scalar(yaml_emitter_t *emitter, struct text text, bool quoted)
{
	bool lines = text_find(text, TEXT("\n"), 0) < text.len;
	yaml_scalar_style_t style = lines    ? YAML_LITERAL_SCALAR_STYLE
				    : quoted ? YAML_SINGLE_QUOTED_SCALAR_STYLE
					     : YAML_PLAIN_SCALAR_STYLE;
	yaml_event_t event;

	return yaml_scalar_event_initialize(&event, NULL, NULL,
					    (const yaml_char_t *)text.bytes,
					    (int)text.len, 1, 1, style) &&
	       yaml_emitter_emit(emitter, &event);
}

static int
emit(yaml_emitter_t *emitter, const struct yaml *node)
{
	bool mapping = node->type == YAML_MAPPING;
	yaml_event_t event;
	int done;

	if (node->type == YAML_SCALAR)
		return emit_scalar(emitter, node->text, node->quoted);
	done = mapping ? yaml_mapping_start_event_initialize(
				 &event, NULL, NULL, 1,
				 YAML_BLOCK_MAPPING_STYLE)
		       : yaml_sequence_start_event_initialize(
				 &event, NULL, NULL, 1,
				 YAML_BLOCK_SEQUENCE_STYLE);
	done = done && yaml_emitter_emit(emitter, &event);
	for (size_t i = 0; done && i < node->n_items; i++) {
		if (mapping)
			done = emit_scalar(emitter, node->keys[i], false);
		done = done && emit(emitter, &node->items[i]);
	}
	if (!done)
		return 0;
	done = mapping ? yaml_mapping_end_event_initialize(&event)
		       : yaml_sequence_end_event_initialize(&event);
	return done && yaml_emitter_emit(emitter, &event);
}

void
yaml_write(const struct yaml *node, struct buffer *out)
{
	yaml_emitter_t emitter;
	yaml_event_t event;

	if (!yaml_emitter_initialize(&emitter))
		memory_exhausted();
	yaml_emitter_set_output(&emitter, write_output, out);
	yaml_emitter_set_unicode(&emitter, 1);
	yaml_emitter_set_width(&emitter, -1);
	if (!yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING) ||
	    !yaml_emitter_emit(&emitter, &event) ||
	    !yaml_document_start_event_initialize(&event, NULL, NULL, NULL,
						  1) ||
	    !yaml_emitter_emit(&emitter, &event) || !emit(&emitter, node) ||
	    !yaml_document_end_event_initialize(&event, 1) ||
	    !yaml_emitter_emit(&emitter, &event) ||
	    !yaml_stream_end_event_initialize(&event) ||
	    !yaml_emitter_emit(&emitter, &event))
		memory_exhausted();
	yaml_emitter_delete(&emitter);
}
