-- Partners, and the projects that they take part in. The names of one
-- organisation are brought under the one that is printed most often.
WITH
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
SELECT DISTINCT organisation, organisation_kind, named,
	count(*) OVER whole AS projects,
	group_concat(project, '; ') OVER whole AS project_keys
FROM (SELECT project, known.organisation, organisation_kind,
		max(named) AS named
	FROM (SELECT project, organisation AS name, named FROM (
			SELECT * FROM involvements /*filter*/)
		WHERE role = 'partner') CROSS JOIN known USING (name)
	GROUP BY project, known.organisation)
WINDOW whole AS (PARTITION BY organisation ORDER BY project
	ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
ORDER BY projects DESC, organisation
