-- Every fact that stands somewhere: its code (kind, value, part of it), where
-- it stands, what it says, and the person who judged it, if one did. `ref` is
-- what a correction of it is about (refi-notes).
WITH fact (project, ref, source, offset, length, kind, value, part, about) AS (
	SELECT project, 'participation ' || replace(replace(component,
			'\', '\\'), '|', '\|') || '|' || level,
		source, offset, length, 'participation', level, stance,
		level || coalesce(', ' || stance, '')
			|| coalesce(' (' || nullif(component, '') || ')', '')
	FROM participation
	UNION ALL
	SELECT project, 'themes ' || replace(replace(theme, '\', '\\'), '|',
			'\|'),
		source, offset, length, 'theme', theme, NULL,
		theme || ', score ' || score
	FROM themes
	UNION ALL
	SELECT project, 'measurements ' || replace(replace(component,
			'\', '\\'), '|', '\|') || '|' || object || '|'
			|| moment,
		source, offset, length, 'measurement', object, moment,
		coalesce(printf('%.1f', grade) || ' ', '') || object || ', '
			|| moment
			|| coalesce(' (' || nullif(component, '') || ')', '')
	FROM measurements
	UNION ALL
	SELECT project, 'involvements ' || role || '|' || replace(replace(
			organisation, '\', '\\'), '|', '\|'),
		source, offset, length, 'involvement', role, NULL,
		organisation || coalesce(' (' || note || ')', '')
			|| coalesce(', ' || organisation_kind, '')
	FROM involvements
	UNION ALL
	SELECT project, 'phases ' || kind || '|' || replace(replace(phase,
			'\', '\\'), '|', '\|'),
		source, offset, length, 'phase', kind, NULL,
		phase || coalesce(' ' || start, '')
			|| coalesce(' / ' || "end", '')
	FROM phases
	UNION ALL
	SELECT project, 'places ' || replace(replace(place, '\', '\\'), '|',
			'\|'),
		source, offset, length, 'place', NULL, NULL, place
	FROM places
	UNION ALL
	SELECT project, 'advisers ' || replace(replace(adviser, '\', '\\'),
			'|', '\|'),
		source, offset, length, 'adviser', NULL, NULL,
		adviser || coalesce(' <' || email || '>', '')
	FROM advisers
	UNION ALL
	SELECT project, 'quotes ' || replace(replace(text, '\', '\\'), '|',
			'\|'),
		source, offset, length, 'quote', NULL, NULL, speaker
	FROM quotes
	UNION ALL
	SELECT project, 'fields ' || replace(replace(field, '\', '\\'), '|',
			'\|'),
		source, offset, length, 'field', field, NULL,
		field || ': ' || value || coalesce(' ' || scale, '')
	FROM fields
	UNION ALL
	SELECT project, 'projects ' || "column", source, offset, length,
		'project', "column", NULL,
		CASE "column" WHEN 'kind' THEN kind WHEN 'start' THEN start
			WHEN 'end' THEN "end" END
	FROM evidence JOIN (SELECT project, kind, start, "end" FROM projects)
		USING (project)
	WHERE fact = 'projects'
), judged (project, ref, "by") AS (
	SELECT project, fact || ' ' || CASE fact WHEN 'projects' THEN "column"
			ELSE key END,
		"by"
	FROM (
		SELECT *, row_number() OVER (
			PARTITION BY project, fact, key, CASE fact
				WHEN 'projects' THEN "column" END
			ORDER BY at DESC, "column") AS newest
		FROM corrections WHERE action IN ('set', 'confirm', 'add')
	)
	WHERE newest = 1
)
SELECT fact.project, ref, source, offset, length, kind, value, part, about,
	judged."by"
FROM fact LEFT JOIN judged USING (project, ref)
WHERE offset IS NOT NULL AND length > 0
	AND fact.project IN (SELECT project FROM projects /*filter*/)
ORDER BY source, offset, length DESC, kind, value, part, ref
