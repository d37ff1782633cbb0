# A series of one's own, without a line of C: six invented series in the forms
# of the field, fields and their filter, a layout that extends another, and what
# `layout check` says to who writes one.
. "$TOP/tests/cli/functions"

SERIES=$TOP/tests/series
mkdir -p data/layouts
cp "$SERIES"/*/*.yml data/layouts

t 'six layouts read their series with an F1 of 0.95 or more'
CASEBOOK=$CASEBOOK "$SERIES/measure" >out 2>err; status=$?
exits 0
sed 's/^/# /' out
[ "$(sed 1d out | awk '$8 >= 0.95' | wc -l)" -ge 6 ] ||
	fault 'a series falls short'

run --data data ingest "$SERIES"/*/*.txt

# asks TEST PROJECTS: the projects of which a test of a field holds.
asks() {
	run list --field "$1" --columns project --csv
	exits 0
	found=$(tr -d '\r' <out | sed 1d | sort | paste -sd' ')
	[ "$found" = "$2" ] || fault "--field $1: $found"
}

t 'fields are compared as numbers, dates, words of a scale, items and text'
asks 'inwoners>1000' 'kaart-01 kaart-03'
asks 'inwoners<=840' 'kaart-02'
asks 'inwoners!=840' 'kaart-01 kaart-03'
asks 'cijfer-gemeente=6,5' 'kaart-01'
asks 'oordeel>=deels' 'kaart-01 kaart-02'
asks 'oordeel<deels' 'kaart-03'
asks 'datum=2019' 'verhaal'
asks 'datum>2019' ''
asks 'trefwoorden=straat' 'verhaal'
asks 'aanwezigen~vermeer' 'formulier'
asks 'inwoners>1000 & oordeel>geen' 'kaart-01'
asks 'deelnemers' \
	'overzicht-01 overzicht-03 overzicht-04 overzicht-05 verhaal'

t 'the counterpart gives the projects of which a test does not hold'
run list --not-field 'inwoners>1000' --source kaart --columns project --csv
exits 0; prints kaart-02
grep -q 'kaart-01\|kaart-03' out && fault 'they have more'

t 'a field or value that there is not is answered with what there is'
run list --field 'inwonrs>3'
exits 1; says 'did you mean "inwoners"?'
run list --field 'oordeel=soms'
exits 1; says 'one of geen < beperkt < deels < sprake'
run list --field 'inwoners>veel'
exits 1; says 'a number'
run list --field '>3'
exits 2; says 'no field'
run list --field 'inwoners>'
exits 2; says 'no value behind the sign'

t 'values are sorted by their scale'
run export fields --source kaart --sort field,value --columns field,value --csv
tr -d '\r' <out | grep oordeel | paste -sd' ' >order
grep -qx 'oordeel,geen oordeel,deels oordeel,sprake' order ||
	fault 'the scale is not kept'
tr -d '\r' <out | grep inwoners | paste -sd' ' >order
grep -qx 'inwoners,840 inwoners,1250 inwoners,2100' order ||
	fault 'numbers are sorted as text'

t 'trace tells of each pair of a line what it is'
run --data data layout trace "$SERIES"/kaart/kaart.txt --csv
exits 0
prints_line '3,kaart-01,titel,,title,project.layout,Naam: Soep op de stoep'
prints_line '3,kaart-01,plaats,,heading+text,project.layout place.area,Plaats: Gouda'

# values ARGUMENT…: the rows of a list as CSV on one line, without their head.
values() {
	run list --csv "$@"; exits 0
	found=$(tr -d '\r' <out | sed 1d | paste -sd' ')
}

t 'fields are columns of a list, and sort it by their scale'
values --source kaart --columns project,field:oordeel --sort field:oordeel
[ "$found" = 'kaart-03,geen kaart-01,deels kaart-02,sprake' ] ||
	fault "by words: $found"
values --columns project,field:inwoners --sort -field:inwoners --limit 4
[ "$found" = 'kaart-03,2100 kaart-01,1250 kaart-02,840 convenant,' ] ||
	fault "by numbers: $found"
