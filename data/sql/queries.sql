-- The statements that the program uses itself, each found by its name. One
-- test prepares them all against a fresh casebook, with another one attached
-- as "built" (see first_load.c).

-- name: application-id
PRAGMA application_id

-- name: user-version
PRAGMA user_version

-- name: schema
SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL

-- name: has-index
SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = :name

-- An older casebook (see upgrade.c) --------------------------------------------

-- name: upgrade-tables
SELECT count(*) FROM sqlite_schema
WHERE name IN ('source', 'mark', 'passage', 'correction', 'forgotten',
		'forgotten_form', 'forgotten_key', 'blanked') AND type = 'table'
	AND sql LIKE 'CREATE TABLE %'

-- name: upgrade-taken
SELECT 1 FROM sqlite_schema WHERE name = :name COLLATE NOCASE

-- The columns of a table, and where the value of each comes from.
-- name: upgrade-columns
SELECT ours.name, CASE
	WHEN theirs.name IS NOT NULL THEN '"' || ours.name || '"'
	WHEN ours."notnull" = 0 THEN 'NULL'
	WHEN ours.type = 'TEXT' THEN quote('')
	ELSE '0' END
FROM pragma_table_info(:table) AS ours
	LEFT JOIN pragma_table_info('casebook_old_' || :table) AS theirs
	ON theirs.name = ours.name
WHERE NOT (:table = 'passage' AND ours.name IN ('id', 'project'))

-- What is known of the sources -----------------------------------------------

-- name: stored-sources
SELECT name, path, layout, size, modified, inode, sha256, rules
FROM source ORDER BY name

-- name: source
SELECT name, path, size, modified, inode, sha256, rules, media_type, converter,
	converter_version, layout, title, publisher, published, bytes
FROM source WHERE name = :source

-- name: source-text
SELECT text FROM passage WHERE source = :source ORDER BY ordinal

-- name: source-marks
SELECT kind, value, offset, length FROM mark
WHERE source = :source ORDER BY ordinal

-- Writing a report -----------------------------------------------------------

-- name: holder
SELECT source FROM project WHERE project = :project AND source <> :source

-- name: holders
SELECT project, source FROM project

-- name: remove-source
DELETE FROM source WHERE name = :source

-- What hangs on a source that is gone, where SQLite does not see to it.
-- name: remove-place
DELETE FROM place WHERE project IN
	(SELECT project FROM project WHERE source = :source)

-- name: remove-involvement
DELETE FROM involvement WHERE project IN
	(SELECT project FROM project WHERE source = :source)

-- name: remove-adviser
DELETE FROM adviser WHERE project IN
	(SELECT project FROM project WHERE source = :source)

-- name: remove-measurement
DELETE FROM measurement WHERE project IN
	(SELECT project FROM project WHERE source = :source)

-- name: remove-participation_level
DELETE FROM participation_level WHERE project IN
	(SELECT project FROM project WHERE source = :source)

-- name: remove-phase
DELETE FROM phase WHERE project IN
	(SELECT project FROM project WHERE source = :source)

-- name: remove-theme
DELETE FROM theme WHERE project IN
	(SELECT project FROM project WHERE source = :source)

-- name: remove-quote
DELETE FROM quote WHERE project IN
	(SELECT project FROM project WHERE source = :source)

-- name: remove-field
DELETE FROM field WHERE project IN
	(SELECT project FROM project WHERE source = :source)

-- name: remove-proof
DELETE FROM proof WHERE project IN
	(SELECT project FROM project WHERE source = :source)

-- name: remove-passage
DELETE FROM passage WHERE source = :source

-- name: remove-project
DELETE FROM project WHERE source = :source

-- name: remove-mark
DELETE FROM mark WHERE source = :source

-- name: remove-alias
DELETE FROM alias WHERE source = :source

-- name: remove-diagnostic
DELETE FROM diagnostic WHERE source = :source

-- name: touch-source
UPDATE source SET path = :path, size = :size, modified = :modified,
	inode = :inode
WHERE name = :source

-- name: put-source
INSERT INTO source (name, path, size, modified, inode, sha256, rules, bytes,
	media_type, converter, converter_version, layout, title, publisher,
	published)
