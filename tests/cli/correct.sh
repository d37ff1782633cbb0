#!/bin/sh
# Corrections: each action, what they outlive, and what is wrong with them.
. "$TOP/tests/cli/functions"

export SOURCE_DATE_EPOCH=1556877600 # 2019-05-03T10:00:00Z
cp -r "$REPORTS" reports
source=reports/jso-43-proeftuinen.txt
run ingest reports
m16="kvds-16 measurements"

# asks COLUMNS VIEW PROJECT: so that the next prints_line can look.
asks() {
	run sql "SELECT $1 FROM $2 WHERE project = '$3'" --csv
}

t 'a value is set'
run correct $m16 --where moment=tweede --set grade=7,9 --because 'zo is het'
exits 0; prints_nothing; says '1 correction recorded'
asks moment,grade measurements kvds-16; prints_line tweede,7.9
asks trend changes kvds-16; prints_line toegenomen
run list --min-grade 7.9 --csv; prints kvds-16

t 'a row is added'
run correct kvds-05 measurements --add component= object=proeftuin \
	moment=eind grade=8 --because 'nagevraagd' --by 'Jo Voorbeeld'
exits 0; says '2 corrections recorded'
asks object,moment,grade,source,line,rule measurements kvds-05
prints_line 'proeftuin,eind,8.0,,,correction'
prints_line 'samenwerking,enkel,7.3,jso-43-proeftuinen,381,measurement.none'

t 'a row is dropped'
asks theme themes kvds-27; theme=$(sed -n '2{s/\r//;p}' out)
run correct kvds-27 themes --drop "theme=$theme" --because 'terloops'
exits 0
asks theme themes kvds-27
! grep -q "^$theme" out || fault 'it is shown'

t 'a row that is confirmed is not asked about any more'
run check --csv; prints 't.janssen@'
run correct kvds-33 advisers --confirm 'adviser=Thijs Janssen'; exits 0
run check --csv; exits 0; prints 'r.rutten@'
! grep -q 't.janssen@' out || fault 'it asks'
asks email advisers kvds-33; prints_line t.janssen@jso.nl

t 'every correction is shown with what was extracted, who, why and when'
run export corrections --csv; exits 0
prints_line 'kvds-16,measurements,|proeftuin|tweede,grade,set,7.6,7.9,zo is het,'"$(id -un)"',2019-05-03T10:00:00Z'
prints_line 'kvds-05,measurements,|proeftuin|eind,grade,add,,8.0,nagevraagd,Jo Voorbeeld,2019-05-03T10:00:00Z'
run show kvds-16 --evidence
prints 'grade “7.9” (extracted: “7.6”) corrected by'
run show kvds-05 --evidence; prints 'added by Jo Voorbeeld'
run show kvds-27 --evidence; prints 'dropped by'; prints 'terloops'
run show kvds-33 --evidence; prints 'confirmed by'

t 'they go out and come in again as they were'
run export corrections --csv; cp out c.csv
cp casebook.db before
run correct --from c.csv; exits 0; says 'nothing new'
cmp -s casebook.db before || fault 'other bytes'
run --db fresh.db ingest reports
run --db fresh.db correct --from c.csv; exits 0; says '5 corrections'
run --db fresh.db export -o a; run export -o b
diff -r a b >/dev/null || fault 'other exports'

t 'a spreadsheet may have written them, with semicolons and CRLF'
{
	printf '\357\273\277project;fact;key;column;action;extracted;'
	printf 'corrected;because;by;at\r\n'
	printf 'kvds-05;measurements;|proeftuin|eind;grade;add;;"8,0";'
	printf 'nagevraagd;Jo Voorbeeld;2019-05-03T10:00:00Z\r\n'
	printf ';;;;;;;;;\r\n'
} >excel.csv
run correct --from excel.csv; exits 0; says 'nothing new'

t 'they outlive a changed source, its removal and a rebuild'
run export measurements --csv; cp out was
sed 's/een 7,6/een 7,2/g' $source >changed; mv changed $source
run ingest reports; says '1 replaced'
asks moment,grade measurements kvds-16
prints_line eerste,7.2; prints_line tweede,7.9
cp "$REPORTS/${source#reports/}" $source; run ingest reports
run export measurements --csv; cmp -s out was || fault 'other facts'
run remove jso-43-proeftuinen; run ingest reports
run export measurements --csv; cmp -s out was || fault 'removed: other facts'
run rebuild; exits 0
run export measurements --csv; cmp -s out was || fault 'rebuilt: other facts'

t 'one whose fact is gone is listed as orphaned until it comes back'
run check; ! grep -q orphaned out || fault 'listed before'
cp $source whole
awk 'NR == 1098 { gsub(/7,6/, "goed cijfer") } { print }' whole >$source
run ingest reports
run check; exits 0; prints correction-orphaned
prints 'kvds-16 measurements "|proeftuin|tweede" grade: set 7.9'
run remove jso-43-proeftuinen; run check; prints '"|proeftuin|eind": add'
run check --json; exits 0; prints correction-orphaned
mv whole $source; run ingest reports
run check; ! grep -q orphaned out || fault 'listed afterwards'

