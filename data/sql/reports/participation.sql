-- The ladder of participation, and how many projects stand on each rung, by
-- stance. The rungs are the codebook's; one that no project reaches counts 0.
WITH ladder (place, level, rung) AS (VALUES
		(0, 'geen', 'none'),
		(1, 'informeren', 'inform'),
		(2, 'raadplegen', 'consult'),
		(3, 'adviseren', 'advise'),
		(4, 'coproduceren', 'co-produce'),
		(5, 'meebeslissen', 'co-decide'),
		(6, 'zelfbeheer', 'self-manage')),
	found AS (SELECT project, level, stance FROM participation /*filter*/)
SELECT ladder.level, ladder.rung,
	count(DISTINCT found.project) AS projects,
	count(DISTINCT CASE stance WHEN 'toegepast' THEN project END)
		AS toegepast,
	count(DISTINCT CASE stance WHEN 'deels' THEN project END) AS deels,
	count(DISTINCT CASE stance WHEN 'beoogd' THEN project END) AS beoogd,
	count(DISTINCT CASE stance WHEN 'niet' THEN project END) AS niet
FROM ladder LEFT JOIN found ON found.level = ladder.level
WHERE EXISTS (SELECT 1 FROM found)
GROUP BY ladder.place
ORDER BY ladder.place
