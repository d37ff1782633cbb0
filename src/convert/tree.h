/*
 * JSON as small trees (yajl's parser), one at a time: a whole document as a
 * tree would take twenty times its text. What pandoc writes as {"t": kind,
 * "c": content} is one node, its content with a kind. Within room convert only.
 *
 * Invariants: at most TREE_DEEPEST levels, so that who walks it may recurse
 * (pandoc's division in a division is three levels). A node lies before what
 * it holds, and that before what stands beside it.
 */
#ifndef CASEBOOK_CONVERT_TREE_H
#define CASEBOOK_CONVERT_TREE_H

#include <stdint.h>

#include "casebook/base/memory.h"

enum { TREE_DEEPEST = 6000 };

enum tree_type { TREE_OTHER, TREE_NUMBER, TREE_TEXT, TREE_LIST, TREE_MAP };

/* clang-format off */
/* The kinds of node that are told apart; X(constant, pandoc's name) */
#define TREE_KINDS(X) \
	X(PLAIN, "Plain") X(PARA, "Para") X(LINE_BLOCK, "LineBlock") \
	X(CODE_BLOCK, "CodeBlock") X(BLOCK_QUOTE, "BlockQuote") \
	X(ORDERED_LIST, "OrderedList") X(BULLET_LIST, "BulletList") \
	X(DEFINITION_LIST, "DefinitionList") X(HEADER, "Header") \
	X(TABLE, "Table") X(FIGURE, "Figure") X(DIV, "Div") \
	X(STR, "Str") X(EMPH, "Emph") X(UNDERLINE, "Underline") \
	X(STRONG, "Strong") X(STRIKEOUT, "Strikeout") \
	X(SUPERSCRIPT, "Superscript") X(SUBSCRIPT, "Subscript") \
	X(SMALL_CAPS, "SmallCaps") X(QUOTED, "Quoted") X(CITE, "Cite") \
	X(CODE, "Code") X(SPACE, "Space") X(SOFT_BREAK, "SoftBreak") \
	X(LINE_BREAK, "LineBreak") X(MATH, "Math") \
	X(RAW_INLINE, "RawInline") X(LINK, "Link") X(IMAGE, "Image") \
	X(NOTE, "Note") X(SPAN, "Span") \
	X(META_MAP, "MetaMap") X(META_LIST, "MetaList") \
	X(META_BOOL, "MetaBool") X(META_STRING, "MetaString") \
	X(META_INLINES, "MetaInlines") X(META_BLOCKS, "MetaBlocks") \
	X(SINGLE_QUOTE, "SingleQuote") X(ONE_PAREN, "OneParen") \
	X(TWO_PARENS, "TwoParens") X(LOWER_ALPHA, "LowerAlpha") \
	X(UPPER_ALPHA, "UpperAlpha") X(LOWER_ROMAN, "LowerRoman") \
	X(UPPER_ROMAN, "UpperRoman")
/* clang-format on */

enum tree_kind {
	KIND_NONE,
	KIND_UNKNOWN,
#define X(constant, name) KIND_##constant,
	TREE_KINDS(X)
#undef X
};

struct tree {
	const char *bytes; /* of a text, or the key before a value of a map */
	/* A text's bytes; a number; of a list or map the nodes from this one to
	 * the first in it, or 0. */
	uint32_t n;
	uint32_t next; /* nodes from this one to the one beside it, or 0 */
	uint8_t type, kind;
	bool keyed; /* it is in a map, and its key stands before it */
};

/*
 * Called for each value of the outermost map, and where that is a list, for
 * each value in the list (and before them once with NULL). The node is gone
 * afterwards. Returns 0, or -1 to stop.
 */
typedef int tree_visitor(void *context, struct text key,
			 const struct tree *node);

/* Returns 0, or -1: *fault says why, or is as it was when a visitor stopped. */
int tree_walk(struct text bytes, tree_visitor *visit, void *context,
	      const char **fault);

/* All allow NULL, and answer NULL, "" or 0 where there is no such thing. */
const struct tree *tree_get(const struct tree *map, const char *key);
const struct tree *tree_at(const struct tree *list, size_t i);
struct text tree_text(const struct tree *node);
struct text tree_key(const struct tree *node);
size_t tree_number(const struct tree *node); /* true: 1 */
enum tree_kind tree_kind(const struct tree *node);
/* Of a node of a kind. */
const struct tree *tree_content(const struct tree *node);
/* For loops over a list or a map. */
const struct tree *tree_first(const struct tree *node);
const struct tree *tree_next(const struct tree *node);

#endif
