-- The public views: plural, and all that others read. `casebook schema` prints
-- this page's comments; their form is told in schema.sql. "key" marks the
-- columns that name a row. A closed list of values reads "one of a, b", or "in
-- order a, b" where each is more than the one before it; a comment may go on in
-- further lines. The unit tells the type: integers are bytes, lines, pages,
-- count and rank; real numbers are points and "1 to 10"; "0 or 1" is no or yes;
-- a date of ISO 8601 may be a year or a month alone. All else is text.
-- Columns change only with a new version.
--
-- The tables of facts hold what was extracted, and the bare keys of what a
-- person added; corrections stand apart. The views bring the two together: a
-- row that was dropped is left out, a value that was set takes the place of the
-- one extracted (an empty one takes it away), and a row that a person added
-- has no source.

CREATE VIEW sources ( -- the documents that were read
	source, -- stem of the file name; key
	path, -- where the file was; personal: free-text
	sha256, -- of the file
	bytes, -- length of the text; bytes
	media_type, -- what the file is
	converter, -- the program that made the text of it
	converter_version, -- its version
	layout, -- the layout by which it was read; coded
	title, -- of the document; printed
	publisher, -- who published it; coded
	published, -- when; ISO 8601; resolved
	projects, -- projects that it describes; count
	warnings -- warnings and errors while reading; count
) AS
SELECT name, path, sha256, bytes, media_type, converter, converter_version,
	layout, title, publisher, published,
	(SELECT count(*) FROM project WHERE project.source = source.name),
	(SELECT count(*) FROM diagnostic WHERE diagnostic.source = source.name
		AND diagnostic.severity IN ('warning', 'error'))
FROM source;

CREATE VIEW projects ( -- proeftuinen, fieldlabs, labs and werkplaatsen
	project, -- stable key, made as the layout says; key
	kind, -- proeftuin, fieldlab, innovatielab, social lab, werkplaats; coded
	title, -- as printed above the project's own text; printed
	area, -- where it was carried out; printed
	start, -- of the period in which it was carried out; ISO 8601; resolved
	"end", -- of the period in which it was carried out; ISO 8601; resolved
	period_note, -- what is said of the period beyond the dates; printed
	series, -- the series of uniform descriptions it is part of
	source, -- the document that describes it
	line -- where its text begins; lines
) AS
SELECT project,
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = project.project AND c.fact = 'projects'
		AND c.key = '' AND c."column" = 'kind'),
		project.kind), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = project.project AND c.fact = 'projects'
		AND c.key = '' AND c."column" = 'title'),
		project.title), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = project.project AND c.fact = 'projects'
		AND c.key = '' AND c."column" = 'area'),
		project.area), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = project.project AND c.fact = 'projects'
		AND c.key = '' AND c."column" = 'start'),
		project.start), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = project.project AND c.fact = 'projects'
		AND c.key = '' AND c."column" = 'end'),
		project."end"), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = project.project AND c.fact = 'projects'
		AND c.key = '' AND c."column" = 'period_note'),
		project.period_note), ''),
	series, source, line
FROM project;

CREATE VIEW passages ( -- the text in pieces; in order they are all of it
	source, -- the document; key
	ordinal, -- from 1, within the document; key; rank
	project, -- the project that it describes
	section, -- the layout's name for this part; coded
	heading, -- the heading above it; printed
	component, -- the part of the project that it is about; printed
	text, -- heading and body; printed; personal: free-text
	line, -- of its first byte; lines
	page, -- of its first byte; pages
	offset, -- of its first byte in the source's text; bytes
	length -- of it; bytes
) AS
SELECT source, ordinal, project, section, heading, component, text, line, page,
	offset, length
FROM passage;