t 'a value that the text no longer gives is told, and asked about again'
cp $source whole
run check; ! grep -q outdated out || fault 'told before'
sed 's/een 7,6/een 7,2/g' whole >$source; run ingest reports
run check; exits 0; prints correction-outdated
prints 'gives "grade=7.2" now, and gave "grade=7.6" when this was corrected'
cp whole $source; rm whole; run ingest reports
run check; ! grep -q outdated out || fault 'told afterwards'

t 'a row that is dropped is told of when the text gives another there'
cp $source whole
run correct $m16 --drop moment=eerste --because 'aangehaald'; exits 0
run check; ! grep -q outdated out || fault 'told before'
sed 's/een 7,6/een 7,2/g' whole >$source; run ingest reports
run check; exits 0; prints 'now, and gave "grade=7.6" when this was dropped: kvds-16'
cp whole $source; rm whole; run ingest reports
run correct $m16 --add object=proeftuin moment=eerste grade=7.6 --because wel

t 'an organisation is counted without the rows that were dropped'
counts() {
	run sql "SELECT projects, as_client AS c, as_initiator AS i FROM
		organisations WHERE organisation = 'Gemeente Lansingerland'" \
		--csv
	prints_line "$1"
}
counts 1,1,1
run correct kvds-05 involvements --drop role=initiatiefnemer --because x
exits 0; counts 1,1,0

t 'check does not ask about what a person set'
run check --csv; prints 'r.rutten@'
run correct kvds-39 advisers --where 'email=r.rutten@jso.nl' \
	--set email=r.rutten@voorbeeld.nl --because 'verhuisd'; exits 0
run check --csv; ! grep -q 'r.rutten@' out || fault 'it asks'

t 'a second correction of a value takes the place of the first, and says so'
run correct $m16 --where moment=tweede --set grade=7.8 --because 'toch'
exits 0; says '"7.9" by'; says 'is replaced'
run sql "SELECT count(*) AS n FROM corrections WHERE project = 'kvds-16'
	AND key = '|proeftuin|tweede'" --csv
prints_line 1
run correct $m16 --where moment=tweede --set grade=7.8 --because 'toch'
exits 0; says 'nothing new'

t 'a value that names the row moves it'
run correct $m16 --where moment=tweede --set moment=eind --because 'slot'
exits 0
asks moment,grade,rule measurements kvds-16
prints_line eind,7.8,correction; prints_lines 3
run correct $m16 --where moment=eind --set moment=eerste --because 'x'
exits 1; says 'has a row "object=proeftuin moment=eerste" already'

t 'dropping an added row takes it away; adding a dropped one brings it back'
run correct $m16 --drop moment=eind --because 'toch niet'; exits 0
says 'is taken away again'
run correct $m16 --add object=proeftuin moment=tweede grade=7.6 --because 'wel'
exits 0
asks moment,grade,source measurements kvds-16
prints_line tweede,7.6,jso-43-proeftuinen; prints_lines 3

t 'what is set or added back to what the text says is proved by it again'
proves() {
	run sql "SELECT count(*) AS n FROM evidence WHERE project = 'kvds-16'
		AND key = '|proeftuin|tweede' AND column = 'grade'" --csv
	prints_line "$1"
}
proves 1
run correct $m16 --where grade=7,6 moment=tweede --set grade=7 --because x
exits 0; proves 0
run correct $m16 --where grade=7,0 --set grade=7,6 --because terug
exits 0; proves 1

t 'it works while others read'
"$CASEBOOK" sql 'SELECT count(*) FROM passages a, passages b, passages c' \
	--time-limit 3 >slow 2>&1 &
reader=$!
run correct kvds-06 projects --set end=2018-03 --because 'archief'; exits 0
wait $reader
asks '"end"' projects kvds-06; prints_line 2018-03

t 'what is wrong is refused, with the nearest that is right'
cp casebook.db before
run correct kvds-99 themes --add theme=wonen --because x; exits 1
says 'no project "kvds-99"'; says 'did you mean kvds-'
run correct kvds-16 measurement --confirm grade=7; exits 2
says 'did you mean measurements?'
run correct kvds-16 changes --set first=7 --because x; exits 2
says 'correct measurements'
run correct $m16 --where moment=tweede --set grad=7 --because x; exits 2
says 'has no column "grad"; did you mean grade?'
run correct $m16 --where moment=twede --set grade=7 --because x; exits 1
says 'no row of measurements of kvds-16 fits'
run correct $m16 --add object=proeftuin moment=tweede grade=8 --because x
exits 1; says 'has a row "object=proeftuin moment=tweede" already; --set'
run correct $m16 --set grade=7 --because x; exits 1; says '2 rows'
says '"object=proeftuin moment=tweede"'
run correct $m16 --where moment=tweede --set grade=11 --because x; exits 2
run correct $m16 --where moment=tweede --set grade=7.66 --because x; exits 2
run correct $m16 --where moment=tweede --set grade= --because x; exits 2
run correct kvds-16 themes --add theme=woonen --because x; exits 2
says 'did you mean wonen?'
run correct kvds-16 themes --add score=3 --because x; exits 2; says '"theme"'
run correct kvds-16 participation --add level=meebeslisen stance=niet \
	--because x
