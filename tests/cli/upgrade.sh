# A casebook that an older program made, brought up to date in place.
. "$TOP/tests/cli/functions"

if ! command -v sqlite3 >/dev/null; then
	t 'a casebook of schema 1 is made for these tests'
	skip_test 'there is no sqlite3 to make it with'
	finish
	exit
fi

# older FILE: as the program of schema 1 left it.
older() {
	rm -f "$1"
	sqlite3 "$1" <"$TOP"/tests/store/casebook-1.sql
}

mkdir reports
cp "$REPORTS"/[fgiw]*.txt reports

t 'a reading command asks for a rebuild, and changes nothing'
older casebook.db
cp casebook.db before.db
for command in list 'show groenlab-schiedam' 'report themes' 'search buurt' \
	check export 'sql SELECT_1' 'remove groenlab-schiedam'; do
	run $command; exits 3
	says 'made by an older casebook (schema 1'
	says 'run `casebook rebuild`'
done
run ingest --dry-run reports; exits 3; says 'run `casebook rebuild`'
cmp -s casebook.db before.db || fault 'other bytes'

t 'rebuild makes of it what ingest would make'
run rebuild; exits 0
says 'made by an older casebook; all facts were extracted anew (4 sources)'
says 'and corrections kept'
says_lines 1
run --db fresh.db ingest reports; exits 0
run export corrections -o corrections.csv
run --db fresh.db correct --from corrections.csv; exits 0
run diff fresh.db; exits 0; says 'the same'
sqlite3 casebook.db .schema >schema
sqlite3 fresh.db .schema | cmp -s - schema || fault 'another schema'
run search buurt; exits 0
run check; exits 0
run rebuild; exits 0; says '4 replaced'

t 'ingest does it first'
older casebook.db
run ingest reports; exits 0
says 'made by an older casebook; all facts were extracted anew'
says '0 new, 0 replaced, 4 unchanged'
run list --theme wonen; prints 'groenlab-schiedam'

t 'a source whose layout is not there leaves the old file as it was'
older casebook.db
sqlite3 casebook.db "UPDATE source SET layout = 'eigen'
	WHERE name = 'groenlab-schiedam'"
cp casebook.db before.db
for command in rebuild 'ingest reports'; do
	run $command; exits 1
	says 'no layout "eigen"'; says 'nothing was changed'
	run list; exits 3; says 'made by an older casebook'
done
for file in before.db casebook.db; do
	sqlite3 $file .dump >$file.sql
done
cmp -s before.db.sql casebook.db.sql || fault 'it was changed'

t 'rebuild finds the marks of a layout anew, and no others'
run --db fresh.db rebuild; exits 0
sqlite3 fresh.db 'SELECT * FROM mark' >once
run --db fresh.db rebuild; exits 0
sqlite3 fresh.db 'SELECT * FROM mark' | cmp -s - once || fault 'more marks'
[ -z "$(sort once | uniq -d)" ] || fault 'marks come twice'
[ "$(sqlite3 fresh.db 'SELECT count(*) FROM (SELECT DISTINCT source, kind,
	offset, length FROM mark)')" = "$(wc -l <once)" ] || fault 'twice'

finish
