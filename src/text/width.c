/* How wide text stands on a terminal. A bad byte is shown as one column. */
#include "casebook/text/width.h"

#include <utf8proc.h>

#include "casebook/base/escape.h"

/* The columns of the character at offset, which is moved behind it. */
static size_t
width_at(struct text text, size_t *offset)
{
	uint32_t c = 0;
	size_t len = utf8_read(text_sub(text, *offset, text.len - *offset), &c);
	int width;

	*offset += len ? len : 1;
	if (len == 0)
		return 1;
	if (c >= 0x20 && c < 0x7F)
		return 1;
	width = utf8proc_charwidth((utf8proc_int32_t)c);
	return width > 0 ? (size_t)width : 0;
}

size_t
text_width(struct text text)
{
	size_t columns = 0;

	for (size_t at = 0; at < text.len;) {
		if (text.bytes[at] >= 0x20 && text.bytes[at] < 0x7F) {
			columns++;
			at++;
		} else {
			columns += width_at(text, &at);
		}
	}
	return columns;
}

struct text
text_fit(struct text text, size_t columns)
{
	size_t at = 0, used = 0;

	while (at < text.len) {
		size_t behind = at;

		used += width_at(text, &behind);
		if (used > columns)
			break;
		at = behind;
	}
	return text_sub(text, 0, at);
}
