/*
 * Any bytes as a casebook's file. The first byte names a command, the second
 * says what the rest is:
 *
 *	f    the file itself
 *	b    changes to a sound casebook: three bytes of offset, how many bytes
 *	     (1 to 16), and these bytes, again and again
 *	r    changes to its rows, past every rule but SQLite's own: the table,
 *	     its column and row, a kind of value, and the value up to a line end
 *
 * The command is answered or refused with a message, within SQLite's limits,
 * and one that reads leaves the file as it is.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/ledger.h"
#include "fuzz.h"
#include "program.h"

enum {
	LARGEST = 1 << 20,
	WRITE_VERSION = 18, /* of the file's header; 1: no write-ahead log */
	READ_VERSION = 19,
	SHORTEST = 100, /* a header */
	CHANGES = 32,
};

static const char *const commands[][8] = {
	{"list", "--facet", "theme,level,year"},
	{"show", "a-1", "--evidence"},
	{"show", "a-1", "--marked"},
	{"show", "a-2", "--evidence", "--json"},
	{"search", "buren OR grade* OR men"},
	{"search", "haven", "--compounds", "--csv"},
	{"export"},
	{"export", "--redact", "names"},
	{"report", "grades", "--by", "theme"},
	{"report", "sources"},
	{"check"},
	{"check", "--coverage"},
	{"sql", "SELECT * FROM evidence"},
	{"list", "--theme", "buurt", "--min-grade", "6", "--sort", "title"},
	{"text", "bundel"},
	{"remove", "bundel"},
	{"rebuild"},
	{"correct", "a-1", "measurements", "--set", "grade=7", "--because",
	 "x"},
};

enum {
	N_COMMANDS = sizeof(commands) / sizeof(*commands),
	FIRST_THAT_WRITES = N_COMMANDS - 3,
};

static struct {
	struct arena *arena;
	const char *path;
	struct text sound; /* the bytes of a casebook */
	char **tables;
	size_t n_tables, capacity;
} room;

/* --- the sound casebook --------------------------------------------------- */

static int
see_table(void *context, int n, char **values, char **names)
{
	(void)context;
	(void)n;
	(void)names;
	room.tables = array_grow(room.tables, room.n_tables, &room.capacity,
				 sizeof(*room.tables));
	room.tables[room.n_tables++] = memory_string(text_of(values[0]));
	return 0;
}

static void
set_up(void)
{
	sqlite3 *db = NULL;

	room.arena = arena_new();
	room.path = fuzz_path(room.arena, "database.db");
	program_make_casebook(room.path);
	room.sound = ledger_bytes(room.path);
	sqlite3_open(room.path, &db);
	sqlite3_exec(db,
		     "SELECT name FROM sqlite_schema WHERE type = 'table' AND "
		     "name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%' "
		     "ORDER BY name",
		     see_table, NULL, NULL);
	sqlite3_close(db);
}

/* --- damage --------------------------------------------------------------- */

static unsigned
next_byte(struct text *rest)
{
	unsigned byte = rest->len ? (unsigned char)rest->bytes[0] : 0;

	*rest = text_sub(*rest, 1, rest->len);
	return byte;
}

static void
change_bytes(char *file, struct text rest)
{
	for (size_t i = 0; i < CHANGES && rest.len > 4; i++) {
		size_t at = (next_byte(&rest) << 16 | next_byte(&rest) << 8 |
			     next_byte(&rest)) %
			    room.sound.len;
		size_t n = 1 + next_byte(&rest) % 16;

		for (; n > 0 && rest.len > 0 && at < room.sound.len; n--)
			file[at++] = (char)next_byte(&rest);
	}
}

/* The number of a table's column of this index, as UPDATE names it. */
static char *
column_of(sqlite3 *db, const char *table, unsigned index)
{
	char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", table), *name;
	sqlite3_stmt *statement = NULL;
	unsigned n;

	sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
	n = (unsigned)sqlite3_column_count(statement);
	name = sqlite3_mprintf(
		"%s",
		n ? sqlite3_column_name(statement, (int)(index % n)) : "rowid");
	sqlite3_finalize(statement);
	sqlite3_free(sql);
	return name;
}

