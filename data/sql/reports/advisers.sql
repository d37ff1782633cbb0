-- Advisers, and the projects that they advise.
SELECT DISTINCT adviser,
	min(email) OVER whole AS email,
	count(*) OVER whole AS projects,
	group_concat(project, '; ') OVER whole AS project_keys
FROM advisers /*filter*/
WINDOW whole AS (PARTITION BY adviser ORDER BY project
	ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
ORDER BY projects DESC, adviser
