-- Places that the casebook names: their words are not taken for persons.
SELECT place FROM places
UNION
SELECT area FROM projects WHERE area <> ''
