# Damaged and hostile databases (rows D1 to D8 and F13 to F18): a message with
# its name and what to do, never a crash, and never a changed byte.
. "$TOP/tests/cli/functions"

mkdir reports
cp "$REPORTS"/groenlab-schiedam.txt "$REPORTS"/innovatielab-zwolle.txt reports
cp "$TOP/tests/golden/werkplaats-zeedorp.txt" reports
run --db good.db ingest reports
cp "$REPORTS"/werkplaats-vlaardingen.txt more.txt

# change DB STATEMENTS: behind the program's back, with no guard.
change() {
	python3 - "$@" <<'END_OF_PYTHON'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA foreign_keys = OFF")
db.executescript(sys.argv[2])
END_OF_PYTHON
	[ $? = 0 ] || fault "cannot change $1"
}

# damage WORDS: good.db as bad.db, its bytes changed by this Python.
damage() {
	python3 - "$1" <<'END_OF_PYTHON'
import random, sys
data = bytearray(open("good.db", "rb").read())
random.seed(7)
exec(sys.argv[1])
open("bad.db", "wb").write(data)
END_OF_PYTHON
	[ $? = 0 ] || fault "cannot damage: $1"
}

fresh() {
	rm -f bad.db bad.db-*
	cp good.db bad.db
}

# refused WORDS COMMAND…: exit status 3, the name and these words, and not a
# byte of the file is another.
refused() {
	words=$1
	shift
	cp bad.db before.db
	run --db bad.db "$@"
	exits 3; prints_nothing; says 'bad.db'; says "$words"
	cmp -s bad.db before.db || fault "$last: the file changed"
	[ "$(echo bad.db*)" = bad.db ] || fault "$last: leaves $(echo bad.db*)"
}

# all_refuse WORDS: whatever is asked of it, ingest and repair included.
all_refuse() {
	refused "$1" search wijk
	refused "$1" sql 'SELECT count(*) FROM sources'
	refused "$1" check
	refused "$1" ingest --dry-run more.txt
	refused "$1" rebuild
	refused "$1" remove groenlab-schiedam
	most_refuse "$1"
}

most_refuse() {
	refused "$1" list
	refused "$1" check --repair
	refused "$1" ingest more.txt
}

# survives STATUS… -- COMMAND…: one of these, no signal, and an advice with 3.
survives() {
	allowed=
	while [ "$1" != -- ]; do
		allowed="$allowed $1 "
		shift
	done
	shift
	last="casebook $*"
	timeout -k 1 10 "$CASEBOOK" "$@" >out 2>err </dev/null
	status=$?
	case $allowed in
	*" $status "*) ;;
	*) fault "$last: exit status $status after $made" ;;
	esac
	[ $status != 3 ] || grep -qE \
		'move it away and ingest again|give another name|check --repair|ask for less' \
		err || fault "$last after $made: no advice: $(cat err)"
}

# One file a variant, in one go.
python3 - <<'END_OF_PYTHON'
import random
good = open("good.db", "rb").read()
def put(name, data):
    open(name + ".db", "wb").write(data)
for size in (1, 50, 99, 100, 500, 1024, 8192, 20000, 65536, len(good) - 8192,
             len(good) - 1):
    put(f"cut-{size}", good[:size])
for i in range(8):
    random.seed(i)
    data = bytearray(good)
    data[random.randrange(len(data))] ^= 1 << i
    put(f"flip-{i}", data)
for at, value in ((16, b"\0\0"), (16, b"\xff\xff"), (16, b"\0\1"), (16, b"\2\0"),
                  (0, b"s"), (18, b"\7\7"), (20, b"\xff"), (21, b"\0\0\0"),
                  (28, b"\x7f\xff\xff\xff"), (28, b"\0\0\0\1"),
                  (32, b"\xff\xff\xff\xff"), (44, b"\0\0\0\x63"),
                  (56, b"\0\0\0\3"), (100, b"\xff" * 8)):
    put(f"header-{at}-{value.hex()}",
        good[:at] + value + good[at + len(value):])
END_OF_PYTHON

