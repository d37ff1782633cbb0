-- The groups of --by adviser: a project stands with each of its advisers, and
-- one without any in the group that has no name.
SELECT project, adviser, 0
FROM (SELECT project FROM projects /*filter*/)
	LEFT JOIN advisers USING (project)