static void
bind_value(sqlite3_stmt *statement, unsigned kind, struct text text)
{
	switch (kind % 5) {
	case 0:
		sqlite3_bind_null(statement, 1);
		break;
	case 1:
		sqlite3_bind_int64(
			statement, 1,
			strtoll(text.len ? text.bytes : "0", NULL, 10));
		break;
	case 2:
		sqlite3_bind_double(statement, 1,
				    strtod(text.len ? text.bytes : "0", NULL));
		break;
	case 3:
		sqlite3_bind_blob(statement, 1, text.len ? text.bytes : "",
				  (int)text.len, SQLITE_TRANSIENT);
		break;
	default:
		sqlite3_bind_text(statement, 1, text.len ? text.bytes : "",
				  (int)text.len, SQLITE_TRANSIENT);
	}
}

static void
change_row(sqlite3 *db, struct text *rest)
{
	const char *table = room.tables[next_byte(rest) % room.n_tables];
	char *column = column_of(db, table, next_byte(rest));
	unsigned row = next_byte(rest), kind = next_byte(rest);
	char *value = memory_string(fuzz_line(rest));
	char *sql = sqlite3_mprintf("UPDATE \"%w\" SET \"%w\" = ? WHERE rowid "
				    "= (SELECT rowid FROM \"%w\" LIMIT 1 "
				    "OFFSET %u)",
				    table, column, table, row % 64);
	sqlite3_stmt *statement = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK) {
		bind_value(statement, kind, text_of(value));
		sqlite3_step(statement);
	}
	sqlite3_finalize(statement);
	sqlite3_free(sql);
	sqlite3_free(column);
	free(value);
}

static void
change_rows(struct text rest)
{
	sqlite3 *db = NULL;

	fuzz_write(room.path, room.sound);
	sqlite3_open(room.path, &db);
	sqlite3_exec(db,
		     "PRAGMA ignore_check_constraints = ON;"
		     "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF;"
		     "PRAGMA journal_mode = MEMORY; BEGIN",
		     NULL, NULL, NULL);
	for (size_t i = 0; i < CHANGES && rest.len > 4; i++)
		change_row(db, &rest);
	sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
	sqlite3_close(db);
}

static void
write_bytes(char way, struct text rest)
{
	struct text from = way == 'f' ? rest : room.sound;
	char *file = memory_string(from);

	if (way != 'f')
		change_bytes(file, rest);
	if (from.len > SHORTEST)
		file[WRITE_VERSION] = file[READ_VERSION] = 1;
	fuzz_write(room.path, (struct text){file, from.len});
	free(file);
}

/* --- the program ---------------------------------------------------------- */

static void
clear(const char *ending)
{
	unlink(arena_format(room.arena, "%s%s", room.path, ending).bytes);
}

static void
run(size_t i)
{
	struct text before = ledger_bytes(room.path), after;
	struct program_run run;

	program_run(&run, room.path, commands[i]);
	if (i < FIRST_THAT_WRITES) {
		after = ledger_bytes(room.path);
		fuzz_promise(text_equal(before, after),
			     "a command that reads changes nothing");
		free((void *)(uintptr_t)after.bytes);
	}
	free((void *)(uintptr_t)before.bytes);
	program_release(&run);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct text rest = {(const char *)bytes, len};
	unsigned command;
	char way;

	if (fuzz_begins())
		set_up();
	if (len < 2 || len > LARGEST)
		return 0;
	command = next_byte(&rest) % N_COMMANDS;
	way = (char)next_byte(&rest);
	if (way == 'r')
		change_rows(rest);
	else
		write_bytes(way, rest);
	run(command);
	clear("-wal");
	clear("-shm");
	clear("-journal");
	return 0;
}
