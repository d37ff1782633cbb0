-- Partners by group, and the projects of the group that they take part in.
WITH groups (project, name, position) AS (/*groups*/),
	one AS MATERIALIZED (SELECT * FROM organisations),
	known (name, organisation, organisation_kind, aliases) AS (
		SELECT organisation, organisation, organisation_kind, aliases
		FROM one
		UNION ALL
		SELECT other.value, organisation, organisation_kind, aliases
		FROM one, json_each('['
			|| replace(json_quote(aliases), '; ', '","')
			|| ']') AS other
		WHERE aliases IS NOT NULL)
SELECT DISTINCT name AS "by", organisation, organisation_kind,
	count(*) OVER whole AS projects,
	group_concat(project, '; ') OVER whole AS project_keys
FROM (SELECT DISTINCT groups.name, position, project, known.organisation,
		known.organisation_kind
	FROM groups JOIN involvements USING (project)
		CROSS JOIN known ON known.name = involvements.organisation
	WHERE role = 'partner')
WINDOW whole AS (PARTITION BY name, organisation ORDER BY project
	ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
ORDER BY name IS NULL, position, name, projects DESC, organisation
