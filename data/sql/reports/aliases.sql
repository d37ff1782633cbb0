-- Organisations of several names: all the names of one, divided by "; ".
SELECT organisation || '; ' || aliases AS names
FROM organisations
WHERE aliases IS NOT NULL
ORDER BY names
