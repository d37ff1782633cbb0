# Bad databases and disks: one clear line, the right exit status, and nothing
# lost. Bad texts, paths, layouts and questions have scripts of their own.
. "$TOP/tests/cli/functions"

run ingest "$REPORTS"
cp casebook.db before

# After each refused ingest the casebook is what it was.
unharmed() {
	cmp -s casebook.db before || fault 'the casebook changed'
}

# refused FILE WORDS: an ingest of this file is refused in one line that says so.
refused() {
	run ingest "$1"
	exits 1; prints_nothing; says "$1"; says "$2"; says_lines 2
	says '1 refused'; unharmed
}

t 'a PDF that is cut off is refused in one line'
printf '%%PDF-1.4\n' >report.pdf
if command -v pdftotext >/dev/null; then
	refused report.pdf 'pdftotext failed with exit status 1'
else
	run ingest report.pdf
	exits 3; says 'apt install poppler-utils'; unharmed
fi

t 'what is no database is told'
head -c 300 /dev/zero >zero.db
run --db zero.db list; exits 3; prints_nothing; says 'zero.db'
run --db zero.db ingest "$REPORTS"; exits 3; says 'zero.db'
run --db "$TOP/README.md" list; exits 3
mkdir folder.db
run --db folder.db list; exits 3; says 'folder.db'
run --db nosuch.db list; exits 3; says 'nosuch.db'
[ ! -e nosuch.db ] || fault 'a reading command made a file'

t 'a casebook of a newer version is told'
cp casebook.db newer.db
printf '\000\000\000\143' | dd of=newer.db bs=1 seek=60 conv=notrunc 2>/dev/null
run --db newer.db list; exits 3; says 'newer'
run --db newer.db ingest "$REPORTS"; exits 3; says 'newer'

t 'a folder that may not be written is told'
place=$(mktemp -d -p /tmp casebook.XXXXXX)
mkdir "$place/shut"
cp casebook.db "$place/shut"
cp "$CASEBOOK" "$place/program"
cp "$REPORTS"/groenlab-schiedam.txt "$place"
echo 'Anders.' >>"$place/groenlab-schiedam.txt"
chmod 755 "$place" "$place/program"
chmod 555 "$place/shut"
chmod 644 "$place/shut/casebook.db" "$place/groenlab-schiedam.txt"
nobody=
[ "$(id -u)" != 0 ] || nobody='setpriv --reuid=65534 --regid=65534
	--clear-groups'
last='casebook ingest as nobody'
$nobody "$place/program" --db "$place/shut/new.db" ingest \
	"$place/groenlab-schiedam.txt" >out 2>err
status=$?
exits 3; says "$place/shut"
$nobody "$place/program" --db "$place/shut/casebook.db" ingest \
	"$place/groenlab-schiedam.txt" >out 2>err
status=$?
exits 3; says "$place/shut"
$nobody "$place/program" --db "$place/shut/casebook.db" list >out 2>err
status=$? last='casebook list as nobody'
exits 0; prints_lines 48
[ "$(ls "$place/shut")" = casebook.db ] || fault 'files beside it'
chmod 755 "$place/shut"
rm -r "$place"

t 'a full disk is told, and leaves no half casebook'
last='casebook ingest with a limit of size'
(ulimit -f 16; exec "$CASEBOOK" --db full.db ingest "$REPORTS") >out 2>err
status=$?
exits 3; says 'full.db'
[ ! -e full.db ] || fault 'a casebook was left'

finish
