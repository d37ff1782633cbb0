/* Texts as scalars of YAML, and as patterns. */
#include "internal.h"

#include <string.h>

#include "casebook/text/fold.h"

static bool
is_plain(struct text text)
{
	if (text.len == 0 || !is_letter(character_at(text, 0)))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.bytes[i];

		if ((unsigned char)c < 0x80 && !is_letter((unsigned char)c) &&
		    !is_digit((unsigned char)c) && !strchr(" -()/.?", c))
			return false;
	}
	return text.bytes[text.len - 1] != ' ';
}

void
add_scalar(struct buffer *out, struct text text)
{
	if (is_plain(text)) {
		buffer_add(out, text);
		return;
	}
	buffer_add_byte(out, '\'');
	for (size_t i = 0; i < text.len; i++) {
		if (text.bytes[i] == '\'')
			buffer_add_byte(out, '\'');
		buffer_add_byte(out, text.bytes[i]);
	}
	buffer_add_byte(out, '\'');
}

/* Words of a pattern, inside quotes of YAML. */
void
add_pattern(struct buffer *out, struct text literal)
{
	for (size_t i = 0; i < literal.len; i++) {
		if (strchr("\\^$.[]|()?*+{}#", literal.bytes[i]))
			buffer_add_byte(out, '\\');
		if (literal.bytes[i] == '\'')
			buffer_add_byte(out, '\'');
		buffer_add_byte(out, literal.bytes[i]);
	}
}

void
add_loose_pattern(struct buffer *out, struct text literal)
{
	for (size_t i = 0; i < literal.len; i++) {
		if ((unsigned char)literal.bytes[i] < 0x80)
			add_pattern(out, text_sub(literal, i, 1));
		else if (((unsigned char)literal.bytes[i] & 0xC0) == 0xC0)
			buffer_add_byte(out, '.');
	}
}