t 'a file that is cut off says what to do, at every size (D1)'
for bad in cut-*.db; do
	made=$bad
	cp "$bad" before.db
	survives 3 -- --db "$bad" check
	survives 3 -- --db "$bad" ingest more.txt
	cmp -s "$bad" before.db || fault "$bad: the file changed"
done

t 'a flipped byte is no crash, and changed text is found (D1)'
for bad in flip-*.db; do
	made=$bad
	survives 0 3 -- --db "$bad" list
	survives 0 1 3 -- --db "$bad" check
	echo "$bad $status" >>checked
done
python3 - <<'END_OF_PYTHON' || fault 'check does not find every change'
import sqlite3, sys
def texts(name):
    db = sqlite3.connect(f"file:{name}?mode=ro", uri=True)
    db.text_factory = bytes
    try:
        return db.execute("SELECT text FROM passage "
                          "ORDER BY source, ordinal").fetchall()
    except (sqlite3.Error, UnicodeError):
        return None
for name, status in (line.split() for line in open("checked")):
    if status == "0" and texts(name) != texts("good.db"):
        sys.exit(f"# {name}")
END_OF_PYTHON

t 'two pages in each other'\''s place are found (D1)'
damage 'a, b = data[8192:16384], data[40960:49152]; data[8192:16384] = b; data[40960:49152] = a'
refused 'move it away and ingest again' check
refused 'move it away and ingest again' check --repair

t 'a header that lies is no crash (D1)'
for bad in header-*.db; do
	made=$bad
	survives 0 3 -- --db "$bad" list
	survives 0 1 3 -- --db "$bad" check
done

t 'a header that lets nobody write is damage that check tells (D1)'
damage 'data[18] = 127'
run --db bad.db list; exits 0
refused 'damaged; move it away and ingest again (its header lets nobody write)' check

t 'a log of another database, or one that is cut, is no crash (D1)'
cp good.db donor.db
python3 - <<'END_OF_PYTHON'
import shutil, sqlite3
db = sqlite3.connect("donor.db", isolation_level=None)
db.execute("PRAGMA journal_mode = WAL")
db.execute("UPDATE source SET title = 'Anders'")
shutil.copy("donor.db", "bad.db")
shutil.copy("donor.db-wal", "log")
END_OF_PYTHON
made='a cut log'
head -c 5000 log >bad.db-wal
survives 0 -- --db bad.db list
survives 0 -- --db bad.db check
rm -f bad.db bad.db-*
cp good.db bad.db; cp log bad.db-wal
made='the log of another'
survives 0 3 -- --db bad.db list
survives 0 1 3 -- --db bad.db check
rm -f bad.db bad.db-*
cp good.db bad.db; echo rubbish >bad.db-journal
made='a journal of rubbish'
last='casebook list'
run --db bad.db list
case $status in
0) ;;
3) says 'puts it right' ;;
*) fault "exit status $status" ;;
esac
run --db bad.db ingest more.txt; exits 0
run --db bad.db check; exits 0

t 'a schema that calls functions is refused before it is run (D2)'
for schema in \
	"DROP VIEW places; CREATE VIEW places (project, place) AS SELECT 'x', load_extension('x')" \
	"DROP VIEW places; CREATE VIEW places (project, place) AS SELECT 'x', fts3_tokenizer('simple')" \
	"DROP VIEW sources; CREATE VIEW sources (a, b) AS SELECT 1, 2" \
	"CREATE TRIGGER t AFTER INSERT ON source BEGIN SELECT load_extension('x'); END" \
	"CREATE TRIGGER t INSTEAD OF INSERT ON places BEGIN SELECT fts3_tokenizer('simple'); END" \
	"DROP TABLE theme; CREATE TABLE theme (project, key, theme DEFAULT (hex(zeroblob(1000000))))" \
	"DROP TABLE theme; CREATE TABLE theme (project, key, theme AS (hex(zeroblob(1000000))))"; do
	fresh; change bad.db "$schema"
	most_refuse 'not the schema of casebook; move it away and ingest again'
done

t 'a view that never ends is refused, or never run (D3)'
endless='WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c)
	SELECT i, i FROM c'
