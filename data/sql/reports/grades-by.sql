-- Grades summed up by group, as grades-sums does it over all; of the object
-- proeftuin unless the filter says else.
WITH
	groups (project, name, position) AS (/*groups*/),
	marks (project, object, measure, place, value) AS (
		SELECT project, object, CASE moment
				WHEN 'eerste' THEN 'first'
				WHEN 'tweede' THEN 'second'
				WHEN 'enkel' THEN 'single'
				ELSE 'end' END,
			CASE moment WHEN 'eerste' THEN 1 WHEN 'tweede' THEN 2
				WHEN 'enkel' THEN 4 ELSE 5 END, grade
		FROM measurements
		WHERE grade IS NOT NULL AND (:moment IS NULL
			OR moment IN (SELECT value FROM json_each(:moment)))
		UNION ALL
		SELECT project, object, 'change', 3, change
		FROM changes
		WHERE :moment IS NULL),
	ranked AS (
		SELECT name, position, object, measure, place, project, value,
			row_number() OVER (PARTITION BY name, object, measure
				ORDER BY value) AS rank,
			count(*) OVER whole AS n,
			avg(value) OVER whole AS mean
		FROM groups JOIN marks USING (project)
		WHERE object IN (SELECT value FROM json_each(
			coalesce(:object, '["proeftuin"]')))
		WINDOW whole AS (PARTITION BY name, object, measure))
SELECT name AS "by", object, measure, n, count(DISTINCT project) AS projects,
	round(mean, 2) + 0.0 AS mean,
	round(avg(CASE WHEN rank IN ((n + 1) / 2, (n + 2) / 2)
		THEN value END), 2) + 0.0 AS median,
	round(CASE WHEN n > 1 THEN sqrt(sum((value - mean) * (value - mean))
		/ (n - 1)) END, 2) AS sd,
	min(value) AS min, max(value) AS max,
	CASE measure WHEN 'change' THEN sum(value > 0) END AS up,
	CASE measure WHEN 'change' THEN sum(value < 0) END AS down,
	CASE measure WHEN 'change' THEN sum(value = 0) END AS equal
FROM ranked
GROUP BY name, object, measure
ORDER BY name IS NULL, position, name, object, place
