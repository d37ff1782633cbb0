# A person who asks for it is taken out of the casebook for good (forget), and
# nothing else is.
. "$TOP/tests/cli/functions"

# Two projects. Of the first adviser there are name, initials, family name, first
# name, two addresses and two numbers; another adviser shares a family name with
# a third; the fourth has one that is a word like others.
cat >proef.txt <<'END'
De tuin van Sjoerdtje van der Zwelm

Opdrachtgever(s)

Gemeente Gouda

JSO-adviseur

Sjoerdtje van der Zwelm (s.zwelm@proef.example.nl), Pier Hemels (p.hemels@proef.example.nl)

Gebied waar de proeftuin is uitgevoerd

Gouda

Met wie wordt samengewerkt?

Stichting Het Anker (via Van der Zwelm), MEE

Uitvoering

2016-2017

Wat is het doel van de proeftuin en voor wie?

Een tuin voor eenzame ouderen. Wie mee wil doen, belt Sjoerdtje
van der Zwelm (06-31415926) of mevrouw VAN DER ZWELM, op
+31 (0)6 31 41 59 26. Vraag naar S. v.d. Zwelm of naar Sjoerdtje.
Zij schrijft ook als sj-zwelm@elders.example.nl. De ouderen beslissen met
Zwelm mee over de tuin. Aaltje Hemels belt met 06-27182818.

Wat zijn de bereikte resultaten?

De ouderen geven hun buurt een 7,5.

Quotes van betrokkenen

“Zonder Sjoerdtje was het niet gelukt” (Sjoerdtje van der Zwelm)

“Een mooie tuin” (bewoner)

Het straatfeest

Opdrachtgever(s)

Gemeente Waddinxveen

JSO-adviseur

Aaltje Hemels (a.hemels@proef.example.nl), Wobbe Bakker

Gebied waar de proeftuin is uitgevoerd

Waddinxveen

Uitvoering

2017

Wat is het doel van de proeftuin en voor wie?

Een feest voor de straat. De bakker om de hoek bakt; elke bakker bakt, en
een bakker en nog een bakker. De bakker heet niet Bakker maar de heer Bakker doet mee, net als W. Bakker.
END
ALL='Zwelm|Sjoerd|31415926|31 ?41 ?59 ?26|sj-zwelm|elders.example'

# gone PATTERN FILE…: nothing of it is in the bytes of these files.
gone() {
	pattern=$1
	shift
	! LC_ALL=C grep -a -i -E -q "$pattern" "$@" ||
		fault "$last: left: $(LC_ALL=C grep -a -i -E -o "$pattern" "$@" |
			sort | uniq -c | head -3 | tr '\n' ' ')"
}

# facts FILE: what is known beside the adviser and the words themselves.
facts() {
	for view in projects places involvements measurements changes \
		participation phases themes; do
		run export $view --csv
		cut -d , -f 1-5 out | sed "s/^/$view /"
	done | grep -v 'De tuin van\|via ' >"$1"
}

run ingest proef.txt; exits 0
run correct kvds-01 themes --drop theme=eenzaamheid --by 'Joke Brolsma' \
	--because 'zegt Sjoerdtje van der Zwelm, 06-31415926'
exits 0
run correct kvds-01 advisers --where 'adviser=Sjoerdtje van der Zwelm' \
	--set email=zwelm@nieuw.example.nl --because 'verhuisd'
exits 0
run correct kvds-02 advisers --add 'adviser=Sjoerdtje van der Zwelm' \
	--because 'zij was er ook'
exits 0
cp casebook.db before.db
facts facts-before

t 'who is meant must be clear'
run forget 'Sjoerdtje van der Zwelm'; exits 2; says 'say why: --because'
run forget 'Sjoerdtje van der Zwelm' --because ' '; exits 2; says 'say why'
run forget Zwelm --because x; exits 1
says '"Zwelm" is a part of "Sjoerdtje van der Zwelm"; give one whole name'
for force in '' --force; do
	run forget hemels --because x $force; exits 1
	says '"Pier Hemels"'; says '"Aaltje Hemels"'
done
run forget @ --because x --force; exits 2; says 'no name: "@"'
run forget 'Pier Hemel' --because x; exits 1
says 'nothing of "Pier Hemel" is in "casebook.db" (--force'
says '; did you mean Pier Hemels?'
run forget 'Anna Nergens' --because x; exits 1; says '--force keeps it out'
run forget --because x; exits 2; says 'say who'
run forget 'Sjoerdtje van der Zwelm' --because 'Zwelm vroeg het'; exits 2
says 'the reason and --by are kept'
run forget 'Sjoerdtje van der Zwelm' --because x --by Sjoerdtje; exits 2
says 'the reason and --by are kept'
run forget --db none.db x --because y; exits 3; says 'no casebook'
run forget 'x y' --because x --redact names; exits 2; says 'takes no --redact'
cmp -s casebook.db before.db || fault 'it was changed'

