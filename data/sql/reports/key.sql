-- The key of one project, and the file that describes it.
SELECT project, path
FROM projects JOIN sources USING (source)
WHERE project = :project
