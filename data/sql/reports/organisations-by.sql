-- Organisations and groups of people by group, as organisations has them.
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
SELECT groups.name AS "by", known.organisation, known.organisation_kind,
	max(named) AS named, count(DISTINCT project) AS projects,
	count(DISTINCT CASE role WHEN 'opdrachtgever' THEN project END)
		AS as_client,
	count(DISTINCT CASE role WHEN 'partner' THEN project END)
		AS as_partner,
	count(DISTINCT CASE role WHEN 'initiatiefnemer' THEN project END)
		AS as_initiator
FROM groups JOIN involvements USING (project)
	CROSS JOIN known ON known.name = involvements.organisation
GROUP BY groups.name, known.organisation
ORDER BY groups.name IS NULL, position, groups.name, projects DESC,
	known.organisation
