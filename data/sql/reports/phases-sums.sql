-- How many projects have a period, steps and what follows, how many of these
-- there are, and in how many a date is printed.
SELECT kind, count(DISTINCT project) AS projects, count(*) AS phases,
	sum(coalesce(start, "end") IS NOT NULL) AS dated,
	min(coalesce(start, "end")) AS earliest,
	max(coalesce("end", start)) AS latest
FROM (SELECT * FROM phases /*filter*/)
GROUP BY kind
ORDER BY instr('uitvoering stap vervolg', kind)
