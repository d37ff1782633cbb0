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
[ "$(sed 1d out | awk '$7 >= 0.95' | wc -l)" -ge 6 ] ||
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

t 'check tells of reports what a layout does not see'
sed 's/heading: Soort/heading: Soorten/; s/Samen met/Samen  met/' \
	"$SERIES"/formulier/formulier.yml >mijn.yml
run layout check mijn.yml "$SERIES"/formulier/formulier.txt
exits 0; prints '1 report, 1 project'
prints 'headings never seen:'; prints ': soort: Soorten'
prints 'sections that stay empty:'; prints ': contact: Contactpersoon'
run layout check "$SERIES"/overzicht/overzicht.yml \
	"$SERIES"/overzicht/overzicht.txt
prints '3 x  '; prints ': Nr'
prints 'De cijfers zijn van de gemeenten zelf.'

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
exits 1; says 'the nearest that was found is { project: kaart-02'
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
