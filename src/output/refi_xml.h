/*
 * XML by libxml2's writer, for the files of REFI-QDA. Once something failed
 * (memory), the rest is not written and xml_end says so.
 */
#ifndef OUTPUT_REFI_XML_H
#define OUTPUT_REFI_XML_H

#include "casebook/base/guid.h"
#include "casebook/output/refi.h"

struct xml;

struct xml *xml_new(void); /* one that failed says so at its end */
void xml_free(struct xml *xml);

void xml_open(struct xml *xml, const char *element);
void xml_close(struct xml *xml);
/* An empty text gives no attribute and no element. */
void xml_attribute(struct xml *xml, const char *name, struct text value);
void xml_guid(struct xml *xml, const char *name, struct guid guid);
void xml_number(struct xml *xml, const char *name, size_t value);
void xml_text(struct xml *xml, const char *element, struct text text);
/* <element targetGUID="…"/> */
void xml_reference(struct xml *xml, const char *element, struct guid target);

/*
 * Ends the document. *text is all of it, and lives as long as xml. Returns 0,
 * or -1 when memory ran out.
 */
int xml_end(struct xml *xml, struct text *text);

/* The element Codes, with all codes as a tree; nothing when there are none. */
void xml_codes(struct xml *xml, const struct refi_project *project);
struct guid refi_code_guid(const struct refi_code *code);

#endif
