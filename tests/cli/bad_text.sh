# Texts that are none, or that mean no good (T1 to T24): each is refused in one
# line, or read with a warning, and the report beside it comes in.
. "$TOP/tests/cli/functions"

cp "$TOP/tests/golden/werkplaats-zeedorp.txt" good.txt
cp "$TOP/tests/golden/bundel-zeedorp.txt" bundle.txt
run ingest good.txt
cp casebook.db before

# refused FILE WORDS: in one line that says so; the report beside it comes in,
# and a casebook that is there stays what it was.
refused() {
	rm -f beside.db
	run --db beside.db ingest "$1" good.txt
	exits 1; prints_nothing; says "$1"; says "$2"; says_lines 2
	says '1 new, 0 replaced, 0 unchanged, 1 refused'
	run ingest "$1"
	exits 1; prints_nothing; says '1 refused'
	cmp -s casebook.db before || fault "$1: the casebook changed"
}

# reads FILE: without a word, beside the other one.
reads() {
	rm -f beside.db
	run --db beside.db ingest "$1" good.txt
	exits 0; prints_nothing; says_lines 1; says '2 new'
}

# In a fresh casebook: what it asked for in SQL gives this.
tells() {
	run --db beside.db sql "$1" --csv
	prints_line "$2"
}

# Within so many seconds of the processor.
within() {
	limit=$1
	shift
	last="casebook $*, in $limit s"
	(ulimit -t "$limit"; "$CASEBOOK" "$@" >out 2>err </dev/null)
	status=$?
}

# put WORDS: a page with these words in its text (printf's notation).
put() {
	sed '/^Proeven en praten$/q' good.txt
	printf '%b\n' "$1"
	sed '1,/^Proeven en praten$/d' good.txt
}

t 'an empty file is told (T1)'
: >empty.txt
refused empty.txt 'empty'

t 'a file of white space only has no text (T2)'
printf ' \n\t\n\n\302\240\n' >blank.txt
refused blank.txt 'no text, only white space'

t 'bytes that are not UTF-8 are told with their place and iconv (T3)'
printf 'caf\351\n' >latin.txt
refused latin.txt 'latin.txt:1: error: not UTF-8 at byte 3'
says 'iconv -f WINDOWS-1252 -t UTF-8 latin.txt'
{ cat good.txt; printf 'ab\377\376cd\n'; } >mid.txt
refused mid.txt "not UTF-8 at byte $(($(wc -c <good.txt) + 2))"

t 'no form that UTF-8 forbids is let in (T4)'
printf 'x\300\257y\n' >overlong.txt
printf 'x\355\240\200y\n' >surrogate.txt
printf 'x\365\200\200\200\n' >beyond.txt
printf 'x\342\202' >cut.txt
for file in overlong surrogate beyond cut; do
	refused $file.txt 'not UTF-8 at byte 1'
done

t 'UTF-16 is known by its mark, either way round (T5)'
printf '\377\376a\000b\000' >little.txt
printf '\376\377\000a\000b' >big.txt
for file in little big; do
	refused $file.txt 'UTF-16, not UTF-8'
	says "iconv -f UTF-16 -t UTF-8 $file.txt"
done

t 'a byte-order mark is front matter, and no byte is lost (T6)'
{ printf '\357\273\277'; cat "$REPORTS/groenlab-schiedam.txt"; } >bom.txt
reads bom.txt
tells "SELECT bytes FROM sources WHERE source = 'bom'" "$(wc -c <bom.txt)"
tells "SELECT hex(substr(text, 1, 1)) FROM passages WHERE source = 'bom'
	AND offset = 0" EFBBBF

t 'a NUL byte is told with its place (T7)'
printf 'ab\000c\n' >nul.txt
refused nul.txt 'NUL byte at byte 2'

t 'megabytes of NUL are no text (T8)'
head -c 5242880 /dev/zero >zeros.txt
refused zeros.txt 'this is not text'

t 'a line of 2 GiB is refused at once (T9)'
truncate -s 2G long.txt
within 1 --db beside.db ingest long.txt
exits 1; says '2 GiB, larger than the limit of 64 MiB; split it'
refused long.txt 'larger than the limit'
rm long.txt

t 'a line longer than 1 MiB is refused (T10)'
head -c 62914560 /dev/zero | tr '\000' a >line.txt
refused line.txt 'line 1 is longer than 1 MiB'
head -c 1048577 line.txt | cat good.txt - >line2.txt
refused line2.txt "line $(($(wc -l <good.txt) + 1)) is longer than 1 MiB"
rm line.txt

