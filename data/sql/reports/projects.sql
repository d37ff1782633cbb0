-- Projects, one a row, with what stands in other views brought together.
SELECT project, kind, title,
	(SELECT group_concat(place, ', ') FROM (
		SELECT place FROM places
		WHERE places.project = projects.project
		ORDER BY offset, place)) AS places,
	substr(coalesce(start, "end"), 1, 4) ||
		CASE WHEN substr(start, 1, 4) < substr("end", 1, 4)
		THEN '–' || substr("end", 1, 4) ELSE '' END AS years,
	(SELECT group_concat(adviser, ', ') FROM (
		SELECT adviser FROM advisers
		WHERE advisers.project = projects.project
		ORDER BY offset, adviser)) AS advisers,
	(SELECT group_concat(theme, ', ') FROM (
		SELECT theme FROM themes
		WHERE themes.project = projects.project
		ORDER BY score DESC, theme)) AS themes,
	(SELECT group_concat(organisation, ', ') FROM (
		SELECT organisation FROM involvements
		WHERE involvements.project = projects.project
		AND role = 'opdrachtgever'
		ORDER BY offset, organisation)) AS clients,
	area, start, "end", period_note, series, source, line
FROM projects /*filter*/
ORDER BY project