values --sort field:inwoners --columns project --limit 1
[ "$found" = 'kaart-02' ] || fault "not shown: $found"
run list --columns project,field:inwonrs
exits 1; prints_nothing; says 'did you mean "inwoners"?'
run list --columns field:inwoners --sql
exits 0; cp out asked.sql
run sql "$(sed 's/;$//' asked.sql)" --csv
exits 0; prints_line 2100

t 'a facet counts the values of a field in the order of its scale'
values --source kaart --columns project --facet \
	field:oordeel,field:inwoners,field:trefwoorden
echo "$found" | grep -q 'field:oordeel,geen,1 field:oordeel,deels,1 f' ||
	fault "words: $found"
echo "$found" | grep -q ',840,1 field:inwoners,1250,1 field:inwoners,2100,1' ||
	fault "numbers: $found"
values --source verhaal --columns project --facet field:trefwoorden,field:datum
echo "$found" | grep -q 'n,eenzaamheid,1 field:trefwoorden,straat,1' ||
	fault "items: $found"
run list --facet field:nergens; exits 1; says 'no field "nergens"'

t 'of many numbers a facet tells people the ends and the median'
mkdir -p many/layouts
cat >many/layouts/veel.yml <<'END'
layout: veel
recognise: { patterns: ['^Veel: '] }
projects: { begin: lab, title: heading, kind: social lab }
fields: { n: number }
sections:
  lab: { heading: { key: Lab } }
  veel: { heading: { key: Veel }, holds: field n }
END
seq 12 | sed 's/.*/Lab: Nummer &\nVeel: &/' >veel.txt
CASEBOOK_DB=many.db "$CASEBOOK" --data many ingest veel.txt 2>err
run --db many.db list --facet field:n --limit 1
exits 0; grep -q '^min 1, median 6–7, max 12  *12$' out || fault 'no spread'
run --db many.db list --facet field:n --columns project --csv
prints_line 'field:n,12,1'

t 'reports are to be had by a field'
run report participation --by field:oordeel --csv
exits 0; prints 'field:oordeel,'
run report participation --by field:oordeel
sed -n '2,4s/ .*//p' out | paste -sd' ' >order
grep -q '^geen deels sprake' order || fault "not by the scale: $(cat order)"
run report themes --by field:oordeel --csv
exits 0; prints_line 'geen,groen,1,kaart-03'
run report grades --by field:oordeelx
exits 1; says 'did you mean "oordeel"?'

t 'completion offers fields where they can stand'
run complete -- list --facet theme,field:o
prints_line 'theme,field:oordeel'
run complete -- list --facet thm
prints_nothing
run complete -- report grades --by field:oo
prints_line 'field:oordeel'

t 'layouts in the user'\''s own folder are read without being asked for'
mkdir -p config/casebook/layouts
cp "$SERIES"/kaart/kaart.yml config/casebook/layouts
XDG_CONFIG_HOME=$PWD/config "$CASEBOOK" layout list --csv >out 2>err
prints 'kaart,'
XDG_CONFIG_HOME=$PWD/config "$CASEBOOK" --db own.db ingest \
	"$SERIES"/kaart/kaart.txt 2>err || fault 'not read'
run layout list --csv
grep -q '^kaart,' out && fault 'it is there without the folder'

t 'a layout that extends another is shown whole'
cat >data/layouts/kaart-nieuw.yml <<'END'
layout: kaart-nieuw
extends: kaart
recognise: { patterns: ['^Naam: .+$', 'Looptijd: ', 'Huizen: '] }
fields: { huizen: number, inwoners: ~ }
sections:
  inwoners: ~
  huizen: { heading: { key: Huizen }, holds: field huizen }
  plaats: { holds: area }
END
run --data data layout show kaart-nieuw
exits 0
prints 'layout: kaart-nieuw'; prints 'key: Huizen'; prints 'key: Plaats'
prints 'holds: area'
grep -q 'inwoners\|places\|extends' out && fault 'what was taken away is there'
cp out whole.yml
sed -i 's/^layout: .*/layout: heel/' whole.yml
run layout check whole.yml
exits 0

