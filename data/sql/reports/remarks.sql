-- What a person should look at: all that reading remarked but notes.
SELECT source, severity, code, line, message
FROM diagnostics
WHERE severity <> 'note'
	AND source IN (SELECT source FROM projects /*filter*/)
ORDER BY source, code, line, offset, message