CREATE VIEW places ( -- where a project was carried out
	project, -- the project; key
	place, -- municipality, town, district or region; key; printed
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT place.project, place.place,
	CASE WHEN place.rule IS NOT 'correction' THEN
		(SELECT source FROM project WHERE project.project = place.project) END,
	place.line, place.offset, place.length, place.rule
FROM place
WHERE NOT (place.project IN (SELECT project FROM correction)
	AND EXISTS (SELECT 1 FROM correction AS c
		WHERE c.project = place.project AND c.fact = 'places'
		AND c.key = place.key AND c."column" = '' AND c.action = 'drop'));

CREATE VIEW involvements ( -- who commissioned, took part, or began it
	project, -- the project; key
	role, -- how it takes part; key; coded
		-- one of opdrachtgever, partner, initiatiefnemer
	organisation, -- its name; key; resolved
	named, -- 1: a proper name, 0: a group or kind; 0 or 1; coded
	note, -- what stands in parentheses behind it; printed
	organisation_kind, -- kind of organisation; coded
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT i.project, i.role, i.organisation,
	coalesce((SELECT CAST(corrected AS INTEGER) FROM correction AS c
		WHERE c.project = i.project AND c.fact = 'involvements'
		AND c.key = i.key AND c."column" = 'named'),
		i.named),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = i.project AND c.fact = 'involvements'
		AND c.key = i.key AND c."column" = 'note'),
		i.note), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = i.project AND c.fact = 'involvements'
		AND c.key = i.key AND c."column" = 'organisation_kind'),
		i.organisation_kind), ''),
	CASE WHEN i.rule IS NOT 'correction' THEN
		(SELECT source FROM project WHERE project.project = i.project) END,
	i.line, i.offset, i.length, i.rule
FROM involvement AS i
WHERE NOT (i.project IN (SELECT project FROM correction)
	AND EXISTS (SELECT 1 FROM correction AS c
		WHERE c.project = i.project AND c.fact = 'involvements'
		AND c.key = i.key AND c."column" = '' AND c.action = 'drop'));

-- Names are one when they are equal folded, or joined by an alias. The name
-- shown is the one printed most often, then the first by bytes. An alias for
-- which two sources give other names joins nothing. What a name is called and
-- how often it has a role come as two rows, which the outer query brings into
-- one: a join of the two would hold each against each. They are cast to text,
-- for only what has a type is looked up by an index when others join it.
CREATE VIEW organisations ( -- organisations and groups over all projects
	organisation, -- the name printed most often; key; printed
	organisation_kind, -- kind of organisation; coded
	projects, -- in which it has any role; count
	as_client, -- projects that it commissioned; count
	as_partner, -- projects in which it is a partner; count
	as_initiator, -- projects that it began; count
	aliases -- its other names, divided by semicolons; resolved
) AS
SELECT CAST(max(organisation) AS TEXT), CAST(max(organisation_kind) AS TEXT),
	max(projects), max(as_client), max(as_partner), max(as_initiator),
	CAST(max(aliases) AS TEXT)
FROM (
	SELECT name, organisation, NULL AS organisation_kind, NULL AS projects,
		NULL AS as_client, NULL AS as_partner, NULL AS as_initiator,
		aliases
	FROM (
		SELECT name, organisation, place,
			group_concat(organisation, '; ') FILTER (WHERE place > 1)
				OVER (PARTITION BY name ORDER BY organisation
				ROWS BETWEEN UNBOUNDED PRECEDING
				AND UNBOUNDED FOLLOWING) AS aliases
		FROM (
			SELECT name, organisation, row_number() OVER (
				PARTITION BY name ORDER BY n DESC, organisation)
				AS place
			FROM (
				SELECT name, organisation, sum(n) AS n
				FROM (
					SELECT coalesce(known.organisation, i.folded)
						AS name, i.organisation, 1 AS n
					FROM involvement AS i LEFT JOIN (
						SELECT folded, min(organisation) AS organisation
						FROM alias GROUP BY folded
						HAVING min(organisation) = max(organisation)
					) AS known
					ON known.folded = i.folded
					WHERE NOT EXISTS (
						SELECT 1 FROM correction AS c
						WHERE c.project = i.project
						AND c.fact = 'involvements'
						AND c.key = i.key AND c."column" = ''
						AND c.action = 'drop'
					)
					UNION ALL
					SELECT known.organisation, alias.alias, 0
					FROM alias JOIN (
						SELECT folded, min(organisation) AS organisation
						FROM alias GROUP BY folded
						HAVING min(organisation) = max(organisation)
					) AS known
					ON known.folded = alias.folded
				)
				GROUP BY 1, 2
			)
		)
	)
	WHERE place = 1
	UNION ALL
	SELECT name, NULL, min(organisation_kind), count(*), sum(as_client),
		sum(as_partner), sum(as_initiator), NULL
	FROM (
		SELECT coalesce(known.organisation, i.folded) AS name,
			min(nullif(coalesce((SELECT corrected
				FROM correction AS c
				WHERE c.project = i.project
				AND c.fact = 'involvements' AND c.key = i.key
				AND c."column" = 'organisation_kind'),
				i.organisation_kind), ''))
				AS organisation_kind,
			max(i.role = 'opdrachtgever') AS as_client,
			max(i.role = 'partner') AS as_partner,
			max(i.role = 'initiatiefnemer') AS as_initiator
		FROM involvement AS i LEFT JOIN (
			SELECT folded, min(organisation) AS organisation
			FROM alias GROUP BY folded
			HAVING min(organisation) = max(organisation)
		) AS known ON known.folded = i.folded
		WHERE NOT EXISTS (SELECT 1 FROM correction AS c
			WHERE c.project = i.project
			AND c.fact = 'involvements' AND c.key = i.key
			AND c."column" = '' AND c.action = 'drop')
		GROUP BY coalesce(known.organisation, i.folded), i.project
	)
	GROUP BY name
)
GROUP BY name HAVING max(projects) > 0;

