-- The sources of projects, for REFI-QDA.
SELECT source, title
FROM sources
WHERE source IN (SELECT source FROM projects /*filter*/)
ORDER BY source