t 'a million lines without a heading fit no layout (T11)'
yes '' | head -n 1000000 >lines.txt
refused lines.txt 'no text'
yes 'Een regel.' | head -n 1000000 >lines.txt
within 9 --db none.db ingest lines.txt
exits 1; says 'no headings of any layout are in it'
rm lines.txt

t 'lines end with CR, CRLF or either, and are counted alike (T12)'
sed 's/$/\r/' bundle.txt >crlf.txt
tr '\n' '\r' <bundle.txt >cr.txt
# CR before LF would be one end, so CR stands before a line with words only.
awk 'function put(end) { printf "%s%s", before, end }
	NR > 1 && NR % 3 == 0 { put("\r\n") }
	NR > 1 && NR % 3 == 1 { put($0 == "" ? "\n" : "\r") }
	NR > 1 && NR % 3 == 2 { put("\n") }
	{ before = $0 }
	END { put("\n") }' bundle.txt >mixed.txt
for query in 'project, title, line, start FROM projects' \
	'project, moment, grade, line FROM measurements' \
	'project, section, heading, line FROM passages' \
	'project, organisation, line FROM involvements'; do
	for file in bundle crlf cr mixed; do
		rm -f $file.db
		run --db $file.db ingest $file.txt; exits 0
		run --db $file.db sql "SELECT $query" --csv; exits 0
		cp out $file.out
		cmp -s bundle.out $file.out || fault "$file: other $query"
	done
done

t 'a last line without an end is a line (T13)'
head -c -1 bundle.txt >open.txt
reads open.txt
tells "SELECT bytes FROM sources WHERE source = 'open'" "$(wc -c <open.txt)"

t 'a hundred thousand accents on a letter are read in no time (T14)'
put "e$(yes '\0314\0201' | head -n 100000 | tr -d '\n') einde." >accents.txt
within 2 --db accents.db ingest accents.txt
exits 0; says '1 new'

t 'a word of a megabyte is read in no time (T15)'
put "$(head -c 1048576 /dev/zero | tr '\000' a)" >word.txt
within 3 --db word.db ingest word.txt
exits 0; says '1 new'

t 'marks of direction are warned of (T16)'
sed 's/Mantelzorg op/Mantel\xe2\x80\xaezorg\xe2\x80\x8b op/' good.txt >bidi.txt
rm -f beside.db
run --db beside.db ingest bidi.txt good.txt
exits 0; says 'bidi.txt:3: warning: bidirectional control U+202E'; says '2 new'

t 'control characters are warned of, and shown escaped (T17)'
esc=$(printf '\033')
for where in 'Mantelzorg op' Marktlui; do
	sed "s/$where/$where$esc[31m$esc]52;c;aGk=\\x07\\x7f\\xc2\\x9b/" \
		good.txt >control.txt
	rm -f beside.db
	run --db beside.db ingest control.txt good.txt
	exits 0; says 'warning: control character U+001B'; says '2 new'
	for command in list 'show control --evidence' check; do
		run --db beside.db $command
		cat err >>out
		LC_ALL=C grep -q "$(printf '[\001-\011\013-\037\177]')" out &&
			fault "$command: a control character"
		grep -q "$(printf '\302\233')" out && fault "$command: C1"
	done
done

t 'a heading that stands twice is told with both lines (T18)'
sed 's/^\(JSO-adviseur\|Uitvoering\)$/&\n\n&/' bundle.txt >twice.txt
rm -f beside.db
run --db beside.db ingest twice.txt good.txt
exits 0; says '2 new'
for heading in JSO-adviseur Uitvoering; do
	first=$(grep -n "^$heading\$" twice.txt | sed -n '1s/:.*//p')
	says "twice.txt:$((first + 2)): warning: the heading \"$heading\" stands twice"
	says "the first is on line $first"
done

t 'headings the other way round, or in the contents only, are no project (T18)'
{
	printf 'Buiten spelen\n\nOverzicht proeftuinen\n\n'
	printf '1.\tTuin\t3\n\nTuin\n'
	for heading in 'Uitvoering' 'Met wie wordt samengewerkt?' \
		'Gebied waar de proeftuin is uitgevoerd' JSO-adviseur \
		'Opdrachtgever(s)'; do
		printf '\n%s\n\nTekst.\n' "$heading"
	done
} >backwards.txt
refused backwards.txt 'the layout "kvds" finds no project in it'
{
	printf 'Buiten spelen\n\nOverzicht proeftuinen\n\n'
	printf 'Opdrachtgever(s)\t3\nJSO-adviseur\t4\nUitvoering\t5\n\nEinde.\n'
} >contents.txt
refused contents.txt 'the layout "kvds" finds no project in it'