CREATE VIEW advisers ( -- the persons who advised
	project, -- the project; key
	adviser, -- name; key; printed; personal: name
	email, -- address of this person; resolved; personal: contact
	contact, -- 1: the person whose address is given; 0 or 1; coded
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT adviser.project, adviser.adviser,
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = adviser.project AND c.fact = 'advisers'
		AND c.key = adviser.key AND c."column" = 'email'),
		adviser.email), ''),
	coalesce((SELECT CAST(corrected AS INTEGER) FROM correction AS c
		WHERE c.project = adviser.project AND c.fact = 'advisers'
		AND c.key = adviser.key AND c."column" = 'contact'),
		adviser.contact),
	CASE WHEN adviser.rule IS NOT 'correction' THEN
		(SELECT source FROM project WHERE project.project = adviser.project) END,
	adviser.line, adviser.offset, adviser.length, adviser.rule
FROM adviser
WHERE NOT (adviser.project IN (SELECT project FROM correction)
	AND EXISTS (SELECT 1 FROM correction AS c
		WHERE c.project = adviser.project AND c.fact = 'advisers'
		AND c.key = adviser.key AND c."column" = '' AND c.action = 'drop'));

CREATE VIEW measurements ( -- school marks that participants gave
	project, -- the project; key
	component, -- the part of the project, empty: the whole; key; printed
	object, -- what is marked; one of proeftuin, samenwerking; key; coded
	moment, -- when; one of eerste, tweede, eind, enkel; key; coded
	grade, -- rapportcijfer; 1 to 10; resolved
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT m.project, m.component, m.object, m.moment,
	coalesce((SELECT CAST(corrected AS REAL) FROM correction AS c
		WHERE c.project = m.project AND c.fact = 'measurements'
		AND c.key = m.key AND c."column" = 'grade'),
		m.grade),
	CASE WHEN m.rule IS NOT 'correction' THEN
		(SELECT source FROM project WHERE project.project = m.project) END,
	m.line, m.offset, m.length, m.rule
FROM measurement AS m
WHERE NOT (m.project IN (SELECT project FROM correction)
	AND EXISTS (SELECT 1 FROM correction AS c
		WHERE c.project = m.project AND c.fact = 'measurements'
		AND c.key = m.key AND c."column" = '' AND c.action = 'drop'));

CREATE VIEW changes ( -- how marks changed; computed, never extracted
	project, -- the project; key
	component, -- the part of the project, empty: the whole; key; printed
	object, -- what is marked; one of proeftuin, samenwerking; key; coded
	first, -- grade at the moment eerste; 1 to 10; resolved
	second, -- grade at the moment tweede; 1 to 10; resolved
	change, -- second minus first; points
	trend -- which way; one of toegenomen, afgenomen, gelijk
) AS
SELECT a.project, a.component, a.object, a.grade, b.grade,
	round(b.grade - a.grade, 1) + 0.0,
	CASE sign(round(b.grade - a.grade, 1))
		WHEN 1 THEN 'toegenomen' WHEN -1 THEN 'afgenomen'
		ELSE 'gelijk' END
FROM measurements AS a JOIN measurements AS b
	ON b.project = a.project AND b.component = a.component
	AND b.object = a.object
WHERE a.moment = 'eerste' AND b.moment = 'tweede'
	AND a.grade IS NOT NULL AND b.grade IS NOT NULL;

CREATE VIEW participation ( -- how residents and clients take part
	project, -- the project; key
	component, -- the part of the project, empty: the whole; key; printed
	level, -- rung of the participation ladder; key; coded
		-- in order geen, informeren, raadplegen, adviseren,
		-- coproduceren, meebeslissen, zelfbeheer
	stance, -- how far; one of toegepast, deels, beoogd, niet; coded
	rung, -- the level in English; coded
		-- in order none, inform, consult, advise, co-produce,
		-- co-decide, self-manage
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT level.project, level.component, level.level,
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = level.project AND c.fact = 'participation'
		AND c.key = level.key AND c."column" = 'stance'),
		level.stance), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = level.project AND c.fact = 'participation'
		AND c.key = level.key AND c."column" = 'rung'),
		level.rung), ''),
	CASE WHEN level.rule IS NOT 'correction' THEN
		(SELECT source FROM project WHERE project.project = level.project) END,
	level.line, level.offset, level.length, level.rule
