-- Places, and the projects that were carried out there.
SELECT DISTINCT place,
	count(*) OVER whole AS projects,
	group_concat(project, '; ') OVER whole AS project_keys
FROM places /*filter*/
WINDOW whole AS (PARTITION BY place ORDER BY project
	ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
ORDER BY projects DESC, place