fresh; change bad.db "DROP VIEW places; CREATE VIEW places AS $endless"
most_refuse 'not the schema of casebook; move it away and ingest again'
fresh
change bad.db "PRAGMA writable_schema = ON; UPDATE sqlite_schema
	SET type = 'view', rootpage = 0,
	sql = 'CREATE VIEW search_config (k, v) AS $endless'
	WHERE name = 'search_config'"
all_refuse 'not the schema of casebook; move it away and ingest again'
fresh
change bad.db "DROP VIEW places; CREATE VIEW places AS $(python3 -c \
	'print(" UNION ALL ".join(["SELECT 1"] * 500))')"
most_refuse 'move it away and ingest again'
fresh; change bad.db "CREATE VIEW mine AS $endless"
made='a view of somebody else'
survives 0 -- --db bad.db list
survives 0 -- --db bad.db check
survives 2 3 -- --db bad.db sql --time-limit 1 'SELECT count(*) FROM mine'
fresh; change bad.db "CREATE VIEW mine AS SELECT load_extension('x') AS x"
survives 2 -- --db bad.db sql 'SELECT x FROM mine'

t 'a damaged search index is told, and check --repair rebuilds it (D4)'
run --db good.db list --csv; cp out listed
for sql in 'DELETE FROM search_idx' 'DELETE FROM search_config' \
	'DELETE FROM search_data WHERE id = 10' \
	"UPDATE search_data SET block = x'ffffffff' WHERE id > 10" \
	'DELETE FROM search_docsize' \
	"INSERT INTO search (rowid, body) VALUES (3, 'xyzzy')"; do
	fresh; change bad.db "$sql"
	[ "$(sqlite3 bad.db 'PRAGMA integrity_check' 2>/dev/null ||
		echo ok)" = ok ] || fault 'damaged otherwise'
	run --db bad.db check
	exits 3; says 'search index damaged; casebook check --repair rebuilds it'
	run --db bad.db check --repair
	exits 0; prints_nothing; says_lines 1
	says 'bad.db: its search index was damaged, and was made anew'
	run --db bad.db check; exits 0
	run --db bad.db search wijk; exits 0
	run --db bad.db list --csv; cmp -s out listed || fault 'facts changed'
	cp bad.db once.db
	run --db bad.db check --repair
	exits 0; says 'bad.db: sound; there is nothing to repair'; says_lines 1
	cmp -s bad.db once.db || fault 'a sound casebook changed'
done
run --db bad.db check --repair groenlab-schiedam; exits 2; says 'leave SOURCE'
run --db bad.db check --repair --coverage; exits 2; says 'leave SOURCE'
run --db none.db check --repair; exits 3; [ ! -e none.db ] || fault 'it made one'

t 'repair waits for nobody else'\''s damage: what is damaged otherwise stays (D4)'
fresh
change bad.db "DELETE FROM search_idx; UPDATE passage SET offset = offset + 1
	WHERE ordinal = 1"
refused 'damaged elsewhere than in its search index; nothing was changed; move it away and ingest again' \
	check --repair

t 'rows that break a rule are told with their rule (D5)'
# breaks RULE STATEMENT: check says so, list survives it, repair leaves it.
breaks() {
	fresh; change bad.db "PRAGMA ignore_check_constraints = ON; $2"
	made=$2
	run --db bad.db check
	exits 1; says "breaks the rule \"$1\""
	survives 0 1 3 -- --db bad.db show innovatielab-zwolle --evidence
}
breaks grounded 'UPDATE proof SET offset = 999999999'
breaks grounded 'UPDATE proof SET offset = -5'
breaks grounded 'UPDATE proof SET offset = 9223372036854775807'
breaks grounded 'UPDATE proof SET length = 9223372036854775807'
breaks "a row points into its source's text" 'UPDATE place SET offset = 999999999'
breaks "a row points into its source's text" 'UPDATE theme SET offset = -1'
breaks "a row points into its source's text" 'UPDATE involvement SET length = 9223372036854775807'
breaks lossless 'UPDATE passage SET offset = offset + 3 WHERE ordinal = 2'
breaks lossless 'UPDATE passage SET length = 9223372036854775807 WHERE ordinal = 2'
breaks lossless "UPDATE passage SET text = replace(text, '.', ',')"
breaks lossless "UPDATE passage SET text = CAST(x'ff' || text AS TEXT) WHERE ordinal = 2"
breaks 'text is UTF-8' "UPDATE involvement SET organisation = CAST(x'c3' AS TEXT)"
breaks 'text is UTF-8' "UPDATE source SET title = CAST(x'610062' AS TEXT)"

