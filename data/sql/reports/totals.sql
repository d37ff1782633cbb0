-- What a casebook holds: sources, projects, and remarks to look at.
SELECT (SELECT count(*) FROM sources) AS sources,
	(SELECT count(*) FROM projects) AS projects,
	(SELECT count(*) FROM diagnostics WHERE severity <> 'note') AS remarks
