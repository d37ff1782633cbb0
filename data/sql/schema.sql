-- The storage tables: singular and private. What others read are the views
-- (views.sql), so only the views are an interface.
--
-- Form of a comment: meaning; unit; printed, resolved or coded; personal: name,
-- contact or free-text. What does not apply is left out. An empty value is
-- NULL, but in a column of a key it is the empty text.
--
-- Every table of facts has: project and key (which name the row; key holds the
-- row's own key columns, divided by "|"; "\" stands before a "|" or "\" inside
-- one), the codebook's columns, and line, offset, length and rule. What a
-- person added has neither line nor offset nor length.

CREATE TABLE source ( -- one document that was read
	name TEXT NOT NULL PRIMARY KEY, -- stem of the file name
	path TEXT NOT NULL, -- where the file was; personal: free-text
	size INTEGER NOT NULL, -- of the file; bytes
	modified INTEGER NOT NULL, -- of the file; nanoseconds since 1970
	inode INTEGER NOT NULL, -- of the file
	sha256 TEXT NOT NULL, -- of the file
	rules TEXT NOT NULL, -- SHA-256 of program, layouts, vocabularies
	bytes INTEGER NOT NULL, -- length of the text; bytes
	media_type TEXT, -- what the file is
	converter TEXT, -- the program that made the text of it
	converter_version TEXT, -- its version
	layout TEXT, -- the layout by which it was read
	title TEXT, -- of the document; printed
	publisher TEXT, -- who published it; coded
	published TEXT -- when; ISO 8601; resolved
) STRICT, WITHOUT ROWID;

