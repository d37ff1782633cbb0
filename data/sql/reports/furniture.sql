-- Where the sources of projects hold what is no part of their text. These marks
-- stand in no view: a passage is public with all that it holds.
SELECT project, offset, length
FROM (SELECT project, source FROM projects /*filter*/) JOIN mark USING (source)
WHERE kind IN ('furniture', 'aside')
ORDER BY project, offset, length
