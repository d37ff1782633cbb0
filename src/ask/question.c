/*
 * The table of named questions. What they ask stands in data/sql/reports/.
 */
#include "casebook/ask/question.h"

#include "casebook/base/data.h"

static const struct question questions[] = {
	{
		.name = "advisers",
		.help = "advisers, and the projects that they advise",
		.report = true,
	},
	{
		.name = "themes",
		.help = "themes, and the projects that are about them",
		.report = true,
	},
	{
		.name = "organisations",
		.help = "organisations and groups, and their roles",
		.columns = "organisation,projects,as_client,as_partner,"
			   "as_initiator",
		.report = true,
	},
	{
		.name = "partners",
		.help = "partners, and the projects that they take part in",
		.columns = "organisation,projects,project_keys",
		.report = true,
	},
	{
		.name = "grades",
		.help = "grades side by side, their change, and summed up",
		.telling = "change,trend",
		.sums = "grades-sums",
		.report = true,
	},
	{
		.name = "participation",
		.help = "projects on each rung of the ladder, by stance",
		.report = true,
	},
	{
		.name = "phases",
		.help = "periods, steps and what follows, and summed up",
		.sums = "phases-sums",
		.report = true,
	},
	{
		.name = "places",
		.help = "places, and the projects carried out there",
		.report = true,
	},
	{
		.name = "sources",
		.help = "the documents, and what was found in each",
		.columns = "source,layout,title,published,projects,"
			   "values_proved,warnings,advice",
		.report = true,
	},
	{
		.name = "grades-sums",
		.help = "n, mean, median, sd, min and max; up and down",
		.columns = "object,measure,n,mean,median,sd,up,down,equal,"
			   "min,max",
		.report = true,
	},
	{
		.name = "phases-sums",
		.help = "how many periods and steps, and from when to when",
		.report = true,
	},
	{
		.name = "projects",
		.help = "projects, one a line",
		.columns = "project,title,places,years,advisers",
	},
	{
		.name = "keys",
		.help = "the keys of the projects, and their files",
	},
	{
		.name = "key",
		.help = "the key of one project, and its file",
	},
	{
		.name = "aliases",
		.help = "organisations of several names",
	},
	{
		.name = "names",
		.help = "organisations by name, with other names",
	},
	{
		.name = "remarks",
		.help = "what a person should look at",
	},
	{
		.name = "furniture",
		.help = "where a project's source holds no text of it",
	},
	{
		.name = "totals",
		.help = "what the casebook holds",
	},
};

const struct question *
question_at(size_t i)
{
	return i < sizeof(questions) / sizeof(questions[0]) ? &questions[i]
							    : NULL;
}

const struct question *
question_find(struct text name)
{
	const struct question *question;

	for (size_t i = 0; (question = question_at(i)); i++)
		if (text_is(name, question->name))
			return question;
	return NULL;
}

struct text
question_sql(const struct question *question)
{
	struct buffer file = {NULL, 0, 0};
	struct text sql;

	buffer_format(&file, "sql/reports/%s.sql", question->name);
	sql = data_embedded(file.bytes);
	buffer_release(&file);
	return sql;
}

struct query *
question_ask(const struct question *question, const struct filter *filter,
	     struct store *store, struct diagnostics *diagnostics)
{
	return filter_query(filter, store, question_sql(question), diagnostics);
}