t 'a column that holds a BLOB is damage (D5)'
fresh
change bad.db "PRAGMA writable_schema = ON; UPDATE sqlite_schema
	SET sql = replace(sql, ') STRICT', ')') WHERE name = 'place'"
change bad.db "UPDATE place SET place = x'00ff'; PRAGMA writable_schema = ON;
	UPDATE sqlite_schema SET sql = replace(sql, ') WITHOUT', ') STRICT, WITHOUT')
	WHERE name = 'place'"
change bad.db "PRAGMA writable_schema = ON; UPDATE sqlite_schema
	SET sql = replace(sql, 'STRICT, STRICT', 'STRICT') WHERE name = 'place'"
refused 'move it away and ingest again' check --repair
made='a BLOB'
survives 1 3 -- --db bad.db check
for command in list 'list --json' 'export --format ndjson' 'export places'; do
	survives 0 3 -- --db bad.db $command
done

t 'a schema of another version, or without a table, is refused (D6, F18)'
for version in -1 0; do
	fresh; change bad.db "PRAGMA user_version = $version"
	most_refuse 'not the schema of casebook; move it away and ingest again'
done
for version in 2147483647 99; do
	fresh; change bad.db "PRAGMA user_version = $version"
	most_refuse "made by a newer casebook (schema $version, this one reads"
done
for table in correction proof search stemmer; do
	fresh; change bad.db "DROP TABLE $table"
	most_refuse 'the schema of casebook; move it away and ingest again'
done
fresh; change bad.db 'CREATE TABLE mine (a); INSERT INTO mine VALUES (1)'
run --db bad.db list; exits 0
run --db bad.db check; exits 0
run --db bad.db ingest more.txt; exits 0

t 'who keeps it locked is told, with the process where it is known (D7)'
fresh
rm -f locked
python3 - <<'END_OF_PYTHON' &
import sqlite3, time
db = sqlite3.connect("bad.db", isolation_level=None)
db.execute("BEGIN EXCLUSIVE")
open("locked", "w").close()
time.sleep(60)
END_OF_PYTHON
holder=$!
while [ ! -e locked ]; do sleep 0.05; done
"$CASEBOOK" --db bad.db list >out2 2>err2 &
reader=$!
from=$(date +%s)
refused 'another program is writing in it (' ingest more.txt
[ $(($(date +%s) - from)) -lt 9 ] || fault 'it waited too long'
[ ! -r /proc/locks ] || ! grep -q " $holder " /proc/locks ||
	says "(process $holder, waited 5 s)"
wait $reader
[ $? = 3 ] && grep -q 'another program is writing' err2 ||
	fault "a reader: $(cat err2)"
kill $holder
wait $holder 2>/dev/null
run --db bad.db ingest more.txt; exits 0

t 'a database of another program is none of ours (D8, F18)'
rm -f bad.db
change bad.db 'CREATE TABLE knikkers (kleur); PRAGMA application_id = 77'
all_refuse 'not a casebook database; give another name'
head -c 8192 /dev/urandom >bad.db
most_refuse 'not a casebook database; give another name'

t 'damage that a write meets is told, and nothing is overwritten'
fresh
# the leaves of the passages, so that opening and asking for sources go well
python3 - <<'END_OF_PYTHON'
import sqlite3
db = sqlite3.connect("good.db")
size = db.execute("PRAGMA page_size").fetchone()[0]
root = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'passage'").fetchone()[0]
data = bytearray(open("good.db", "rb").read())
data[(root - 1) * size:(root - 1) * size + 12] = b"\xff" * 12
open("bad.db", "wb").write(data)
END_OF_PYTHON
cp bad.db before.db
cp reports/groenlab-schiedam.txt .
echo 'Een regel erbij.' >>groenlab-schiedam.txt
for command in 'ingest groenlab-schiedam.txt' 'ingest more.txt' rebuild \
	'remove groenlab-schiedam' 'check --repair'; do
	run --db bad.db $command
	exits 3; says 'bad.db'; says 'move it away and ingest again'
	# of the header only how often it was written
	python3 - <<'END_OF_PYTHON' || fault "$last: the file changed"