FROM participation_level AS level
WHERE NOT (level.project IN (SELECT project FROM correction)
	AND EXISTS (SELECT 1 FROM correction AS c
		WHERE c.project = level.project AND c.fact = 'participation'
		AND c.key = level.key AND c."column" = '' AND c.action = 'drop'));

CREATE VIEW phases ( -- the period, its steps, and what follows
	project, -- the project; key
	kind, -- of phase; one of uitvoering, stap, vervolg; key; coded
	phase, -- its name; key; resolved
	ordinal, -- within the project, 0: the whole period; rank; coded
	start, -- when it began; ISO 8601; resolved
	"end", -- when it ended; ISO 8601; resolved
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT phase.project, phase.kind, phase.phase,
	coalesce((SELECT CAST(corrected AS INTEGER) FROM correction AS c
		WHERE c.project = phase.project AND c.fact = 'phases'
		AND c.key = phase.key AND c."column" = 'ordinal'),
		phase.ordinal),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = phase.project AND c.fact = 'phases'
		AND c.key = phase.key AND c."column" = 'start'),
		phase.start), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = phase.project AND c.fact = 'phases'
		AND c.key = phase.key AND c."column" = 'end'),
		phase."end"), ''),
	CASE WHEN phase.rule IS NOT 'correction' THEN
		(SELECT source FROM project WHERE project.project = phase.project) END,
	phase.line, phase.offset, phase.length, phase.rule
FROM phase
WHERE NOT (phase.project IN (SELECT project FROM correction)
	AND EXISTS (SELECT 1 FROM correction AS c
		WHERE c.project = phase.project AND c.fact = 'phases'
		AND c.key = phase.key AND c."column" = '' AND c.action = 'drop'));

CREATE VIEW themes ( -- what a project's title, aim or results are about
	project, -- the project; key
	theme, -- the vocabulary's id; key; coded
	score, -- weight of the cues found; points; coded
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT theme.project, theme.theme,
	coalesce((SELECT CAST(corrected AS REAL) FROM correction AS c
		WHERE c.project = theme.project AND c.fact = 'themes'
		AND c.key = theme.key AND c."column" = 'score'),
		theme.score),
	CASE WHEN theme.rule IS NOT 'correction' THEN
		(SELECT source FROM project WHERE project.project = theme.project) END,
	theme.line, theme.offset, theme.length, theme.rule
FROM theme
WHERE NOT (theme.project IN (SELECT project FROM correction)
	AND EXISTS (SELECT 1 FROM correction AS c
		WHERE c.project = theme.project AND c.fact = 'themes'
		AND c.key = theme.key AND c."column" = '' AND c.action = 'drop'));

CREATE VIEW quotes ( -- what was said by those who took part
	project, -- the project; key
	text, -- without its outer quotes; key; printed; personal: free-text
	ordinal, -- from 1, within the project; rank; coded
	speaker, -- who said it; printed; personal: name
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT quote.project, quote.text,
	coalesce((SELECT CAST(corrected AS INTEGER) FROM correction AS c
		WHERE c.project = quote.project AND c.fact = 'quotes'
		AND c.key = quote.key AND c."column" = 'ordinal'),
		quote.ordinal),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = quote.project AND c.fact = 'quotes'
		AND c.key = quote.key AND c."column" = 'speaker'),
		quote.speaker), ''),
	CASE WHEN quote.rule IS NOT 'correction' THEN
		(SELECT source FROM project WHERE project.project = quote.project) END,
	quote.line, quote.offset, quote.length, quote.rule
