-- The ladder by group, as a cross table: in each cell how many projects apply
-- the rung, and behind a plus sign how many apply it only in part. A project in
-- which one component applies it wholly is not counted behind the plus again.
WITH
	groups (project, name, position) AS (/*groups*/),
	applied AS (
		SELECT project, level, max(stance = 'toegepast') AS wholly
		FROM participation
		WHERE stance IN ('toegepast', 'deels')
		GROUP BY project, level),
	cell AS (
		SELECT name, level, coalesce(nullif(sum(wholly), 0), '') ||
			CASE WHEN sum(1 - wholly) > 0
			THEN '+' || sum(1 - wholly) ELSE '' END AS n
		FROM groups JOIN applied USING (project)
		GROUP BY name, level)
SELECT groups.name AS "by", count(DISTINCT project) AS projects,
	max(CASE level WHEN 'geen' THEN n END) AS geen,
	max(CASE level WHEN 'informeren' THEN n END) AS informeren,
	max(CASE level WHEN 'raadplegen' THEN n END) AS raadplegen,
	max(CASE level WHEN 'adviseren' THEN n END) AS adviseren,
	max(CASE level WHEN 'coproduceren' THEN n END) AS coproduceren,
	max(CASE level WHEN 'meebeslissen' THEN n END) AS meebeslissen,
	max(CASE level WHEN 'zelfbeheer' THEN n END) AS zelfbeheer
FROM groups LEFT JOIN cell ON cell.name IS groups.name
GROUP BY groups.name
ORDER BY groups.name IS NULL, position, groups.name
