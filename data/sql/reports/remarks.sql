-- What a person should look at: all that reading remarked but notes, without
-- the advice on rows that a person confirmed; and the corrections whose value,
-- row or project is gone. These need what the views do not show: the rows that
-- were dropped, and by which key a row is corrected.
WITH row (project, fact, key, offset, length) AS (
		SELECT project, 'projects', '', offset, length FROM project
		UNION ALL
		SELECT project, 'places', key, offset, length FROM place
		UNION ALL
		SELECT project, 'involvements', key, offset, length
		FROM involvement
		UNION ALL
		SELECT project, 'advisers', key, offset, length FROM adviser
		UNION ALL
		SELECT project, 'measurements', key, offset, length
		FROM measurement
		UNION ALL
		SELECT project, 'participation', key, offset, length
		FROM participation_level
		UNION ALL
		SELECT project, 'phases', key, offset, length FROM phase
		UNION ALL
		SELECT project, 'themes', key, offset, length FROM theme
		UNION ALL
		SELECT project, 'quotes', key, offset, length FROM quote
		UNION ALL
		SELECT project, 'fields', key, offset, length FROM field),
	confirmed (source, offset, length) AS (
		SELECT projects.source, row.offset, row.length
		FROM corrections JOIN row USING (project, fact, key)
			JOIN projects USING (project)
		WHERE action = 'confirm' AND row.length > 0
		UNION ALL
		SELECT projects.source, proof.offset, proof.length
		FROM corrections JOIN proof USING (project, fact, key)
			JOIN projects USING (project)
		WHERE action = 'confirm'),
	orphan (source, message) AS (
		SELECT coalesce(projects.source, ''), 'what this corrects is '
			|| 'gone: ' || project || ' ' || fact || ' "' || key
			|| '"' || coalesce(' ' || nullif("column", ''), '')
			|| ': ' || action || coalesce(' ' || corrected, '')
			|| ', by ' || "by" || ' at ' || at
		FROM corrections LEFT JOIN projects USING (project)
			LEFT JOIN row USING (project, fact, key)
		WHERE row.project IS NULL)
SELECT source, severity, code, line, message
FROM (
	SELECT source, severity, code, line, offset, message
	FROM diagnostics
	WHERE severity <> 'note' AND NOT (severity = 'advice' AND EXISTS (
		SELECT 1 FROM confirmed
		WHERE confirmed.source = diagnostics.source
		AND diagnostics.offset >= confirmed.offset
		AND diagnostics.offset < confirmed.offset + confirmed.length))
	UNION ALL
	SELECT source, 'advice', 'correction-orphaned', NULL, 0, message
	FROM orphan
)
WHERE source = ''
	OR source IN (SELECT source FROM projects /*filter*/)
ORDER BY source, code, line, offset, message