t 'a dry run counts, and changes nothing'
run forget 'sjoerdtje VAN DER zwelm' --because 'gevraagd' --dry-run; exits 0
says 'would be forgotten: '; says ' in 1 source blanked, 2 rows of advisers'
says ', 3 corrections blanked or dropped'
cmp -s casebook.db before.db || fault 'it was changed'

t 'nothing of the person is left in the file nor beside it'
run forget 'Sjoerdtje van der Zwelm' --because 'per brief gevraagd' --by Beheer
exits 0; prints_nothing
says 'forgotten: '; says 'proef.txt: the file itself still has the name'
gone "$ALL|nieuw.example" casebook.db*
[ "$(ls casebook.db*)" = casebook.db ] || fault "beside it: $(ls casebook.db*)"
run check; exits 0; prints 'forgotten (advice)'; prints ' blanked, of persons'
cp casebook.db forgotten.db

t 'all else is as it was'
facts facts-after
cmp -s facts-before facts-after || fault "$(diff facts-before facts-after)"
run export advisers --columns project,adviser,email --csv
prints_line 'kvds-01,Pier Hemels,p.hemels@proef.example.nl'
prints_line 'kvds-02,Aaltje Hemels,a.hemels@proef.example.nl'
prints_line 'kvds-02,Wobbe Bakker,'; prints_lines 4
run search 'ouderen'; exits 0; prints 'kvds-01'
run export corrections --csv; prints_lines 2
prints 'zegt _________ ___ ___ _____, ___________'; prints 'Joke Brolsma'
run export passages --json; prints '06-27182818'; prints 'Aaltje Hemels belt'

t 'lines and offsets are as they were'
run export projects --columns project,line,offset,length; cp out after
run --db before.db export projects --columns project,line,offset,length
cmp -s out after || fault "$(diff out after)"

t 'no ingest and no rebuild brings the person back'
run export -o as-forgotten
run ingest proef.txt; exits 0; says '1 unchanged'
cmp -s casebook.db forgotten.db || fault 'it was changed'
run ingest --force proef.txt; exits 0; gone "$ALL" casebook.db* err
run export -o as-ingested
diff -r as-forgotten as-ingested >found || fault "$(head -5 found)"
run rebuild; exits 0; gone "$ALL" casebook.db*
run export -o as-rebuilt
diff -r as-forgotten as-rebuilt >found || fault "$(head -5 found)"

t 'nor does a report that changed, or another'
sed 's/Het straatfeest/Een straatfeest van S. van der Zwelm/' proef.txt >new.txt
cp proef.txt old.txt
cp new.txt proef.txt
sed 's/^De tuin van.*/De tuin van Sjoerdtje van der Zwelm/;/^Het straat/,$d' \
	old.txt >twee.txt
run ingest proef.txt; exits 0; says '1 replaced'; gone "$ALL" casebook.db*
run export projects; prints 'Een straatfeest van __ ___ ___ _____'
run ingest twee.txt; exits 1
gone "$ALL" casebook.db* err
cp old.txt proef.txt
run ingest proef.txt; exits 0

t 'a file that is named after the person is refused'
mkdir -p sjoerdtje-van-der-zwelm
cp old.txt s.zwelm.txt; cp old.txt sjoerdtje-van-der-zwelm/rapport.txt
run ingest --force s.zwelm.txt; exits 1; says 'give the file another name'
run ingest --force --as proef sjoerdtje-van-der-zwelm/rapport.txt; exits 1
says 'named after a person who is forgotten'
gone "$ALL" casebook.db*

t 'the forgotten are listed, not by name'
run forget --csv; exits 0; gone "$ALL" out
prints 'at,by,because,forms'; prints ',Beheer,per brief gevraagd,'
prints_lines 2
run --db before.db forget; exits 0; says 'nobody is forgotten'
run sql 'SELECT * FROM forgotten_form'; exits 2

t 'a second time there is nothing left'
run forget 'Sjoerdtje van der Zwelm' --because nogmaals; exits 0
says 'forgotten already; nothing is left of'
run forget; prints_lines 2

t 'of a family name that another has the whole name goes, and no more'
run forget 'a.hemels@proef.example.nl' --because gevraagd; exits 0
says 'the family name alone stays, for "Pier Hemels" has it too'
gone 'Aaltje|a.hemels|27182818' casebook.db*
run export advisers --csv --columns project,adviser
prints_line 'kvds-01,Pier Hemels'; prints_line 'kvds-02,Wobbe Bakker'
prints_lines 3

