-- Grades of each project, component and object, side by side by moment.
SELECT project, component, object,
	max(CASE moment WHEN 'eerste' THEN grade END) AS first,
	max(CASE moment WHEN 'tweede' THEN grade END) AS second,
	max(CASE moment WHEN 'enkel' THEN grade END) AS single,
	max(CASE moment WHEN 'eind' THEN grade END) AS "end",
	changes.change, changes.trend
FROM (SELECT * FROM measurements /*filter*/)
	LEFT JOIN changes USING (project, component, object)
WHERE :object IS NULL
	OR object IN (SELECT value FROM json_each(:object))
GROUP BY project, component, object
ORDER BY project, component, object
