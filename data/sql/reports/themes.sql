-- Themes, and the projects that are about them.
SELECT DISTINCT theme,
	count(*) OVER whole AS projects,
	group_concat(project, '; ') OVER whole AS project_keys
FROM themes /*filter*/
WINDOW whole AS (PARTITION BY theme ORDER BY project
	ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
ORDER BY projects DESC, theme
