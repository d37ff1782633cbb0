-- E-mail addresses that the casebook knows.
SELECT DISTINCT email FROM advisers WHERE email <> ''