t 'layouts that extend each other, or nothing, are refused'
printf 'layout: %s\nextends: %s\nrecognise: { phrases: [x] }\n' \
	een twee >een.yml
mkdir -p round/layouts
cp een.yml round/layouts
printf 'layout: twee\nextends: een\nrecognise: { phrases: [y] }\n' \
	>round/layouts/twee.yml
run --data round layout list
exits 2; says 'een.yml:2:10: error: the layouts extend each other'
rm round/layouts/twee.yml
sed -i 's/twee/kvdz/' round/layouts/een.yml
run --data round layout list
exits 2; says 'no layout "kvdz" to extend; did you mean "kvds"?'

t 'check shows the line and puts a caret below the fault'
sed 's/(?<title>/(?<title/' "$SERIES"/convenant/convenant.yml >fout.yml
run layout check fout.yml
exits 2; says '       |  '
grep -q '^ *| *^$' err || fault 'no caret'
grep -qF '| projects: { one: true, title: { pattern:' err || fault 'no line'

# seen PATTERN: a line of the table of what is seldom or never seen.
seen() {
	grep -q "^  [^ ]*\.yml:[0-9][0-9]*  *$1\$" out || fault "no line: $1"
}

t 'check tells of reports what a layout does not see'
sed 's/heading: Soort/heading: Soorten/; s/Samen met/Samen  met/' \
	"$SERIES"/formulier/formulier.yml >mijn.yml
run layout check mijn.yml "$SERIES"/formulier/formulier.txt
exits 0; prints '1 report, 1 project'
prints 'what is seldom or never seen:'
seen 'never seen  *heading  *soort: Soorten'
seen 'always empty  *section  *contact'
run layout check "$SERIES"/overzicht/overzicht.yml \
	"$SERIES"/overzicht/overzicht.txt
prints '3 x  '; prints ': Nr'
prints 'De cijfers zijn van de gemeenten zelf.'

t 'check tells each thing of a layout that no report has, or few have'
cat >alles.yml <<'END'
layout: alles
recognise: { headings: [Doel, Wie] }
furniture: [page-numbers, { pattern: '^Foto: ' }]
asides: ['\[noot \d+\]']
regions: { back: { begins: Colofon } }
projects: { begin: doel, title: line-before, kind: proeftuin }
fields: { bereik: number, leden: number }
sections:
  doel: { heading: [Doel, Nooitgezien], holds: themes }
  wie: { heading: Wie, holds: field leden }
  slot: { heading: Slot, components: lines-that-recur }
  leeg: { heading: Leeg, holds: quotes }
lines: { jaar: { pattern: '^(?<value>\d{4})$', holds: period } }
repairs: [{ in: wie, from: Hlat, to: Halt, because: scan }]
END
{
	for lab in Een Twee Drie; do
		printf 'Lab %s\n\nDoel\n\nRust.\n\nWie\n\nEls en 12 buren\n\n' $lab
		printf 'Kosten\n\nDe tuin kost nog niets.\n\n'
	done
	printf 'Slot\n\nKlaar.\n\nLeeg\n'
} >alles.txt
run layout check alles.yml alles.txt
exits 0; says_nothing; prints '1 report, 3 projects'
seen 'matches nothing  *furniture  *^Foto: '
seen 'matches nothing  *aside  .*'
seen 'never seen  *region  *back'
seen 'never filled  *field  *bereik'
seen 'never seen  *heading  *doel: Nooitgezien'
seen 'in 1 of 3 projects  *section  *slot'
seen 'no line recurs  *components  *slot'
seen 'always empty  *section  *leeg'
seen 'never matches  *line  *jaar'
seen 'repairs nothing  *repair  *Hlat'
[ "$(grep -c 'alles.yml:[0-9]' out)" = 10 ] || fault 'more than that'
prints '  3 x  alles.txt:11: Kosten, in section wie'
sed -i 's/heading: Slot/heading: [Slot, Kosten]/; s/Colofon/Leeg/' alles.yml
run layout check alles.yml alles.txt
grep -q 'Kosten\|region' out && fault 'it is seen'

