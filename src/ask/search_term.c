/* A word or phrase of a query, as the index holds it. */
#include "search_parser.h"

#include <stdlib.h>

#include "casebook/ask/search.h"

static void
add_word(struct search_node *node, const struct token *token)
{
	node->words = array_grow(node->words, node->n_words,
				 &node->words_capacity, sizeof(*node->words));
	node->words[node->n_words++] = (struct search_word){
		.folded = token->folded, .stem = token->stem};
}

/* The words of a lexeme; NULL when it has none, without a message. */
static struct search_node *
words_of(struct parser *parser, const struct lexeme *lexeme)
{
	struct search *search = parser->search;
	struct search_node *node = search_node_new(search, SEARCH_WORDS);
	struct token token;
	size_t at = 0;

	while (stem_next(search->stemmer, lexeme->text, &at, &token)) {
		add_word(node, &token);
		if (++parser->n_words > SEARCH_MOST_WORDS)
			return parser_wrong(parser, lexeme->offset,
					    "more than %d words",
					    SEARCH_MOST_WORDS);
	}
	if (node->n_words == 0)
		return NULL;
	if (lexeme->begins) {
		node->words[node->n_words - 1].begins = true;
		search->begins = true;
	}
	return node;
}

/* An operator in small letters is a word, and so it may be meant. */
static void
note_small(struct parser *parser, const struct lexeme *lexeme)
{
	static const char *const words[] = {"and", "or", "not", "near"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (lexeme->kind == LEXEME_WORD &&
		    text_is(lexeme->text, words[i]))
			diagnose(parser->diagnostics, DIAGNOSTIC_PROGRESS,
				 (struct place){.file = NULL},
				 "%s is looked for as a word; in capitals it "
				 "joins words",
				 diagnostic_quote(parser->diagnostics,
						  lexeme->text));
}

struct search_node *
parse_words(struct parser *parser)
{
	struct lexeme lexeme = parser->next;
	struct search_node *node = words_of(parser, &lexeme);

	if (!node && (lexeme.kind == LEXEME_QUOTED || lexeme.begins))
		return parser_wrong(parser, lexeme.offset,
				    "there is no word to look for here");
	note_small(parser, &lexeme);
	parser_advance(parser);
	return node;
}
