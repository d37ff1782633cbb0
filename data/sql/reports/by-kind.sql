-- The groups of --by kind: a project is of one kind.
SELECT project, kind, 0
FROM projects /*filter*/
