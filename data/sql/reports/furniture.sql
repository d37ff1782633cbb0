-- Where the source of a project holds what is no part of its text. These marks
-- stand in no view: a passage is public with all that it holds.
SELECT offset, length
FROM projects JOIN mark USING (source)
WHERE project = :project AND mark.kind IN ('furniture', 'aside')
ORDER BY offset, length
