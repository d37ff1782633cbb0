-- The groups of --by level: a project stands on each rung that it applies,
-- wholly or in part; one that applies none in the group that has no name. What
-- is only intended, or is denied, is no participation.
SELECT DISTINCT project, level, instr('geen informeren raadplegen adviseren '
	|| 'coproduceren meebeslissen zelfbeheer', level)
FROM (SELECT project FROM projects /*filter*/) LEFT JOIN (
	SELECT project, level FROM participation
	WHERE stance IN ('toegepast', 'deels')) USING (project)
