-- How many projects stand in more than one group.
WITH groups (project, name, position) AS (/*groups*/)
SELECT count(*) AS projects
FROM (SELECT project FROM groups GROUP BY project HAVING count(*) > 1)
