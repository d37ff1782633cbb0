-- Sources, and how much was found in each.
SELECT source, layout, title, publisher, published, projects,
	(SELECT count(*) FROM evidence
		WHERE evidence.source = sources.source) AS values_proved,
	warnings,
	(SELECT count(*) FROM diagnostics
		WHERE diagnostics.source = sources.source
		AND severity = 'advice') AS advice,
	bytes, media_type, converter, converter_version, sha256, path
FROM sources
WHERE source IN (SELECT source FROM projects /*filter*/)
ORDER BY source
