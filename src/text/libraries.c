/* PCRE2, libyaml, utf8proc and libstemmer. */
#include "casebook/text/libraries.h"

#include <utf8proc.h>
#include <yaml.h>

#include "casebook/text/stem.h"

#include "engine.h"

enum { LONGEST_VERSION = 64 }; /* bytes; PCRE2 asks for 24 */

static void
add_patterns(struct buffer *page)
{
	char version[LONGEST_VERSION] = "";
	uint32_t jit = 0;

	if (pcre2_config(PCRE2_CONFIG_VERSION, NULL) <= LONGEST_VERSION)
		pcre2_config(PCRE2_CONFIG_VERSION, version);
	pcre2_config(PCRE2_CONFIG_JIT, &jit);
	library_add(page, jit ? "PCRE2 (with JIT)" : "PCRE2 (no JIT)", version);
}

void
text_libraries(struct buffer *page)
{
	struct hash stems = stem_fingerprint();

	add_patterns(page);
	library_add(page, "libyaml", yaml_get_version_string());
	library_add(page, "utf8proc", utf8proc_version());
	library_add(page, "Unicode of utf8proc", utf8proc_unicode_version());
	library_add(page, "libstemmer (fingerprint)", stems.digits);
}
