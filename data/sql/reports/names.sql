-- Organisations with a proper name, and in how many projects they take part.
SELECT organisation, aliases, projects
FROM organisations
WHERE organisation IN (SELECT organisation FROM (
	SELECT organisation, project FROM involvements WHERE named = 1
) /*filter*/)
ORDER BY organisation