import sys
a, b = (bytearray(open(n, "rb").read()) for n in ("bad.db", "before.db"))
for data in a, b:
    data[24:28], data[92:100] = bytes(4), bytes(8)
sys.exit(a != b)
END_OF_PYTHON
	[ "$(echo bad.db*)" = bad.db ] || fault "$last: leaves $(echo bad.db*)"
done

t 'what is no regular file, or no database, is refused (F13)'
mkdir folder.db; mkfifo pipe.db; cp "$TOP/README.md" text.db; : >empty.db
head -c 100 /dev/urandom >random.db
for name in folder.db pipe.db text.db random.db; do
	for command in list check 'ingest more.txt' rebuild; do
		last="casebook --db $name $command"
		timeout -k 1 10 "$CASEBOOK" --db $name $command >out 2>err
		status=$?
		exits 3; says "$name"; says 'not a casebook database'
	done
done
cmp -s text.db "$TOP/README.md" || fault 'the text changed'
run --db empty.db list; exits 3; says 'not a casebook database: empty'
run --db empty.db ingest more.txt; exits 0
run --db empty.db check; exits 0

t 'a symbolic link is not followed (F14)'
ln -s good.db link.db
for command in list check 'ingest more.txt' 'check --repair'; do
	run --db link.db $command
	exits 3; says 'link.db'; says 'a symbolic link; give the real name'
done

t 'a name is never a URI, nor a database in memory (F15)'
for name in 'file:x?mode=memory' ':memory:' 'file::memory:'; do
	run --db "$name" list; exits 3; says 'no casebook at'
	run --db "$name" ingest more.txt; exits 0
	[ -s "$name" ] || fault "no file $name"
	run --db "$name" list; exits 0
done
run --db '' list; exits 2; says 'empty'
run --db '' ingest more.txt; exits 2; says 'empty'

t 'a folder that may not be written is named, and reading goes on (F16, F17)'
place=$(mktemp -d -p /tmp casebook.XXXXXX)
mkdir "$place/shut"
cp good.db "$place/shut/rest.db"
cp "$CASEBOOK" "$place/program"
cp more.txt "$place"
python3 - "$place/shut/open.db" <<'END_OF_PYTHON'
import os, shutil, sqlite3, sys
shutil.copy("good.db", sys.argv[1])
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode = WAL")
db.execute("UPDATE source SET modified = 1")
os._exit(0)
END_OF_PYTHON
chmod 755 "$place" "$place/program"
chmod 644 "$place"/shut/* "$place/more.txt"
rm -f "$place/shut/open.db-shm"
chmod 555 "$place/shut"
nobody=
[ "$(id -u)" != 0 ] || nobody='setpriv --reuid=65534 --regid=65534
	--clear-groups'
as_nobody() {
	last="casebook $* as nobody"
	$nobody "$place/program" "$@" >out 2>err </dev/null
	status=$?
}
as_nobody --db "$place/shut/rest.db" ingest "$place/more.txt"
exits 3; says 'cannot write'; says "$place/shut"
as_nobody --db "$place/shut/rest.db" check --repair
exits 0; says 'there is nothing to repair'
as_nobody --db "$place/shut/rest.db" list; exits 0
as_nobody --db "$place/shut/open.db" list
exits 3; says 'left open by an ingest; copy it to a folder where you may write, or run'
chmod 755 "$place/shut"
rm -r "$place"

t 'connections are opened in one place only, where all settings are made'
found=$(grep -l 'sqlite3_open' "$TOP"/src/*/*.c)
[ "$found" = "$TOP/src/store/database.c" ] || fault "$found"

finish