t 'check tells headings that are marked and that no section claims'
cat >merk.yml <<'END'
layout: merk
recognise: { headings: [Doel] }
projects: { begin: lab, title: heading, kind: proeftuin }
sections:
  lab: { heading: { level: 2 } }
  doel: { heading: Doel, holds: organisations partner }
END
printf '## Lab %s\n\n### Doel\n\nStichting Halt\n\n### Cijfers\n\n12\n\n' \
	Een Twee >merk.txt
run layout check merk.yml merk.txt
prints 'headings that no section claims, most frequent first:'
prints_line '  2 x  merk.txt:7: Cijfers (level 3), in no section'

t 'check tells what of recognise a report lacks, and which layout takes it'
sed -i 's/Doel\]/Doel, Slotwoord]/' merk.yml
run layout check merk.yml merk.txt
exits 1; prints 'ok   merk.yml'; prints '1 report, 2 projects'
says 'merk.txt: error: layout "merk" does not recognise it'
says 'not found: the heading "Slotwoord"'
run layout check "$SERIES"/kaart/kaart.yml "$SERIES"/kaart/kaart.txt
exits 0; says_nothing
mkdir -p rivals/layouts
sed 's/^layout: .*/layout: ander/' "$SERIES"/kaart/kaart.yml \
	>rivals/layouts/ander.yml
run --data rivals layout check "$SERIES"/kaart/kaart.yml \
	"$SERIES"/kaart/kaart.txt
exits 1; says '"kaart"'; says '"ander"'; says 'fit equally well'
sed -i "s/patterns: \[/patterns: ['Inwoners', /" rivals/layouts/ander.yml
run --data rivals layout check "$SERIES"/kaart/kaart.yml \
	"$SERIES"/kaart/kaart.txt
exits 1; says 'layout "ander" ('; says 'fits it too and asks for more'

t 'check reads all reports of a folder'
mkdir folder
cp "$SERIES"/kaart/kaart.txt folder/een.txt
sed 's/Soep/Brood/' "$SERIES"/kaart/kaart.txt >folder/twee.txt
run layout check "$SERIES"/kaart/kaart.yml folder
exits 0; prints_line '2 reports, 6 projects'
run layout check "$SERIES"/kaart/kaart.yml nergens
exits 3; says 'No such file'

t 'update writes the facts that were found, and spares those that stand'
mkdir gold
cp "$SERIES"/kaart/kaart.txt gold
run --data data layout test gold --update
[ -s gold/kaart.facts ] || fault 'nothing written'
run --data data layout test gold
exits 0; prints 'ok   gold/kaart.txt'
sed -i 's/Fiets te leen/Fiets te huur/' gold/kaart.facts
cp gold/kaart.facts before
run --data data layout test gold --update
exits 1; says 'expected title "Fiets te huur", found "Fiets te leen"'
says 'the nearest row that was found is { project: kaart-02'
cmp -s before gold/kaart.facts || fault 'the facts were changed'
grep -q 'Fiets te leen' gold/kaart.facts.new || fault 'no facts to review'

t 'a report of another form is a golden one when facts stand beside it'
if ! command -v pandoc >/dev/null; then
	skip_test 'no pandoc here (make setup-formats)'
	finish
	exit
fi
mkdir marked
printf '# %s\n\n## %s\n\n%s\n' 'Buurtlab De Kiem' Bewoners 'Zo 1.250 mensen' \
	>marked/kiem.md
echo 'no report' >marked/notes.md
mkdir -p other/layouts
cat >other/layouts/kiem.yml <<'END'
layout: kiem
recognise: { headings: [Bewoners] }
projects: { one: true, title: first-line, kind: buurtlab }
fields: { bewoners: number }
sections:
  bewoners: { heading: { pattern: '^Bewoners$', level: 2 }, holds: field bewoners }
END
run --data other layout test marked
exits 1; says 'no report with NAME.facts'
: >marked/kiem.facts
run --data other layout test marked --update
exits 1; prints 'FAIL marked/kiem.md'; grep -q notes out && fault 'notes'
grep -q "value: '1250'" marked/kiem.facts || fault 'nothing written'
run --data other layout test marked
exits 0; prints 'ok   marked/kiem.md'

finish