exits 2; says 'did you mean meebeslissen?'
run correct kvds-16 projects --set start=2017-13 --because x; exits 2
run correct kvds-16 projects --set start=2017-02-29 --because x; exits 2
run correct kvds-16 projects --drop title=x --because x; exits 2
run correct $m16 --where moment=tweede --set grade=7; exits 2; says 'say why'
run correct $m16 --where moment=tweede --set grade=7 --because ' '; exits 2
run correct $m16 --where moment=tweede --because x; exits 2; says 'give one of'
run correct $m16 --set grade=7 --drop moment=eind --because x; exits 2
run correct $m16 --set grade=7 --set grade=8 --because x; exits 2; says twice
run correct $m16 --set grade; exits 2; says 'not COLUMN=VALUE'
run correct kvds-16; exits 2
run --db none.db correct $m16 --confirm moment=tweede; exits 3
[ ! -e none.db ] || fault 'it made a casebook'
cmp -s casebook.db before || fault 'something was written'

t 'of a file all is taken or nothing'
head='project,fact,key,column,action,corrected,because'
refuses() {
	printf '%s\n' "$head" 'kvds-01,themes,wonen,,drop,,x' "$1" >f.csv
	run correct --from f.csv
	exits 2; says "${2-f.csv:3:}"
}
refuses 'kvds-01,themes,zorg|x,,drop,,x'
refuses 'kvds-01,themes,zork,,add,,x'
refuses 'kvds-01,themes,zorg,,dropp,,x'
refuses 'kvds-01,theme,zorg,,drop,,x'
refuses 'kvds-01,themes,zorg,score,drop,,x'
refuses 'kvds-01,themes,zorg,theme,set,wonen,x'
refuses 'kvds-01,themes,zorg,score,set,veel,x'
refuses 'kvds-01,themes,zorg,score,set,3,'
refuses 'kvds-01,themes,wonen,,confirm,,' 'two corrections of one value'
refuses 'kvds-01,themes, wonen ,,add,,x'
refuses 'kvds-01,fields,a\q,,add,,x'
refuses ',themes,wonen,,confirm,,'
refuses 'kvds-01,projects,,,drop,,x'
printf '%s,at\n' "$head" 'kvds-01,themes,wonen,,drop,,x' |
	sed '2s/at$/3-5-2019 10:00/' >f.csv
run correct --from f.csv; exits 2; says 'f.csv:2:'; says 'this is no time'
printf 'a,b\n1,2\n' >f.csv; run correct --from f.csv; exits 2
awk 'BEGIN { print "'$head'"; printf "kvds-01,themes,wonen,,drop,,"
	for (i = 0; i < 100000; i++) printf "lang lang "; print "" }' >f.csv
run correct --from f.csv; exits 2; says 'too long'
run correct --from none.csv; exits 3
run correct --from f.csv kvds-16; exits 2
cmp -s casebook.db before || fault 'something was written'

t 'what is shown is safe for a terminal'
esc=$(printf '\033')
run correct kvds-16 projects --set "title=a${esc}b" --because x; exits 2
run correct kvds-16 projects --set title=a --because "a${esc}b"; exits 2
run correct kvds-16 projects --set title=a --because "$(printf '\377')"; exits 2

t 'a number that a person gave as a grade is not asked about any more'
mkdir -p own/layouts
cat >own/layouts/own.yml <<'END'
layout: own
recognise: { phrases: [moestuin] }
projects: { one: true, title: first-line, kind: social lab }
sections:
  text: { headings: free, holds: [measurements] }
END
for name in een twee; do
	printf '%s\n\n%s %s\n' "Moestuin $name" 'De oogst kreeg een 6,5.' \
		'De tuin was een 7,4 waard, de soep een 8,9.' >$name.txt
done
run --db own.db --data own ingest een.txt twee.txt; exits 0
run --db own.db check --csv
[ "$(grep -c grade-unread out)" = 4 ] || fault 'it does not ask'
run --db own.db --data own correct een measurements --add component= \
	object=samenwerking moment=enkel grade=7,4 --because 'zie de tekst'
exits 0
run --db own.db check --csv
[ "$(grep -c grade-unread out)" = 3 ] || fault 'it asks, or nothing more'
grep -q '7,4.*,een' out && fault 'it asks again'
prints '8,9""",een'; prints '7,4""",twee'

finish