FROM quote
WHERE NOT (quote.project IN (SELECT project FROM correction)
	AND EXISTS (SELECT 1 FROM correction AS c
		WHERE c.project = quote.project AND c.fact = 'quotes'
		AND c.key = quote.key AND c."column" = '' AND c.action = 'drop'));

CREATE VIEW fields ( -- what a layout declares beyond the codebook
	project, -- the project; key
	field, -- the layout's name for it; key; coded
	value, -- what stands there, or the choice, number or date that it is; coded; personal: free-text
	scale, -- number, date, list, a unit, or the choices, "<" between them where they have an order; coded
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT field.project, field.field,
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = field.project AND c.fact = 'fields'
		AND c.key = field.key AND c."column" = 'value'),
		field.value), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = field.project AND c.fact = 'fields'
		AND c.key = field.key AND c."column" = 'scale'),
		field.scale), ''),
	CASE WHEN field.rule IS NOT 'correction' THEN
		(SELECT source FROM project WHERE project.project = field.project) END,
	field.line, field.offset, field.length, field.rule
FROM field
WHERE NOT (field.project IN (SELECT project FROM correction)
	AND EXISTS (SELECT 1 FROM correction AS c
		WHERE c.project = field.project AND c.fact = 'fields'
		AND c.key = field.key AND c."column" = '' AND c.action = 'drop'));

-- What was dropped, or set by a person to something else, is not what these
-- words prove; what was set back to what they say is.
-- substr counts bytes only in a BLOB.
CREATE VIEW evidence ( -- the words that prove one value of one row
	project, -- the project; key
	fact, -- the view in which the row stands; key
	key, -- the row's key columns, divided by "|"; key; personal: name
	"column", -- the value's column; key
	offset, -- of the words in the source's text; key; bytes
	length, -- of the words; bytes
	source, -- the document
	line, -- of the words; lines
	text -- the words as they stand there; printed; personal: free-text
) AS
SELECT project.project, proof.fact, proof.key, proof."column", proof.offset,
	proof.length, project.source, proof.line,
	CAST(substr(CAST(passage.text AS BLOB),
		proof.offset - passage.offset + 1, proof.length) AS TEXT)
FROM project CROSS JOIN proof ON proof.project = project.project
	JOIN passage ON passage.source = project.source
	AND passage.ordinal = proof.passage
WHERE NOT (project.project IN (SELECT project FROM correction)
	AND EXISTS (SELECT 1 FROM correction AS c
		WHERE c.project = proof.project AND c.fact = proof.fact
		AND c.key = proof.key AND (c."column" = '' AND c.action = 'drop'
			OR c."column" = proof."column"
			AND c.corrected IS NOT c.extracted)));

CREATE VIEW diagnostics ( -- what was remarked while reading
	source, -- the document; key
	offset, -- in the source's text; key; bytes
	code, -- name of the kind of message; key
	line, -- of what was remarked; lines
	severity, -- how bad; in order note, advice, warning, error
	message -- in the user's words; personal: free-text
) AS
SELECT source, offset, code, line, severity, message
FROM diagnostic;

CREATE VIEW corrections ( -- the judgements of persons; they win
	project, -- the project, which may be gone; key
	fact, -- the view in which the row stands; key
	key, -- the row's key columns, divided by "|"; key; personal: name
	"column", -- the value's column, empty: the whole row; key
	action, -- what is to be done; one of set, add, drop, confirm; coded
	extracted, -- the value that the program read; personal: free-text
	corrected, -- the value that counts; personal: free-text
	because, -- the reason; personal: free-text
	"by", -- who said so; personal: name
	at -- when, in UTC; ISO 8601 to the second
) AS
SELECT project, fact, key, "column", action, extracted,
	nullif(corrected, ''), because, "by", at
FROM correction;
