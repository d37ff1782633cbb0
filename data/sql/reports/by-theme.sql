-- The groups of --by theme: a project stands in each of its themes, and one
-- without any in the group that has no name.
SELECT project, theme, 0
FROM (SELECT project FROM projects /*filter*/) LEFT JOIN themes USING (project)
