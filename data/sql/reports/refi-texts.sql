-- The texts of these sources, in pieces.
SELECT source, text
FROM passages
WHERE source IN (SELECT source FROM projects /*filter*/)
ORDER BY source, ordinal
