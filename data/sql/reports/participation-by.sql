-- The ladder by group: how many projects of the group stand on each rung, by
-- stance. Rungs that no project of the group is said to have are left out.
WITH groups (project, name, position) AS (/*groups*/)
SELECT name AS "by", level, rung, count(DISTINCT project) AS projects,
	count(DISTINCT CASE stance WHEN 'toegepast' THEN project END)
		AS toegepast,
	count(DISTINCT CASE stance WHEN 'deels' THEN project END) AS deels,
	count(DISTINCT CASE stance WHEN 'beoogd' THEN project END) AS beoogd,
	count(DISTINCT CASE stance WHEN 'niet' THEN project END) AS niet
FROM groups JOIN participation USING (project)
GROUP BY name, level
ORDER BY name IS NULL, position, name,
	instr('geen informeren raadplegen adviseren coproduceren meebeslissen '
		|| 'zelfbeheer', level)
