-- Grades summed up, for each object: the first, the second, the single and the
-- end measurement, each over all that have it, and the change over all that
-- were measured twice. n counts measurements, of which a project with several
-- components has several. sd is the standard deviation of a sample (n - 1), and
-- there is none of a single value; the median is the middle value, or the mean
-- of the middle two.
WITH
	marks (project, object, measure, place, value) AS (
		SELECT project, object, CASE moment
				WHEN 'eerste' THEN 'first'
				WHEN 'tweede' THEN 'second'
				WHEN 'enkel' THEN 'single'
				ELSE 'end' END,
			CASE moment WHEN 'eerste' THEN 1 WHEN 'tweede' THEN 2
				WHEN 'enkel' THEN 4 ELSE 5 END, grade
		FROM (SELECT * FROM measurements /*filter*/)
		WHERE grade IS NOT NULL AND (:moment IS NULL
			OR moment IN (SELECT value FROM json_each(:moment)))
		UNION ALL
		SELECT project, object, 'change', 3, change
		FROM (SELECT * FROM changes /*filter*/)
		WHERE :moment IS NULL),
	ranked AS (
		SELECT object, measure, place, project, value,
			row_number() OVER (PARTITION BY object, measure
				ORDER BY value) AS rank,
			count(*) OVER whole AS n,
			avg(value) OVER whole AS mean
		FROM marks
		WHERE :object IS NULL
			OR object IN (SELECT value FROM json_each(:object))
		WINDOW whole AS (PARTITION BY object, measure))
SELECT object, measure, n, count(DISTINCT project) AS projects,
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
GROUP BY object, measure
ORDER BY object, place