VALUES (:source, :path, :size, :modified, :inode, :sha256, :rules, :bytes,
	:media_type, :converter, :converter_version, :layout, :title,
	:publisher, :published)

-- name: put-mark
INSERT INTO mark (source, ordinal, kind, value, offset, length)
VALUES (:source, :ordinal, :kind, :value, :offset, :length)

-- name: new-project
INSERT INTO project (project, source, ordinal, series, line)
VALUES (:project, :source, :ordinal, :series, :line)
ON CONFLICT (project) DO NOTHING

-- name: next-passage
SELECT coalesce(max(id), 0) + 1 FROM passage

-- What the tables of given.h hold; a row that does not fit ends the statement,
-- and the caller takes back what is in. WHERE parts SELECT from ON CONFLICT.
-- name: put-passage
INSERT OR FAIL INTO passage (id, source, ordinal, project, section, heading,
	component, text, line, page, offset, length, body_offset, body_length)
SELECT id, source, ordinal, project, section, heading, component, text, line,
	page, offset, length, body_offset, body_length
FROM temp.given_passage

-- name: put-alias
INSERT INTO alias (source, alias, organisation, folded)
VALUES (:source, :alias, :organisation, :folded)
ON CONFLICT (source, alias, organisation) DO NOTHING

-- name: put-diagnostic
INSERT INTO diagnostic (source, ordinal, offset, code, line, severity, message)
VALUES (:source, :ordinal, :offset, :code, :line, :severity, :message)

-- name: put-proof
INSERT OR FAIL INTO proof (project, fact, key, "column", offset, length, origin,
	passage, line)
SELECT project, fact, key, "column", offset, length, origin, passage, line
FROM temp.given_proof WHERE true
ON CONFLICT (project, fact, key, "column", offset) DO NOTHING

-- The facts: of two rows with one key the first stays. ------------------------

-- name: put-project
UPDATE project SET kind = :kind, title = :title, area = :area, start = :start,
	"end" = :end, period_note = :period_note, offset = :offset,
	length = :length, rule = coalesce(:rule, '')
WHERE project = :project AND rule IS NULL

-- name: put-place
INSERT OR FAIL INTO place (project, key, place, line, offset, length,
	rule)
SELECT project, key, value1, line, offset, length, rule
FROM temp.given_fact WHERE true
ON CONFLICT (project, key) DO NOTHING

-- name: put-involvement
INSERT OR FAIL INTO involvement (project, key, role, organisation,
	named, note, organisation_kind, folded, line, offset, length, rule)
SELECT project, key, value1, value2, value3, value4, value5, folded,
	line, offset, length, rule
FROM temp.given_fact WHERE true
ON CONFLICT (project, key) DO NOTHING

-- name: put-adviser
INSERT OR FAIL INTO adviser (project, key, adviser, email, contact,
	line, offset, length, rule)
SELECT project, key, value1, value2, value3, line, offset, length, rule
FROM temp.given_fact WHERE true
ON CONFLICT (project, key) DO NOTHING

-- name: put-measurement
INSERT OR FAIL INTO measurement (project, key, component, object,
	moment, grade, line, offset, length, rule)
SELECT project, key, value1, value2, value3, value4, line, offset,
	length, rule
FROM temp.given_fact WHERE true
ON CONFLICT (project, key) DO NOTHING

-- name: put-participation_level
INSERT OR FAIL INTO participation_level (project, key, component, level,
	stance, rung, line, offset, length, rule)
SELECT project, key, value1, value2, value3, value4, line, offset,
	length, rule
FROM temp.given_fact WHERE true
ON CONFLICT (project, key) DO NOTHING

-- name: put-phase
INSERT OR FAIL INTO phase (project, key, kind, phase, ordinal, start,
	"end", line, offset, length, rule)
SELECT project, key, value1, value2, value3, value4, value5, line,
	offset, length, rule
FROM temp.given_fact WHERE true
ON CONFLICT (project, key) DO NOTHING

-- name: put-theme
INSERT OR FAIL INTO theme (project, key, theme, score, line, offset,
	length, rule)
SELECT project, key, value1, value2, line, offset, length, rule
FROM temp.given_fact WHERE true
ON CONFLICT (project, key) DO NOTHING