t 'a family name that is a word goes behind a title and initials'
run forget 'Wobbe Bakker' --because gevraagd; exits 0
run export passages --csv; prints 'De bakker om de hoek'; prints 'niet Bakker maar'
gone 'heer Bakker|W. Bakker|Wobbe' out

t 'anyone whom a text names can be forgotten'
run forget 'Het Anker' --because 'als naam'; exits 0
gone 'Anker' casebook.db*
run forget 'Fedde Nooitgezien' --because 'komt nog' --force; exits 0
says 'forgotten: 0 places in 0 sources'
sed 's/Wobbe Bakker/Fedde Nooitgezien/' old.txt >proef.txt
run ingest proef.txt; exits 0; gone 'Fedde|Nooitgezien' casebook.db* err

t 'a list of the forgotten that is damaged is told, and nothing is read'
for damage in 'person = 0' 'person = -99999' 'person = 1000000000000' \
	"how = 'zo'" 'letters = 0'; do
	cp casebook.db damaged.db
	sqlite3 damaged.db "PRAGMA foreign_keys = OFF;
		PRAGMA ignore_check_constraints = ON;
		UPDATE forgotten_form SET $damage" || fault "no $damage"
	cp damaged.db as-it-was.db
	run --db damaged.db ingest --force proef.txt
	exits 3; says 'damaged; move it away'
	cmp -s damaged.db as-it-was.db || fault "it was changed: $damage"
done

t 'a source that is named after the person must be renamed first'
run --db named.db ingest sjoerdtje-van-der-zwelm; exits 0
run --db named.db forget 'Sjoerdtje van der Zwelm' --because x; exits 1
says 'named after who is to be forgotten; rename the file'
run --db named.db export advisers; prints 'Sjoerdtje'

t 'killed at any moment, all is as it was or all is done'
if ! command -v timeout >/dev/null; then
	skip_test 'no timeout'
else
	cp old.txt proef.txt
	for moment in 002 005 010 015 020 025 030 040 050 070 100 150; do
		cp before.db killed.db
		timeout -s KILL 0.$moment "$CASEBOOK" --db killed.db forget \
			'Sjoerdtje van der Zwelm' --because x >/dev/null 2>&1
		run --db killed.db ingest proef.txt; exits 0
		run --db killed.db export advisers --csv; exits 0
		if grep -q Sjoerdtje out; then
			[ "$(wc -l <out)" = 6 ] || fault "0.$moment: half"
		else
			[ "$(wc -l <out)" = 4 ] || fault "0.$moment: half"
		fi
		run --db killed.db forget 'Sjoerdtje van der Zwelm' --because x
		exits 0; gone "$ALL" killed.db*
		run --db killed.db check; exits 0
		rm -f killed.db*
	done
fi

t 'who reads meanwhile is told of, and a second run ends it'
if ! command -v python3 >/dev/null; then
	skip_test 'no python3'
else
	cp before.db read.db
	cat >reader.py <<'END'
import sqlite3, subprocess, sys
reader = sqlite3.connect('read.db', isolation_level=None)
reader.execute('PRAGMA journal_mode = WAL')
reader.execute('BEGIN')
reader.execute('SELECT count(*) FROM advisers').fetchall()
sys.exit(subprocess.run(sys.argv[1:]).returncode)
END
	last='casebook forget (while it is read)'
	python3 reader.py "$CASEBOOK" --db read.db forget \
		'Sjoerdtje van der Zwelm' --because x >out 2>err
	status=$?
	exits 3; says 'another program reads the casebook'
	run --db read.db forget 'Sjoerdtje van der Zwelm' --because x; exits 0
	says 'forgotten already'; gone "$ALL" read.db*
fi

t 'nothing else of the sample changes with an adviser of it'
run --db sample.db ingest "$REPORTS"; exits 0
run --db sample.db export projects places measurements phases themes \
	participation -o sample-before
who=$("$CASEBOOK" --db sample.db sql 'SELECT adviser FROM advisers
	GROUP BY adviser ORDER BY count(*) DESC, adviser LIMIT 1' --csv |
	tail -1 | tr -d '\r')
run --db sample.db export advisers --csv; grep -v "$who" out >others
run --db sample.db forget "$who" --because gevraagd; exits 0
run --db sample.db export projects places measurements phases themes \
	participation -o sample-after
diff -r sample-before sample-after >found || fault "$(head -5 found)"
run --db sample.db export advisers --csv
cmp -s out others || fault "advisers: $(diff others out | head -3)"
gone "$who" sample.db*
run --db sample.db check; exits 0

finish
