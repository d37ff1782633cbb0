/* The codebook alone (.qdc). */
#include "refi_xml.h"

int
refi_write_codebook(const struct refi_project *project, FILE *stream,
		    const char *path, struct diagnostics *diagnostics)
{
	struct xml *xml = xml_new();
	struct text text = TEXT("");
	int result;

	xml_open(xml, "CodeBook");
	xml_attribute(xml, "xmlns", TEXT("urn:QDA-XML:codebook:1.0"));
	xml_attribute(xml, "origin", project->origin);
	xml_codes(xml, project);
	xml_close(xml);
	result = xml_end(xml, &text);
	if (result == 0)
		fwrite(text.bytes, 1, text.len, stream);
	else
		diagnose(diagnostics, DIAGNOSTIC_OUTPUT,
			 (struct place){.file = path},
			 "not enough memory for the codebook");
	xml_free(xml);
	return result;
}