-- name: put-quote
INSERT OR FAIL INTO quote (project, key, text, ordinal, speaker, line,
	offset, length, rule)
SELECT project, key, value1, value2, value3, line, offset, length, rule
FROM temp.given_fact WHERE true
ON CONFLICT (project, key) DO NOTHING

-- name: put-field
INSERT OR FAIL INTO field (project, key, field, value, scale, line,
	offset, length, rule)
SELECT project, key, value1, value2, value3, line, offset, length, rule
FROM temp.given_fact WHERE true
ON CONFLICT (project, key) DO NOTHING

-- The search index: written by hand in the transaction of its passages. -------

-- name: index-rows
SELECT passage.id, passage.source, passage.text, passage.offset, body_offset,
	body_length, project.offset, project.length
FROM passage LEFT JOIN project ON project.project = passage.project
WHERE passage.source = :source
	AND (passage.project IS NOT NULL OR passage.section <> 'contents')
ORDER BY passage.id

-- name: index-rows-of-all
SELECT passage.id, passage.source, passage.text, passage.offset, body_offset,
	body_length, project.offset, project.length
FROM passage LEFT JOIN project ON project.project = passage.project
WHERE passage.project IS NOT NULL OR passage.section <> 'contents'
ORDER BY passage.id

-- name: casebook-size
SELECT page_count * page_size FROM pragma_page_count, pragma_page_size

-- name: index-lost-word
SELECT term FROM search_term AS met
WHERE doc IS NOT (SELECT doc FROM search_term AS asked
	WHERE asked.term = met.term)
LIMIT 1

-- name: index-totals
SELECT (SELECT count(*) FROM search_docsize),
	(SELECT block FROM search_data WHERE id = 1)

-- name: index-passages
SELECT id FROM passage ORDER BY id

-- name: index-passage
SELECT source, line FROM passage WHERE id = :id

-- name: index-furniture
SELECT offset, length FROM mark
WHERE source = :source AND kind = 'furniture' ORDER BY offset

-- name: index-put
INSERT INTO search (rowid, title, body) VALUES (:id, :title, :body)

-- name: index-take
INSERT INTO search (search, rowid, title, body)
VALUES ('delete', :id, :title, :body)

-- How many bytes of words FTS5 gathers before it writes them out.
-- name: index-gather
INSERT INTO search (search, rank) VALUES ('hashsize', :bytes)

-- name: index-clear
INSERT INTO search (search) VALUES ('delete-all')

-- name: index-stemmer
SELECT fingerprint FROM stemmer

-- name: index-forget-stemmer
DELETE FROM stemmer

-- name: index-put-stemmer
INSERT INTO stemmer (fingerprint) VALUES (:fingerprint)

-- Asking the search index. -----------------------------------------------------

-- name: search-hits
WITH hit AS MATERIALIZED (
	SELECT rowid AS id, bm25(search, 10.0, 1.0) AS score
	FROM search WHERE search MATCH :match
)
SELECT id, score, project, source, ordinal, section, heading, component
FROM (
	SELECT hit.id, score, project, source, ordinal, section, heading,
		component
	FROM hit CROSS JOIN passage ON passage.id = hit.id
) /*filter*/

-- name: search-scores
SELECT rowid, bm25(search, 10.0, 1.0) FROM search WHERE search MATCH :match

-- name: search-owner
SELECT project, source FROM passage WHERE id = :id

-- name: search-passages-of
SELECT id, ordinal FROM passage
WHERE project = :project AND source = :source

-- name: search-passages-outside
SELECT id, ordinal FROM passage WHERE source = :source AND project IS NULL

-- name: search-passage
SELECT passage.source, passage.text, passage.offset, body_offset, body_length,
	project.offset, project.length, section, heading, component,
	passage.line, page, (SELECT title FROM projects
		WHERE projects.project = passage.project)
FROM passage LEFT JOIN project ON project.project = passage.project
WHERE passage.id = :id

-- name: search-sections
SELECT section FROM passage WHERE section <> '' UNION
SELECT heading FROM passage WHERE heading <> '' UNION
SELECT component FROM passage WHERE component <> ''

-- name: search-has-stem
SELECT 1 FROM search_term WHERE term = :stem

