-- All texts, for what they write with a small letter.
SELECT text FROM passages
