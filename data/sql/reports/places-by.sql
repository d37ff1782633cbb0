-- Places by group, and the projects of the group that have each.
WITH groups (project, name, position) AS (/*groups*/)
SELECT DISTINCT name AS "by", place, count(*) OVER whole AS projects,
	group_concat(project, '; ') OVER whole AS project_keys
FROM groups JOIN (SELECT DISTINCT project, place FROM places) USING (project)
WINDOW whole AS (PARTITION BY name, place ORDER BY project
	ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
ORDER BY name IS NULL, position, name, projects DESC, place