t 'a table of contents of 100,000 entries is read in no time (T19)'
awk '{ print } /^2\.\tSamen/ { for (i = 3; i <= 100000; i++)
	printf "%d.\tNooit gehouden proef %d\t%d\n", i, i, i }' \
	bundle.txt >entries.txt
within 5 --db entries.db ingest entries.txt
exits 0; says '2 projects: 1 new'

t 'what is no grade from 1 to 10 is told, with its line (T20)'
line=$(grep -n 'een 7,8, bij de eerste' bundle.txt | sed 's/:.*//')
for grade in 8,2e308 -0 99999999999999999999 '٨,٢' 12,5 0,5 11; do
	sed "s/een 7,8, bij de eerste/een $grade, bij de eerste/" bundle.txt \
		>grade.txt
	rm -f beside.db
	run --db beside.db ingest grade.txt good.txt
	exits 0; says '2 new'
	says "grade.txt:$line: warning: this grade is not between 1 and 10: \"$grade\""
	tells 'SELECT count(*) FROM measurements WHERE grade < 1 OR grade > 10' 0
done

t 'a date that no calendar has is told, with its line (T21)'
line=$(grep -n '5 mei 2017' bundle.txt | sed 's/:.*//')
for date in '5 mei 0000' '5 mei 99999' '31 februari 2017'; do
	sed "s/5 mei 2017/$date/" bundle.txt >date.txt
	rm -f beside.db
	run --db beside.db ingest date.txt; exits 0
	tells "SELECT coalesce(published, 'none') FROM sources" none
	run --db beside.db check; prints "$line  not a date of publication"
done
for year in 0000 99999; do
	sed "s/^2016-2017, daarna.*/$year/" bundle.txt >date.txt
	rm -f beside.db
	run --db beside.db ingest date.txt; exits 0
	run --db beside.db check; prints "no year is read here: \"$year\""
done

t 'a file that changes while it is read is refused, and can be read then (T22)'
if ! command -v python3 >/dev/null; then
	skip_test 'no python3 here'
else
	cat >changing.py <<-'END'
	import os, sys, time
	path, how, n = "changing.txt", sys.argv[1], 0
	text = open("good.txt", "rb").read() + b"\nNog een regel.\n" * 1500000
	for name in path, "one", "two":
	    open(name, "wb").write(text)
	open("ready", "w").close()
	until = time.monotonic() + 20
	while time.monotonic() < until and not os.path.exists("enough"):
	    n += 1
	    if how == "grows":
	        with open(path, "ab") as file: file.write(b"x")
	    elif how == "shrinks":
	        os.truncate(path, len(text) - n)
	    else:
	        os.link("one" if n % 2 else "two", "next")
	        os.rename("next", path)
	os.unlink(path)
	open(path, "wb").write(open("good.txt", "rb").read())
	END
	for how in grows shrinks 'is replaced'; do
		rm -f ready enough changing.db
		python3 changing.py "$how" &
		child=$!
		while [ ! -e ready ]; do sleep 0.02; done
		# on a busy machine the other may sleep while it is read
		try=0
		while [ $try -lt 40 ] && kill -0 $child 2>/dev/null; do
			run --db changing.db ingest changing.txt
			grep -q 'changed while' err && break
			try=$((try + 1))
		done
		exits 1; says 'changed while it was read; ingest again'
		: >enough
		wait $child
		run --db changing.db ingest changing.txt; exits 0
	done
	rm -f changing.txt one two
fi

t 'the same content under two names, and other content under one, is told (T23)'
mkdir names
cp good.txt names/one.txt
cp good.txt names/other.txt
run --db names.db ingest names; exits 0; says 'same content as'; says '1 new'
echo 'Nog een regel.' >>names/one.txt
run --db names.db ingest names/one.txt; exits 0; says '1 replaced'

t 'what is no text is known by its first bytes, whatever its name (T24)'
gzip -c good.txt >gzip.txt
refused gzip.txt 'looks like gzip; unpack it first: gzip -dc gzip.txt'
printf '\177ELF\002\001\001\000' >elf.txt
refused elf.txt 'looks like a program (ELF)'
printf '\377\330\377\340\000\020JFIF\000\001' >jpeg.txt
refused jpeg.txt 'looks like a picture (JPEG)'
awk 'BEGIN { srand(7); for (i = 0; i < 1048576; i++)
	printf "%c", 128 + int(rand() * 120) }' >random.txt
refused random.txt 'not UTF-8'

finish
