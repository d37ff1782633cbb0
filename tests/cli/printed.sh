# What is printed, of values that would drive a terminal, a spreadsheet or a
# browser (O1 to O6). Every command in every format is tried by
# tests/torture/P14-hostile-text.
. "$TOP/tests/cli/functions"

run ingest "$REPORTS/groenlab-schiedam.txt"
esc=$(printf '\033')
bidi=$(printf '\342\200\256')

# printable FILE: nothing in it that a terminal would obey.
printable() {
	! LC_ALL=C grep -q "$(printf '[\001-\011\013-\037\177]')" "$1" ||
		fault "$last: a control character in $1"
	! LC_ALL=C grep -qE "$(printf '\302[\200-\237]|\342\200[\216\217\250-\256]|\342\201[\246-\251]')" "$1" ||
		fault "$last: C1 or a mark of direction in $1"
}

t 'cells that a spreadsheet would run are as they are, but for excel-nl (O1)'
query="SELECT '=1+1' AS a, '+1' AS b, '-x' AS c, '@x' AS d,
	char(9) || '=1' AS e, char(13) || '=1' AS f, char(10) || '=1' AS g"
run sql "$query" --csv
exits 0; says_nothing; prints '=1+1,+1,-x,@x,'
run sql "$query" --dialect excel-nl
exits 0; says_lines 1; says 'as a formula'
prints "'=1+1;'+1;'-x;'@x;"
[ "$(tr -cd "'" <out | wc -c)" = 7 ] || fault 'not each cell has its quote'

t 'CSV is read back as it was, also by others (O2)'
if ! command -v python3 >/dev/null; then
	skip_test 'no python3 here'
else
	run sql "SELECT '\"' AS \"a\"\"b\", ',' AS b, char(13, 10) AS c, '  ' AS d,
		'' AS e, NULL AS f, 'x' || char(10) || 'y' AS g, ';' AS h" --csv
	exits 0
	python3 - <<-'END' >err 2>&1 || fault "$(cat err)"
	import csv
	with open('out', newline='') as file:
	    head, row = csv.reader(file, strict=True)
	assert head[0] == 'a"b', head
	assert row == ['"', ',', '\r\n', '  ', '', '', 'x\ny', ';'], row
	assert open('out', 'rb').read().endswith(b'\r\n')
	END
	prints '"",,'
fi

t 'markup in a value is text in HTML (O3)'
run sql "SELECT '<script>x()</script>' AS \"<b>\", '\"><img onerror=x>' AS b,
	'javascript:x()' AS c, '</title></table>' AS d, ']]>' AS e, '<!--' AS f,
	'&lt;' AS g" --format html
exits 0; says_nothing
prints '&lt;script&gt;x()&lt;/script&gt;'; prints '&amp;lt;'
! grep -qiE '<(script|img|b>|!--)|href|src=' out || fault 'it is markup'
run correct groenlab-schiedam projects --because '<i>x</i>' \
	--set 'title=</title><script>x()</script>'
exits 0
for words in list 'show groenlab-schiedam' 'export corrections' \
	'report sources'; do
	run $words --format html
	exits 0
	! grep -qiE '<(script|i)>|href|src=|</title><' out || fault 'it is markup'
done

t 'JSON writes by number what others trip on (O4)'
run sql "SELECT char(27, 127, 133, 155, 8232, 8233, 8238, 1) AS a, 'é' AS b" \
	--json
exits 0; printable out
prints '\u007f\u0085\u009b\u2028\u2029\u202e\u0001'; prints '"é"'
run sql "SELECT 1 AS \"a${bidi}b\"" --format ndjson
exits 0; prints '{"a\u202eb":1}'
if command -v python3 >/dev/null; then
	python3 -m json.tool out >/dev/null 2>err || fault "$(cat err)"
fi

t 'a table in Markdown stays one, whatever its cells hold (O5)'
run sql "SELECT '|' AS \"a|b\", '\`x\`' AS b, '[x](javascript:x)' AS c,
	'a' || char(10) || 'b' AS d, '<b>' AS e, '\\|' AS f" --format markdown
exits 0; prints_lines 3
[ "$(sed 's/\\\\//g; s/\\|//g' out | tr -cd '|\n' | sort -u)" = '|||||||' ] ||
	fault 'other cells'
prints '\[x\](javascript:x)'; prints '\`x\`'
! grep -q '<b>' out || fault 'markup'

t 'nothing that is printed for people drives their terminal (O6)'
sed "s/^GroenLab:/GroenLab$esc]52;c;aGk=$(printf '\007\177\302\233')${bidi}c:/
	s/^In een social lab/In$esc[2J een social lab/" \
	"$REPORTS/groenlab-schiedam.txt" >groenlab-schiedam.txt
run ingest groenlab-schiedam.txt
exits 0; says '1 replaced'; printable err
run correct groenlab-schiedam projects --set "title=a$esc[2J" --because x
exits 2; says 'a control character in the value "title=a\x1b[2J"'; printable err
run correct groenlab-schiedam projects --because "y$bidi" \
	--set "title=a${bidi}b" --by "x$bidi"
exits 0; cat err >>out; printable out
for words in list 'show groenlab-schiedam' 'show groenlab-schiedam --evidence' \
	'export corrections --format table' check 'list --format markdown' \
	'list --format html' 'report sources'; do
	run $words
	exits 0; printable out; printable err
done
run list; prints 'a\u202eb'
run export passages --format table; printable out
prints 'GroenLab\x1b]52;c;aGk=\x07\x7f\x9b\u202ec:'; prints 'In\x1b[2J een'
run list --place "x$esc[2J$bidi"
exits 1; says 'x\x1b[2J\u202e'; printable err
run ingest "no${esc}such$bidi"; says 'no\x1bsuch\u202e'; printable err

t 'names of files and layouts are shown harmlessly too (O6)'
echo 'x: y' >"a$esc[31m.yml"
run layout check "a$esc[31m.yml"
exits 2; prints 'FAIL a\x1b[31m.yml'; printable out; printable err
mkdir -p data/layouts
sed "s/^layout: .*/layout: \"k${bidi}l\"/" "$TOP/data/layouts/kennisland-case.yml" \
	>data/layouts/mine.yml
run --data data ingest --force "$REPORTS/groenlab-schiedam.txt"
exits 1; says 'the layouts "k'; says 'k\u202el" ('; printable err
run --data data layout list; printable out
run layout check data/layouts/mine.yml; printable out; printable err

t 'a long line with a fault is shown in part, and the caret is below it (O6)'
printf 'x: %0500d: %0500d\n' 1 2 >long.yml
run layout check long.yml
exits 2
[ "$(awk '{ if (length > n) n = length } END { print n }' err)" -lt 400 ] ||
	fault 'a line without end'
grep -q '| …0.*0…$' err || fault 'not shown in part'
grep -q '^       | *^$' err || fault 'no caret'

t 'a pager gets what a terminal would (O6)'
if ! command -v script >/dev/null ||
	! script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	skip_test 'no pseudo-terminal here'
else
	CASEBOOK_PAGER='cat >paged' COLUMNS=80 TERM=xterm NO_COLOR=1 script -qec \
		"stty rows 2; '$CASEBOOK' show groenlab-schiedam" /dev/null \
		>out </dev/null
	last='casebook show, paged'
	[ -s paged ] || fault 'nothing was paged'
	printable paged
	grep -qF 'a\u202eb' paged || fault 'the title is not shown'
fi

finish
