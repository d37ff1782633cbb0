-- Whether any project stands in more than one group.
WITH groups (project, name, position) AS (/*groups*/)
SELECT EXISTS (SELECT 1 FROM groups GROUP BY project HAVING count(*) > 1)
	AS overlap
