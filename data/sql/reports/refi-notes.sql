-- What persons judged, and why: `ref` as in refi-facts; `words` is the note.
SELECT project, fact || ' ' || CASE fact WHEN 'projects' THEN "column"
		ELSE key END AS ref,
	project || ' ' || fact || ' ' || key || ' ' || "column" AS id,
	project || ': ' || action || ' ' || fact
		|| coalesce(' ' || nullif("column", ''), '') AS name,
	coalesce(nullif(key, '') || char(10), '')
		|| CASE action WHEN 'set' THEN '"' || coalesce(extracted, '')
			|| '" became "' || coalesce(corrected, '') || '"'
			|| char(10) ELSE '' END
		|| coalesce(because, '') AS words,
	source, "by", at
FROM corrections JOIN (SELECT project, source FROM projects /*filter*/)
	USING (project)
ORDER BY source, project, fact, key, "column"
