/*
 * The formats that are no tables, but a whole of several files or parts: the
 * command that each names writes it (src/command/), no printer does.
 */
#include "format.h"

const struct format format_man = {
	.name = "man",
	.help = "the manual page casebook-schema(5), in mdoc",
	.command = "schema",
};

const struct format format_datapackage = {
	.name = "datapackage",
	.help = "a folder (-o DIR) of CSV files that describes itself",
	.command = "export",
};

const struct format format_refi_qda = {
	.name = "refi-qda",
	.help = "a project for QDA programs (-o FILE.qdpx, or FILE.qdc)",
	.command = "export",
};
