-- Organisations and groups of people, and in how many projects they have a
-- role. The names of one organisation are brought under the one that is printed
-- most often; the others stand beside it.
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
SELECT known.organisation, organisation_kind, max(named) AS named,
	count(DISTINCT project) AS projects,
	count(DISTINCT CASE role WHEN 'opdrachtgever' THEN project END)
		AS as_client,
	count(DISTINCT CASE role WHEN 'partner' THEN project END)
		AS as_partner,
	count(DISTINCT CASE role WHEN 'initiatiefnemer' THEN project END)
		AS as_initiator,
	aliases
FROM (SELECT project, role, organisation AS name, named
	FROM involvements /*filter*/) CROSS JOIN known USING (name)
GROUP BY known.organisation
ORDER BY projects DESC, known.organisation
