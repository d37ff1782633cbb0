-- Persons that the casebook names, in the order in which they are numbered:
-- advisers as the documents come to them, then those who were quoted, then
-- those who judged, by when they did. What was corrected or dropped still
-- stands in the texts.
SELECT kind, name
FROM (
	SELECT 1 AS place, 'adviser' AS kind, adviser AS name, source, offset,
		'' AS at
	FROM advisers
	UNION ALL
	SELECT 2, 'adviser', replace(replace(key, '\|', '|'), '\\', '\'), '', 0,
		at
	FROM corrections WHERE fact = 'advisers'
	UNION ALL
	SELECT 3, 'speaker', speaker, source, offset, '' FROM quotes
	UNION ALL
	SELECT 4, 'speaker', column1, '', 0, at
	FROM (SELECT extracted AS column1, at FROM corrections
			WHERE fact = 'quotes' AND "column" = 'speaker'
		UNION ALL SELECT corrected, at FROM corrections
			WHERE fact = 'quotes' AND "column" = 'speaker')
	UNION ALL
	SELECT 5, 'judge', "by", '', 0, at FROM corrections
)
WHERE name <> ''
ORDER BY place, source IS NULL, source, offset, at, name
