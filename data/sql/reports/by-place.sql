-- The groups of --by place: a project stands in each of its places, and one
-- without any in the group that has no name.
SELECT project, place, 0
FROM (SELECT project FROM projects /*filter*/) LEFT JOIN places USING (project)