CREATE TABLE mark ( -- what layout or converter saw in the text
	source TEXT NOT NULL -- the document
		REFERENCES source (name) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL, -- from 1, in the order of the report
	kind TEXT NOT NULL, -- page, heading, list-item and so on; coded
	value TEXT, -- page number, level, column, field; printed
	offset INTEGER NOT NULL CHECK (offset >= 0), -- in the text; bytes
	length INTEGER NOT NULL CHECK (length >= 0), -- bytes
	PRIMARY KEY (source, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE project ( -- one proeftuin, fieldlab, lab or werkplaats
	project TEXT NOT NULL PRIMARY KEY, -- stable key
	source TEXT NOT NULL -- the document that describes it
		REFERENCES source (name) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL, -- from 1, within the document
	series TEXT, -- the layout that holds several projects; coded
	kind TEXT, -- proeftuin, fieldlab, social lab and so on; coded
	title TEXT, -- as printed above its own text; printed
	area TEXT, -- where it was carried out; printed
	start TEXT, -- of the period; ISO 8601; resolved
	"end" TEXT, -- of the period; ISO 8601; resolved
	period_note TEXT, -- what is said beyond the dates; printed
	line INTEGER NOT NULL, -- where it begins; lines
	offset INTEGER, -- of the words that state it; bytes
	length INTEGER, -- of these words; bytes
	rule TEXT -- the rule that made the row
) STRICT, WITHOUT ROWID;

CREATE INDEX project_source ON project (source);

CREATE TABLE passage ( -- a piece of the text; in order they are the text
	id INTEGER PRIMARY KEY, -- of its row in the search index
	source TEXT NOT NULL -- the document
		REFERENCES source (name) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL, -- from 1, within the document
	project TEXT -- none: front, contents table, back
		REFERENCES project (project) ON DELETE CASCADE,
	section TEXT NOT NULL, -- the layout's name for it; coded
	heading TEXT, -- the heading above it; printed
	component TEXT NOT NULL, -- the part of the project; printed
	text TEXT NOT NULL, -- heading and body; printed; personal: free-text
	line INTEGER NOT NULL, -- of its first byte; lines
	page INTEGER, -- none when the source has no pages; pages
	offset INTEGER NOT NULL CHECK (offset >= 0), -- bytes
	length INTEGER NOT NULL CHECK (length >= 0), -- bytes
	body_offset INTEGER NOT NULL, -- of what is behind the heading; bytes
	body_length INTEGER NOT NULL, -- of it; bytes
	UNIQUE (source, ordinal) -- what names it to others
) STRICT;

CREATE INDEX passage_project ON passage (project);

CREATE TABLE place ( -- a municipality, town, district or region
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- place
	place TEXT NOT NULL, -- its name; printed
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;

-- What --place and --theme ask for.
CREATE INDEX place_place ON place (place);

CREATE TABLE involvement ( -- an organisation or group that takes part
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- role, organisation
	role TEXT NOT NULL, -- opdrachtgever, partner, initiatiefnemer; coded
	organisation TEXT NOT NULL, -- its name; resolved
	folded TEXT NOT NULL, -- the name, comparable: see name.h
	named INTEGER CHECK (named IN (0, 1)), -- 1: a proper name; coded
	note TEXT, -- what stands in parentheses; printed
	organisation_kind TEXT, -- kind of organisation; coded
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE alias ( -- two names of one organisation; never by guessing
	source TEXT NOT NULL -- the document that names it
		REFERENCES source (name) ON DELETE CASCADE,
	alias TEXT NOT NULL, -- the one name, as printed or in the vocabulary
	organisation TEXT NOT NULL, -- the name that stands for both, folded
	folded TEXT NOT NULL, -- the alias, comparable: see name.h
	PRIMARY KEY (source, alias, organisation)
) STRICT, WITHOUT ROWID;

CREATE INDEX alias_folded ON alias (folded, organisation);

CREATE TABLE adviser ( -- a person who advised
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- adviser; personal: name
	adviser TEXT NOT NULL, -- name; printed; personal: name
	email TEXT, -- address; resolved; personal: contact
	contact INTEGER CHECK (contact IN (0, 1)), -- 1: to be asked; coded
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE measurement ( -- a school mark at one moment
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- component, object, moment
	component TEXT NOT NULL, -- the part of the project; printed
	object TEXT NOT NULL, -- proeftuin, samenwerking; coded
	moment TEXT NOT NULL, -- eerste, tweede, eind, enkel; coded
	grade REAL, -- rapportcijfer; 1 to 10; resolved
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE participation_level ( -- a rung of the participation ladder
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- component, level
	component TEXT NOT NULL, -- the part of the project; printed
	level TEXT NOT NULL, -- geen to zelfbeheer; coded
	stance TEXT, -- toegepast, deels, beoogd, niet; coded
	rung TEXT, -- the level in English; coded
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE phase ( -- a step, the period as a whole, what follows
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- kind, phase
	kind TEXT NOT NULL, -- uitvoering, stap, vervolg; coded
	phase TEXT NOT NULL, -- its name; resolved
	ordinal INTEGER, -- 0: the period as a whole; coded
	start TEXT, -- ISO 8601; resolved
	"end" TEXT, -- ISO 8601; resolved
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE theme ( -- what a project is about
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- theme
	theme TEXT NOT NULL, -- the vocabulary's id; coded
	score REAL, -- weight of the cues found; points; coded
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX theme_theme ON theme (theme);

CREATE TABLE quote ( -- a quotation of somebody who took part
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- text; personal: free-text
	text TEXT NOT NULL, -- without quotes; printed; personal: free-text
	ordinal INTEGER, -- from 1, within the project; coded
	speaker TEXT, -- who said it; printed; personal: name
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT;

CREATE TABLE field ( -- what a layout declares beyond the codebook
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- field
	field TEXT NOT NULL, -- the layout's name for it; coded
	value TEXT, -- coded; personal: free-text
	scale TEXT, -- what the value is measured in; coded
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE proof ( -- the words that prove one value of one row
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	fact TEXT NOT NULL, -- the view in which the row stands
	key TEXT NOT NULL, -- the row's key; personal: name
	"column" TEXT NOT NULL, -- the value's column
	offset INTEGER NOT NULL CHECK (offset >= 0), -- in the text; bytes
	length INTEGER NOT NULL CHECK (length > 0), -- bytes
	origin TEXT NOT NULL, -- printed, resolved or coded
	passage INTEGER NOT NULL, -- ordinal of the passage that holds it
	line INTEGER NOT NULL, -- lines
	PRIMARY KEY (project, fact, key, "column", offset)
) STRICT, WITHOUT ROWID;

CREATE TABLE diagnostic ( -- what was remarked while reading
	source TEXT NOT NULL -- the document
		REFERENCES source (name) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL, -- from 1, as it came
	offset INTEGER NOT NULL, -- in the text; bytes
	code TEXT NOT NULL, -- its name in the table of messages
	line INTEGER, -- lines
	severity TEXT NOT NULL, -- note, advice, warning, error
	message TEXT NOT NULL, -- in the user's words; personal: free-text
	PRIMARY KEY (source, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction ( -- a person's judgement; survives everything
	project TEXT NOT NULL, -- the project, which may be gone
	fact TEXT NOT NULL, -- the view in which the row stands
	key TEXT NOT NULL, -- the row's key; personal: name
	"column" TEXT NOT NULL, -- the value's column; empty: the row
	action TEXT NOT NULL -- what is to be done; coded
		CHECK (action IN ('set', 'add', 'drop', 'confirm')),
	extracted TEXT, -- the value that the program read; personal: free-text
	corrected TEXT, -- the value that counts; personal: free-text
	because TEXT NOT NULL, -- the reason; personal: free-text
	"by" TEXT NOT NULL, -- who said so; personal: name
	at TEXT NOT NULL, -- when; ISO 8601
	PRIMARY KEY (project, fact, key, "column")
) STRICT, WITHOUT ROWID;

-- Persons who were forgotten: of their names there is nothing left but keyed
-- hashes of the forms in which they stood (forgotten.h), so that no report
-- brings them back.
CREATE TABLE forgotten ( -- a person who was forgotten
	person INTEGER PRIMARY KEY, -- from 1
	because TEXT NOT NULL, -- the reason; personal: free-text
	"by" TEXT NOT NULL, -- who did it; personal: name
	at TEXT NOT NULL -- when; ISO 8601
) STRICT;

CREATE TABLE forgotten_form ( -- a form of a name, an address or a number
	hash TEXT NOT NULL PRIMARY KEY, -- HMAC-SHA256 of its letters
	person INTEGER NOT NULL -- whose it was
		REFERENCES forgotten (person) ON DELETE CASCADE,
	letters INTEGER NOT NULL, -- how long it is, folded; bytes
	how TEXT NOT NULL -- when it counts; coded
		CHECK (how IN ('any', 'capital', 'given'))
) STRICT, WITHOUT ROWID;

CREATE TABLE forgotten_key ( -- the key of the hashes; at most one row
	key TEXT NOT NULL PRIMARY KEY -- drawn by lot
) STRICT, WITHOUT ROWID;

CREATE TABLE blanked ( -- a document whose text is not as it was read
	source TEXT NOT NULL PRIMARY KEY -- the document
		REFERENCES source (name) ON DELETE CASCADE,
	places INTEGER NOT NULL -- that were blanked
) STRICT, WITHOUT ROWID;

-- The search index: a row a passage, its rowid the passage's id, of the Dutch
-- stems of its words (see indexed.h), a blank between two. It is stock FTS5, so
-- that any SQLite asks it, in stems:
--
--	SELECT passage.project, passage.line FROM search
--	JOIN passage ON passage.id = search.rowid
--	WHERE search MATCH 'eenzam' ORDER BY rank;

CREATE VIRTUAL TABLE search USING fts5(
	title, -- stems of the project's title, in the passage that prints it
	body, -- stems of what stands behind the heading; personal: free-text
	content = '', -- it holds no text of its own: what it gives is rowids
	tokenize = 'unicode61 remove_diacritics 2' -- stock
);

-- The stems that the index holds, with how many passages have each.
CREATE VIRTUAL TABLE search_term USING fts5vocab(search, row);

-- Where each of them stands.
CREATE VIRTUAL TABLE search_instance USING fts5vocab(search, instance);

CREATE TABLE stemmer ( -- what made the stems of the index; one row
	fingerprint TEXT NOT NULL PRIMARY KEY -- SHA-256; see stem.h
) STRICT, WITHOUT ROWID;
