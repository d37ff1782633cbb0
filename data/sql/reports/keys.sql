-- Every project's key, and the file that describes it.
SELECT project, path
FROM projects JOIN sources USING (source)
/*filter*/
ORDER BY project
