-- How grades changed, over all that were measured twice: n pairs per object.
SELECT object, count(*) AS n,
	round(avg(first), 2) AS mean_first,
	round(avg(second), 2) AS mean_second,
	round(avg(change), 2) + 0.0 AS mean_change,
	sum(trend = 'toegenomen') AS toegenomen,
	sum(trend = 'afgenomen') AS afgenomen,
	sum(trend = 'gelijk') AS gelijk
FROM changes /*filter*/
GROUP BY object
ORDER BY object
