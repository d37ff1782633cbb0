-- Variables of sources and of projects (cases). The names of the one are not
-- those of the other: some programs keep one list of both.
SELECT 0 AS is_case, source AS owner, column1 AS variable, 0 AS is_number,
	CASE column1 WHEN 'publisher' THEN publisher
		WHEN 'published' THEN published ELSE layout END AS value,
	column2 AS place
FROM sources, (VALUES ('publisher', 1), ('published', 2), ('layout', 3))
WHERE source IN (SELECT source FROM projects /*filter*/)
UNION ALL
SELECT 1, project, column1, 0,
	CASE column1 WHEN 'kind' THEN kind WHEN 'area' THEN area
		WHEN 'start' THEN start WHEN 'end' THEN "end"
		ELSE series END,
	column2
FROM (SELECT * FROM projects /*filter*/), (VALUES ('kind', 4), ('area', 5),
	('start', 6), ('end', 7), ('series', 8))
UNION ALL
SELECT 1, project, 'grade ' || object || ' ' || moment, 1,
	printf('%.1f', grade), CASE object WHEN 'proeftuin' THEN 9 ELSE 14 END
	+ CASE moment WHEN 'eerste' THEN 0 WHEN 'tweede' THEN 1
		WHEN 'eind' THEN 2 ELSE 3 END
FROM measurements
WHERE component = '' AND grade IS NOT NULL
	AND project IN (SELECT project FROM projects /*filter*/)
ORDER BY is_case, place, variable, owner