-- name: search-compounds
SELECT term FROM search_term
WHERE instr(term, :stem) > 0 AND term <> :stem ORDER BY doc DESC, term

-- name: search-first-passage
SELECT rowid FROM search WHERE search MATCH :match LIMIT 1

-- Corrections: apart from the facts, but for the keys of added rows. -----------

-- name: corrections
SELECT project, fact, key, "column", action, extracted, corrected, because,
	"by", at
FROM correction ORDER BY project, fact, key, "column"

-- name: put-correction
INSERT OR REPLACE INTO correction (project, fact, key, "column", action,
	extracted, corrected, because, "by", at)
VALUES (:project, :fact, :key, :column, :action, :extracted, :corrected,
	:because, :by, :at)

-- name: is-added
SELECT 1 FROM correction
WHERE project = :project AND fact = :fact AND key = :key AND "column" = ''
	AND action = 'add'

-- name: is-project
SELECT 1 FROM project WHERE project = :project

-- name: forget-row
DELETE FROM correction
WHERE project = :project AND fact = :fact AND key = :key

-- name: added-rows
SELECT correction.project, correction.fact, correction.key
FROM project JOIN correction ON correction.project = project.project
WHERE project.source = :source AND correction."column" = ''
	AND correction.action = 'add'

-- name: drop-correction
DELETE FROM correction
WHERE project = :project AND fact = :fact AND key = :key
	AND "column" = :column

-- Who is forgotten, and what of their forms is known. --------------------------

-- name: forgotten-key
SELECT key FROM forgotten_key

-- name: forgotten-forms
SELECT hash, letters, how, person FROM forgotten_form ORDER BY hash

-- name: forgotten-persons
SELECT at, "by", because, (SELECT count(*) FROM forgotten_form
	WHERE forgotten_form.person = forgotten.person) AS forms
FROM forgotten ORDER BY person

-- Whom to forget: asked of the views, which older casebooks have as well.
-- name: forget-advisers
SELECT DISTINCT adviser, email FROM advisers ORDER BY adviser, email

-- name: forget-proofs
SELECT DISTINCT "column", text FROM evidence
WHERE fact = 'advisers' AND key = :key AND "column" IN ('adviser', 'email')
ORDER BY 1, 2

-- name: forget-texts
SELECT text FROM passages ORDER BY source, ordinal

-- name: forget-rows
SELECT count(*) FROM advisers WHERE adviser = :name

-- name: forgotten-count
SELECT count(*) FROM forgotten

-- name: next-forgotten
SELECT coalesce(max(person), 0) + 1 FROM forgotten

-- name: put-forgotten-key
INSERT INTO forgotten_key (key) VALUES (:key) ON CONFLICT (key) DO NOTHING

-- name: put-forgotten
INSERT INTO forgotten (person, because, "by", at)
VALUES (:person, :because, :by, :at)

-- Of two persons with one form the first keeps it, made as strong as either.
-- name: put-forgotten-form
INSERT INTO forgotten_form (hash, person, letters, how)
VALUES (:hash, :person, :letters, :how)
ON CONFLICT (hash) DO UPDATE SET how = min(how, excluded.how)

-- name: put-blanked
INSERT INTO blanked (source, places) VALUES (:source, :places)

-- name: source-blanked
SELECT places FROM blanked WHERE source = :source

-- name: source-of-project
SELECT source FROM project WHERE project = :project

-- A first load that came too late: its sources move over one by one. ----------

-- name: attach
ATTACH DATABASE :file AS built

-- name: built-sources
SELECT name FROM built.source ORDER BY name

-- name: built-clash
SELECT theirs.project, theirs.source, written.path, ours.line
FROM built.project AS ours
	JOIN built.source AS written ON written.name = ours.source
	JOIN main.project AS theirs ON theirs.project = ours.project
WHERE ours.source = :source AND theirs.source <> :source
ORDER BY 1

-- name: copy-source
INSERT INTO main.source SELECT * FROM built.source WHERE name = :source

-- name: copy-mark
INSERT INTO main.mark SELECT * FROM built.mark WHERE source = :source

-- name: copy-project
INSERT INTO main.project SELECT * FROM built.project WHERE source = :source

