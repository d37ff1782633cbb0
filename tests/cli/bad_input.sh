# Bad input: one clear line, the right exit status, and nothing lost.
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

t 'a missing file is told'
run ingest nosuch.txt
exits 3; says 'nosuch.txt'; says 'No such file'; unharmed

t 'a folder without reports is told'
mkdir empty; echo x >empty/README.txt; echo x >empty/.hidden
refused empty 'no reports in this folder'

t 'an empty file is told'
: >empty.txt
refused empty.txt 'empty'

t 'bytes that are not UTF-8 are told with their place and iconv'
printf 'caf\351\n' >latin.txt
refused latin.txt 'not UTF-8 at byte 3'; says 'iconv -f WINDOWS-1252'

t 'NUL bytes are told'
printf 'a\000b\n' >nul.txt
refused nul.txt 'NUL byte'

t 'a line of 2 GB is refused at once'
truncate -s 2G long.txt
refused long.txt 'larger than the limit'

t 'a PDF that is cut off is refused in one line'
printf '%%PDF-1.4\n' >report.pdf
if command -v pdftotext >/dev/null; then
	refused report.pdf 'pdftotext failed with exit status 1'
else
	run ingest report.pdf
	exits 3; says 'apt install poppler-utils'; unharmed
fi

t 'a pipe is not waited for'
mkfifo pipe
last='casebook ingest pipe'
timeout 5 "$CASEBOOK" ingest pipe >out 2>err
status=$?
exits 1; says 'pipe'

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

t 'a full standard output is told'
last='casebook list >/dev/full'
"$CASEBOOK" list >/dev/full 2>err
status=$?
exits 3; says 'cannot write standard output: No space left on device'

t 'its reason is told, whatever was printed last'
for call in 'check' 'diff old.db' 'export passages' 'list --csv'; do
	last="casebook $call >/dev/full"
	cp casebook.db old.db
	"$CASEBOOK" --db old.db remove groenlab-schiedam 2>err
	"$CASEBOOK" $call >/dev/full 2>err
	status=$?
	exits 3; says 'cannot write standard output: No space left on device'
done

t 'a closed standard output is told'
last='casebook list >&-'
"$CASEBOOK" list >&- 2>err
status=$?
exits 3; unharmed

t 'closed descriptors do not harm the casebook'
"$CASEBOOK" ingest "$REPORTS" <&- >&- 2>&-
unharmed

t 'a casebook is for its owner alone, whatever the umask; an export is not'
(umask 000; "$CASEBOOK" --db open.db ingest "$REPORTS" 2>err
	"$CASEBOOK" --db open.db export themes -o themes.csv 2>>err)
(umask 027; "$CASEBOOK" --db open.db export themes -o theirs.csv 2>>err)
[ "$(stat -c %a open.db themes.csv theirs.csv | tr '\n' ' ')" = \
	'600 666 640 ' ] || fault "$(ls -l open.db themes.csv theirs.csv)"

t 'no core file is written of what was read'
if [ -r /proc/self/limits ]; then
	mkfifo asked
	"$CASEBOOK" sql - <asked >out 2>err &
	exec 3>asked
	i=0
	until grep -q '^Max core file size *0 *0 ' /proc/$!/limits; do
		i=$((i + 1))
		[ $i -lt 50 ] || { fault 'core files may be written'; break; }
		sleep 0.1
	done
	echo 'SELECT 1' >&3
	exec 3>&-
	wait $!
else
	skip_test 'no /proc/self/limits'
fi

t 'a closed pipe ends it quietly'
last='casebook export passages | head'
{ "$CASEBOOK" export passages 2>err; echo $? >ended; } | head -1 >out
case $(cat ended) in
0 | 141) ;;
*) fault "exit status $(cat ended)" ;;
esac
[ ! -s err ] || fault 'it says something'

t 'an argument that is not UTF-8 is told'
run list --theme "$(printf '\377')"; exits 2; says 'not UTF-8'
run sql "$(printf 'SELECT 1 \377')"; exits 2; says 'not UTF-8'
run show "$(printf '\377')"; exits 2; says 'not UTF-8'

t 'control characters in names are shown escaped'
run list --theme "$(printf 'a\033[31m')"; exits 1; says '\x1b[31m'
run "$(printf 'l\033')"; exits 2; says '\x1b'

t 'an empty query is told'
run sql ''; exits 2; says 'empty query'
run sql ' '; exits 2; says 'the query is empty'

t 'a query that never ends is stopped'
run sql --time-limit 1 'SELECT count(*) FROM evidence AS a, evidence AS b,
	evidence AS c, evidence AS d'
exits 3; says 'stopped after 1 s'

finish
