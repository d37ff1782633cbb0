-- What a person should look at: all that reading remarked but notes, without
-- the advice on rows that a person judged, or on a number that a person gave
-- the project as a grade; the corrections whose value, row
-- or project is gone; and those made of a value that the text no longer gives.
-- These need what the views do not show: the rows that were dropped, by which
-- key a row is corrected, and what was extracted where a person set a value.
-- (Scores and ordinals move with the rows around them, and are not compared.)
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
	now (project, fact, key, words) AS (
		SELECT project, 'involvements', key,
			' ' || trim(coalesce(' named=' || named, '')
			|| coalesce(' note=' || note, '')
			|| coalesce(' organisation_kind=' || organisation_kind, '')) || ' '
		FROM involvement WHERE rule IS NOT 'correction'
		UNION ALL
		SELECT project, 'advisers', key,
			' ' || trim(coalesce(' email=' || email, '')
			|| coalesce(' contact=' || contact, '')) || ' '
		FROM adviser WHERE rule IS NOT 'correction'
		UNION ALL
		SELECT project, 'measurements', key,
			' ' || trim(coalesce(' grade=' || grade, '')) || ' '
		FROM measurement WHERE rule IS NOT 'correction'
		UNION ALL
		SELECT project, 'participation', key,
			' ' || trim(coalesce(' stance=' || stance, '')
			|| coalesce(' rung=' || rung, '')) || ' '
		FROM participation_level WHERE rule IS NOT 'correction'
		UNION ALL
		SELECT project, 'projects', '',
			' ' || trim(coalesce(' kind=' || kind, '')
			|| coalesce(' title=' || title, '')
			|| coalesce(' area=' || area, '')
			|| coalesce(' start=' || start, '')
			|| coalesce(' end=' || "end", '')
			|| coalesce(' period_note=' || period_note, '')) || ' '
		FROM project WHERE rule IS NOT 'correction'),
	outdated (project, fact, key, source, message) AS (
		SELECT project, fact, key, projects.source, 'the text gives "'
			|| trim(words) || '" now, and gave "'
			|| coalesce(nullif("column", '') || '=', '')
			|| coalesce(extracted, '') || '" when this was '
			|| CASE action WHEN 'confirm' THEN 'confirmed'
				WHEN 'drop' THEN 'dropped'
				ELSE 'corrected' END
			|| ': ' || project || ' ' || fact || ' "' || key || '"'
			|| coalesce(': ' || action || ' ' || corrected, '')
			|| ', by ' || "by" || ' at ' || at
		FROM corrections JOIN now USING (project, fact, key)
			JOIN projects USING (project)
		WHERE iif(action IN ('confirm', 'drop'),
				words <> ' ' || extracted || ' ',
			action = 'set' AND iif(extracted IS NULL,
				instr(words, ' ' || "column" || '='),
				NOT instr(words, ' ' || "column" || '='
					|| extracted || ' ')))),
	judged (source, offset, length) AS (
		SELECT projects.source, row.offset, row.length
		FROM corrections JOIN row USING (project, fact, key)
			JOIN projects USING (project)
		WHERE action = 'confirm' AND row.length > 0
		AND (project, fact, key) NOT IN
			(SELECT project, fact, key FROM outdated)
		UNION ALL
		SELECT projects.source, proof.offset, proof.length
		FROM corrections JOIN proof USING (project, fact, key)
			JOIN projects USING (project)
		WHERE action <> 'add' AND (project, fact, key) NOT IN
			(SELECT project, fact, key FROM outdated)),
	orphan (source, message) AS (
		SELECT coalesce(projects.source, ''), 'what this corrects is '
			|| 'gone: ' || project || ' ' || fact || ' "' || key
			|| '"' || coalesce(' ' || nullif("column", ''), '')
			|| ': ' || action || coalesce(' ' || corrected, '')
			|| ', by ' || "by" || ' at ' || at
		FROM corrections LEFT JOIN projects USING (project)
			LEFT JOIN row USING (project, fact, key)
		WHERE row.project IS NULL),
	remark AS (
	SELECT source, severity, code, line, offset, message,
		(SELECT project FROM passages
			WHERE passages.source = diagnostics.source
			AND diagnostics.offset >= passages.offset
			AND diagnostics.offset
				< passages.offset + passages.length
			AND diagnostics.line > 0) AS project
	FROM diagnostics
	WHERE severity <> 'note' AND NOT (severity = 'advice' AND EXISTS (
		SELECT 1 FROM judged
		WHERE judged.source = diagnostics.source
		AND diagnostics.offset >= judged.offset
		AND diagnostics.offset < judged.offset + judged.length)))
SELECT source, severity, code, line, message, project
FROM (
	SELECT * FROM remark
	-- Its message ends in the number, such as: "7,4"
	WHERE code <> 'grade-unread' OR NOT EXISTS (SELECT 1 FROM corrections
		WHERE corrections.project = remark.project
		AND fact = 'measurements' AND "column" = 'grade'
		AND action IN ('add', 'set')
		AND CAST(corrected AS REAL) = CAST(replace(substr(message,
			instr(message, ': "') + 3), ',', '.') AS REAL))
	UNION ALL
	SELECT source, 'advice', 'correction-orphaned', NULL, 0, message, NULL
	FROM orphan
	UNION ALL
	SELECT source, 'advice', 'correction-outdated', NULL, 0, message, NULL
	FROM outdated
)
WHERE source = ''
	OR source IN (SELECT source FROM projects /*filter*/)
ORDER BY source, code, line, offset, message