-- name: copy-passage
INSERT INTO main.passage (source, ordinal, project, section, heading,
	component, text, line, page, offset, length, body_offset, body_length)
SELECT source, ordinal, project, section, heading, component, text, line, page,
	offset, length, body_offset, body_length
FROM built.passage WHERE source = :source ORDER BY ordinal

-- name: copy-alias
INSERT INTO main.alias SELECT * FROM built.alias WHERE source = :source

-- name: copy-diagnostic
INSERT INTO main.diagnostic SELECT * FROM built.diagnostic
WHERE source = :source

-- name: copy-place
INSERT INTO main.place SELECT * FROM built.place WHERE project IN
	(SELECT project FROM built.project WHERE source = :source)

-- name: copy-involvement
INSERT INTO main.involvement SELECT * FROM built.involvement WHERE project IN
	(SELECT project FROM built.project WHERE source = :source)

-- name: copy-adviser
INSERT INTO main.adviser SELECT * FROM built.adviser WHERE project IN
	(SELECT project FROM built.project WHERE source = :source)

-- name: copy-measurement
INSERT INTO main.measurement SELECT * FROM built.measurement WHERE project IN
	(SELECT project FROM built.project WHERE source = :source)

-- name: copy-participation_level
INSERT INTO main.participation_level
SELECT * FROM built.participation_level WHERE project IN
	(SELECT project FROM built.project WHERE source = :source)

-- name: copy-phase
INSERT INTO main.phase SELECT * FROM built.phase WHERE project IN
	(SELECT project FROM built.project WHERE source = :source)

-- name: copy-theme
INSERT INTO main.theme SELECT * FROM built.theme WHERE project IN
	(SELECT project FROM built.project WHERE source = :source)

-- name: copy-quote
INSERT INTO main.quote SELECT * FROM built.quote WHERE project IN
	(SELECT project FROM built.project WHERE source = :source)
ORDER BY rowid

-- name: copy-field
INSERT INTO main.field SELECT * FROM built.field WHERE project IN
	(SELECT project FROM built.project WHERE source = :source)

-- name: copy-proof
INSERT INTO main.proof SELECT * FROM built.proof WHERE project IN
	(SELECT project FROM built.project WHERE source = :source)

-- Invariants: each gives the rows that break one, as source, line, what. ------

-- name: check-file
PRAGMA integrity_check(20)

-- name: check-foreign-keys
PRAGMA foreign_key_check

-- name: check-lossless
SELECT source, line, 'passage ' || ordinal
	|| ' does not begin where the one before it ends'
FROM (
	SELECT source, line, ordinal, offset,
		lag(offset + length, 1, 0) OVER (
			PARTITION BY source ORDER BY ordinal) AS expected
	FROM passage
)
WHERE offset <> expected
UNION ALL
SELECT source, line, 'passage ' || ordinal || ' is not as long as its text'
FROM passage WHERE length <> length(CAST(text AS BLOB))
UNION ALL
SELECT name, 0, 'the passages hold ' || held || ' of ' || bytes || ' bytes'
FROM (
	SELECT name, bytes, CAST((SELECT total(length) FROM passage
		WHERE passage.source = source.name) AS INTEGER) AS held
	FROM source
)
WHERE bytes <> held

-- The hash that a source's text must have, if one is known (text_hash.h).
-- name: check-texts
SELECT name, coalesce((SELECT value FROM mark
	WHERE mark.source = source.name AND kind = 'text-sha256'
	ORDER BY ordinal DESC LIMIT 1),
	CASE WHEN converter IS NULL THEN sha256 END)
FROM source ORDER BY name

-- name: check-own
SELECT passage.source, passage.line, 'passage ' || passage.ordinal
	|| ' is of a project in another source, ' || project.source
FROM passage JOIN project ON project.project = passage.project
WHERE project.source <> passage.source

-- name: check-grounded
SELECT project.source, proof.line, proof.project || ': the evidence of '
	|| proof.fact || '.' || proof."column"
	|| ' is not inside one passage of the project'
FROM proof JOIN project ON project.project = proof.project
	LEFT JOIN passage ON passage.source = project.source
	AND passage.ordinal = proof.passage
