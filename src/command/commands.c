/* The table of commands. */
#include "command.h"

static const struct command commands[] = {
	{
		.name = "ingest",
		.arguments = "PATH…",
		.summary = "read reports (files or folders) into the casebook",
		.details = "A walk through a folder passes over README* and "
			   "hidden files. What has not changed is skipped; a "
			   "changed file takes the place of what was read "
			   "before. A file is wholly in or not at all.",
		.needs = NEEDS_DATA | WRITES_CASEBOOK,
		.options = OPTION(AS) | OPTION(LAYOUT) | OPTION(FORCE) |
			   OPTION(JOBS) | OPTION(MEMORY) | OPTION(DRY_RUN),
		.least = 1,
		.most = ANY_NUMBER,
		.run = command_ingest,
	},
	{
		.name = "remove",
		.arguments = "SOURCE…",
		.summary = "take reports out again",
		.details = "Corrections of them stay, as orphans.",
		.needs = WRITES_CASEBOOK,
		.least = 1,
		.most = ANY_NUMBER,
		.run = command_remove,
	},
	{
		.name = "list",
		.arguments = "[FILTER…]",
		.summary = "projects, one a line",
		.details =
			"--facet counts, among all projects chosen, the values "
			"that these filters could have: ten of each, as CSV "
			"(a second table) and JSON all of them. A field of a "
			"layout's own is field:NAME, as a facet and in "
			"--columns and --sort.\n\n"
			"--sql prints what the sqlite3 shell answers alike: "
			"casebook list --theme jeugd --sql | sqlite3 -box "
			"casebook.db",
		.needs = NEEDS_CASEBOOK,
		.options = OPTIONS_OF_TABLES | OPTION(COLUMNS) |
			   OPTIONS_OF_ANSWERS | OPTION(FACET) | OPTION(LANG),
		.filters = true,
		.run = command_list,
	},
	{
		.name = "show",
		.arguments = "PROJECT",
		.summary = "facts and sections of a project",
		.details = "--evidence quotes for each value the words that "
			   "prove it, with file and line; as CSV these are the "
			   "rows.\n\n"
			   "--section and --marked show text alone. A section "
			   "is named by its name in the layout, its heading or "
			   "its component, or by a part of one, ignoring case. "
			   "Marked words read [words]{2 grade}, on a terminal "
			   "underlined: they prove the grade of row 2 of the "
			   "legend below; {2} alone: all its values. Words "
			   "that cross become one mark.",
		.needs = NEEDS_CASEBOOK,
		.options = OPTIONS_OF_TABLES | OPTION(EVIDENCE) |
			   OPTION(SECTION) | OPTION(MARKED) | OPTION(LANG),
		.least = 1,
		.most = 1,
		.run = command_show,
	},
	{
		.name = "search",
		.arguments = "QUERY… [FILTER…]",
		.summary = "full text, in any form of a word, best first",
		.details =
			"All words must stand in one section of a report, or "
			"in its title, in any form (gemeente finds gemeenten); "
			"case and accents make no difference. \"samen "
			"werken\" is a phrase, jeugd* what begins so; AND, OR "
			"and NOT in capitals, and parentheses, join them; "
			"NEAR(wijk zorg, 5) has at most 5 words in between. "
			"title:word looks in titles, section:doel in sections "
			"by name, heading or component; theme:jeugd and the "
			"other filters are the same as --theme jeugd.\n\n"
			"A shell takes quotes away: write casebook search "
			"'\"samen werken\" NOT (school OR klas)'.\n\n"
			"For reading, 10 projects are shown, with up to 3 "
			"sections each; --limit N shows N projects, 0 all. As "
			"CSV or JSON a row is a section, with the line, offset "
			"and length of its first hit. --facet counts values "
			"among all projects that are found.",
		.needs = NEEDS_CASEBOOK,
		.options = OPTIONS_OF_TABLES | OPTION(COLUMNS) | OPTION(EXACT) |
			   OPTION(COMPOUNDS) | OPTION(LIMIT) | OPTION(COUNT) |
			   OPTION(FACET) | OPTION(LANG),
		.filters = true,
		.least = 1,
		.most = ANY_NUMBER,
		.page = "casebook-search(1)",
		.run = command_search,
	},
	{
		.name = "report",
		.arguments = "[NAME [FILTER…]]",
		.summary = "one of the reports on all projects or some",
		.details =
			"--by theme, adviser, place, level or kind: the same "
			"by group. A project stands in each of its groups, and "
			"one that has none in a last row without a name. By "
			"level means the rungs applied, wholly or in part. "
			"Grades by group are those of object proeftuin unless "
			"--object says else; n counts measurements, sd is that "
			"of a sample (n - 1), and change is over those "
			"measured twice. In the cross table of participation, "
			"8+6 is eight projects that apply a rung and six that "
			"do so in part; --csv has every stance.",
		.needs = NEEDS_CASEBOOK,
		.options = OPTIONS_OF_TABLES | OPTION(COLUMNS) | OPTION(BY) |
			   OPTIONS_OF_ANSWERS | OPTION(LANG),
		.filters = true,
		.reports = true,
		.most = 1,
		.page = "casebook-report(1)",
		.run = command_report,
	},
	/* plot: the same as a picture. Its place is here. */
	{
		.name = "export",
		.arguments = "[VIEW…] [FILTER…]",
		.summary = "the public views, as data",
		.details =
			"One view goes to standard output, as CSV unless "
			"--format says else. With -o it goes to a file, and "
			"several views (all, when none is named) go to a "
			"folder, one file a view; all formats but csv and tsv "
			"can hold several on standard output as well.\n\n"
			"--dialect excel-nl is CSV with a byte order mark, "
			"semicolons and decimal commas, in which no cell is "
			"run as a formula. --format datapackage makes a "
			"folder of CSV files with a datapackage.json that "
			"tells their columns, keys and categories, by the "
			"standard Data Package 2.0. --format refi-qda makes a "
			"project that ATLAS.ti, MAXQDA, NVivo and QualCoder "
			"open, with every fact as a coding at its place (-o "
			"FILE.qdpx), or the codebook alone (-o FILE.qdc).",
		.needs = NEEDS_CASEBOOK | NEEDS_DATA,
		.options = OPTIONS_OF_TABLES | OPTION(COLUMNS) |
			   OPTIONS_OF_ANSWERS | OPTION(OUTPUT) | OPTION(LANG),
		.filters = true,
		.most = ANY_NUMBER,
		.page = "casebook-export(1)",
		.run = command_export,
	},
	{
		.name = "check",
		.arguments = "[SOURCE…]",
		.summary = "what a person should look at",
		.details =
			"What reading the reports remarked, by source and "
			"kind; names that look like one organisation under two "
			"spellings, with the alias to add; and whether the "
			"casebook itself is sound.\n\n"
			"--coverage reads the stored texts again and tells, "
			"for each source: the shares of its bytes that stand "
			"under a section that holds something, in titles, "
			"under a section that holds nothing, in front, "
			"contents table and back, and in running heads and "
			"the like; which lone lines look like a heading that "
			"no section claims, the most frequent first; and which "
			"numbers from 1 to 10 with a decimal, in sections that "
			"hold measurements, are no grade. As CSV the three "
			"tables are parted by empty lines.\n\n"
			"--repair makes a damaged search index anew from the "
			"stored texts. A casebook that is sound, or in which "
			"something else is damaged, it leaves as it is.",
		.needs = NEEDS_CASEBOOK | NEEDS_DATA,
		.options = OPTIONS_OF_TABLES | OPTION(COVERAGE) |
			   OPTION(REPAIR) | OPTION(LANG),
		.most = ANY_NUMBER,
		.run = command_check,
	},
	{
		.name = "correct",
		.arguments = "PROJECT VIEW … | --from FILE",
		.summary = "record a person's judgement of a fact",
		.details =
			"One of --set, --add, --drop, --confirm, each with "
			"COLUMN=VALUE words; --where COLUMN=VALUE… says which "
			"row --set is about.\n\n"
			"casebook correct kvds-16 measurements --where "
			"moment=tweede --set grade=7.6 --because \"…\"\n\n"
			"casebook correct kvds-05 measurements --add "
			"component= object=samenwerking moment=enkel grade=7 "
			"--because \"…\"\n\n"
			"casebook correct kvds-02 themes --drop theme=wonen "
			"--because \"…\"\n\n"
			"A correction wins over what is extracted, and "
			"survives every ingest, remove and rebuild; `casebook "
			"export corrections` shows both. A later one of the "
			"same value takes the place of the one before. A "
			"column that names the row (such as moment) is set by "
			"dropping the row and adding another. Adding a row "
			"that was dropped brings it back; dropping one that "
			"was added takes it away.",
		.needs = NEEDS_DATA | WRITES_CASEBOOK,
		.options = OPTION(WHERE) | OPTION(SET) | OPTION(ADD) |
			   OPTION(DROP) | OPTION(CONFIRM) | OPTION(BECAUSE) |
			   OPTION(BY) | OPTION(FROM),
		.most = 2,
		.page = "casebook-correct(1)",
		.run = command_correct,
	},
	{
		.name = "diff",
		.arguments = "OLD [NEW]",
		.summary = "in which facts two casebooks differ",
		.details = "NEW is the casebook of --db unless it is named. A "
			   "line is a row that is gone (-), that is new (+), "
			   "or one value that changed in a row (~). Exit "
			   "status 1 when there are any. Where the words stand "
			   "that prove a row is not compared.",
		.options = OPTIONS_OF_TABLES,
		.least = 1,
		.most = 2,
		.page = "casebook-evaluate(1)",
		.run = command_diff,
	},
	{
		.name = "evaluate",
		.arguments = "GOLD [DIR]",
		.summary = "measure the casebook against a gold standard",
		.details =
			"GOLD is a folder of CSV files, one a table, as export "
			"-o writes them; only the projects in its projects.csv "
			"count. A row whose column must is 0 counts neither "
			"for nor against, and a follow-up (kind vervolg) "
			"without a start is left out; of rows with one key the "
			"first counts. With DIR, that folder is measured "
			"instead of the casebook.\n\n"
			"Soft ignores case, and in names accents, punctuation "
			"and articles, in those of organisations also counts "
			"and parentheses; strict ignores nothing. Behind the "
			"figures stand the rows that are missing (-) or extra "
			"(+), softly compared; as CSV the two tables are "
			"parted by an empty line, and --quiet leaves the "
			"second out.",
		.needs = NEEDS_DATA,
		.options = OPTIONS_OF_PLAIN_TABLES | OPTION(ONLY) |
			   OPTION(MIN) | OPTION(QUIET),
		.least = 1,
		.most = 2,
		.page = "casebook-evaluate(1)",
		.run = command_evaluate,
	},
	{
		.name = "agree",
		.arguments = "DIR_A DIR_B",
		.summary = "how far two coders agree",
		.details =
			"Two folders of CSV files, one a table, as export -o "
			"writes them. Where coders choose what to write down: "
			"F1, rows compared softly as evaluate does. On closed "
			"grids, where every cell is coded yes or no (project "
			"by theme, by level, by trend): percent agreement and "
			"Cohen's kappa. For the highest level applied: "
			"Krippendorff's alpha, ordinal; its n is the projects "
			"for which both have one. Only projects that both list "
			"count, except in the row of projects itself. A figure "
			"is empty where it is not defined.",
		.needs = NEEDS_DATA,
		.options = OPTIONS_OF_PLAIN_TABLES,
		.least = 2,
		.most = 2,
		.page = "casebook-evaluate(1)",
		.run = command_agree,
	},
	{
		.name = "forget",
		.arguments = "[WHO]",
		.summary = "remove a person's name and address for good",
		.details =
			"WHO is the whole name, or an address, of an adviser "
			"or of anyone else in the texts. In the stored texts "
			"every form of the name (initials, the family name "
			"alone unless another person has it), the addresses "
			"and the telephone numbers that stand by it are "
			"blanked with \"_\"; the facts are extracted anew, and "
			"corrections that name the person are blanked or, of "
			"an adviser, dropped. --dry-run counts what that would "
			"be.\n\n"
			"Keyed hashes of these forms stay, so that no ingest "
			"or rebuild brings the person back. The reports "
			"themselves are not touched. What is done cannot be "
			"undone.\n\n"
			"casebook forget \"Jan de Vries\" --because \"asked by "
			"letter\"\n\n"
			"Without WHO: when, by whom and why persons were "
			"forgotten.",
		.needs = NEEDS_DATA | WRITES_CASEBOOK,
		.options = OPTIONS_OF_PLAIN_TABLES | OPTION(BECAUSE) |
			   OPTION(BY) | OPTION(FORCE) | OPTION(DRY_RUN),
		.most = 1,
		.page = "casebook-forget(1)",
		.run = command_forget,
	},
	{
		.name = "layout",
		.arguments =
			"list | show ID | new REPORT… | check FILE [REPORT…] | "
			"test [ID | DIR]… | trace FILE",
		.summary = "the layouts: how each kind of report is built",
		.details = "new drafts a layout from reports that none fits, "
			   "with comments that say what to judge; check reads "
			   "a file as a layout, runs its examples, "
			   "and tells of reports behind it whether they fit, "
			   "what of the layout is seldom or never seen, and "
			   "which headings and text no section claims; test "
			   "runs those of layouts "
			   "by name (all, "
			   "when none is named), and the reports of a folder "
			   "with their expected facts; trace says line by line "
			   "what took it. casebook-layout(5) tells how a "
			   "layout is written.",
		.needs = NEEDS_DATA,
		.options = OPTIONS_OF_PLAIN_TABLES | OPTION(LAYOUT) |
			   OPTION(UPDATE),
		.least = 1,
		.most = ANY_NUMBER,
		.page = "casebook-layout(5)",
		.run = command_layout,
	},
	{
		.name = "vocabulary",
		.arguments = "[NAME]",
		.summary = "the words by which rules decide",
		.details =
			"Lists the vocabularies, or prints one as it is: its "
			"comments tell what belongs in each set and table. A "
			"file of yours in the folder vocabulary/ of --data "
			"adds to it; see casebook-layout(5).",
		.needs = NEEDS_DATA,
		.options = OPTIONS_OF_PLAIN_TABLES,
		.most = 1,
		.page = "casebook-layout(5)",
		.run = command_vocabulary,
	},
	{
		.name = "text",
		.arguments = "FILE",
		.summary = "exactly what the layouts see of a file",
		.needs = NEEDS_DATA,
		.options = OPTION(MARKS) | OPTION(NO_PAGER),
		.least = 1,
		.most = 1,
		.run = command_text,
	},
	{
		.name = "schema",
		.arguments = "[VIEW]",
		.summary = "views and columns: meaning, unit, origin, personal",
		.options = OPTIONS_OF_PLAIN_TABLES,
		.most = 1,
		.page = "casebook-schema(5)",
		.run = command_schema,
	},
	{
		.name = "sql",
		.arguments = "QUERY",
		.summary = "read-only SQL over the public views",
		.details = "QUERY - reads the query from standard input.",
		.needs = NEEDS_CASEBOOK,
		.options = OPTIONS_OF_TABLES | OPTION(COLUMNS) |
			   OPTION(TIME_LIMIT),
		.least = 1,
		.most = 1,
		.run = command_sql,
	},
	/* site: a static web site of the casebook. Its place is here. */
	{
		.name = "rebuild",
		.arguments = "",
		.summary = "extract all facts again from the stored texts",
		.details = "In one transaction: all of it or nothing. So is a "
			   "casebook of an older program brought up to date, "
			   "in the same file, corrections kept; ingest does "
			   "that first.",
		.needs = NEEDS_DATA | WRITES_CASEBOOK,
		.run = command_rebuild,
	},
	{
		.name = "help",
		.arguments = "[COMMAND]",
		.summary = "this list, or the help of a command",
		.options = OPTION(NO_PAGER),
		.most = 1,
		.run = command_help,
	},
	{
		.name = "version",
		.arguments = "",
		.summary = "the program's version",
		.options = OPTION(VERBOSE) | OPTION(VERSION),
		.run = command_version,
	},
	{
		.name = "complete",
		.arguments = "-- WORD…",
		.summary = "what could stand in the place of the last word",
		.details = "For the shells' completion: a candidate a line, "
			   "what it is behind a tab; :files or :folders where "
			   "the shell knows better.",
		.hidden = true,
		.most = ANY_NUMBER,
		.run = command_complete,
	},
};

const struct command *
commands_all(size_t *n)
{
	*n = sizeof(commands) / sizeof(commands[0]);
	return commands;
}
