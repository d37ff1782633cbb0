-- Projects as cases: all the text of each is its own.
SELECT project, title, series, source, begin AS offset,
	finish - begin AS length
FROM (SELECT project, title, series, source FROM projects /*filter*/)
	LEFT JOIN (
		SELECT project, min(offset) AS begin,
			max(offset + length) AS finish
		FROM passages WHERE project IS NOT NULL GROUP BY project
	) USING (project)
ORDER BY source, begin, project