WHERE passage.project IS NOT proof.project
	OR proof.offset < passage.offset
	OR proof.offset + proof.length > passage.offset + passage.length

-- name: check-spans
SELECT source.name, row.line, row.project || ': a row of ' || row.fact
	|| ' points behind the end of the text'
FROM (
	SELECT project, 'places' AS fact, line, offset, length FROM place
	UNION ALL
	SELECT project, 'involvements', line, offset, length FROM involvement
	UNION ALL
	SELECT project, 'advisers', line, offset, length FROM adviser
	UNION ALL
	SELECT project, 'measurements', line, offset, length FROM measurement
	UNION ALL
	SELECT project, 'participation', line, offset, length
	FROM participation_level
	UNION ALL
	SELECT project, 'phases', line, offset, length FROM phase
	UNION ALL
	SELECT project, 'themes', line, offset, length FROM theme
	UNION ALL
	SELECT project, 'quotes', line, offset, length FROM quote
	UNION ALL
	SELECT project, 'fields', line, offset, length FROM field
) AS row
	JOIN project ON project.project = row.project
	JOIN source ON source.name = project.source
WHERE row.offset < 0 OR row.length < 0
	OR row.offset + row.length > source.bytes

-- A value that is printed or resolved has evidence; what a person added (no
-- offset) need not have it.
-- name: check-proved
SELECT project.source, value.line, value.project || ': ' || value.fact || '.'
	|| value."column" || ' has no evidence'
FROM (
	SELECT project, 'projects' AS fact, '' AS key,
		c.column1 AS "column", line
	FROM project, (VALUES ('title'), ('area'), ('start'), ('end'),
		('period_note')) AS c
	WHERE CASE c.column1 WHEN 'title' THEN title WHEN 'area' THEN area
		WHEN 'start' THEN start WHEN 'end' THEN "end"
		ELSE period_note END <> ''
	UNION ALL
	SELECT project, 'places', key, 'place', line
	FROM place WHERE offset IS NOT NULL
	UNION ALL
	SELECT project, 'involvements', key, c.column1, line
	FROM involvement, (VALUES ('organisation'), ('note')) AS c
	WHERE offset IS NOT NULL AND CASE c.column1 WHEN 'organisation'
		THEN organisation ELSE note END <> ''
	UNION ALL
	SELECT project, 'advisers', key, c.column1, line
	FROM adviser, (VALUES ('adviser'), ('email')) AS c
	WHERE offset IS NOT NULL AND CASE c.column1 WHEN 'adviser'
		THEN adviser ELSE email END <> ''
	UNION ALL
	SELECT project, 'measurements', key, c.column1, line
	FROM measurement, (VALUES ('component'), ('grade')) AS c
	WHERE offset IS NOT NULL AND CASE c.column1 WHEN 'component'
		THEN component ELSE grade END <> ''
	UNION ALL
	SELECT project, 'participation', key, 'component', line
	FROM participation_level
	WHERE offset IS NOT NULL AND component <> ''
	UNION ALL
	SELECT project, 'phases', key, c.column1, line
	FROM phase, (VALUES ('phase'), ('start'), ('end')) AS c
	WHERE offset IS NOT NULL AND CASE c.column1 WHEN 'phase' THEN phase
		WHEN 'start' THEN start ELSE "end" END <> ''
	UNION ALL
	SELECT project, 'quotes', key, c.column1, line
	FROM quote, (VALUES ('text'), ('speaker')) AS c
	WHERE offset IS NOT NULL AND CASE c.column1 WHEN 'text' THEN text
		ELSE speaker END <> ''
	UNION ALL
	SELECT project, 'fields', key, 'value', line
	FROM field WHERE offset IS NOT NULL AND value <> ''
) AS value
	JOIN project ON project.project = value.project
	LEFT JOIN proof ON proof.project = value.project
	AND proof.fact = value.fact AND proof.key = value.key
	AND proof."column" = value."column"
WHERE proof.project IS NULL

-- name: check-grades
SELECT project.source, measurement.line, measurement.project || ': grade '
	|| measurement.grade || ' is not from 1 to 10'
FROM measurement JOIN project ON project.project = measurement.project
WHERE measurement.grade NOT BETWEEN 1 AND 10
