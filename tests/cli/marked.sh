# What is in the text and what is not: marked sections, coverage, traces.
. "$TOP/tests/cli/functions"

# An invented report, of which every mark below is worked out by hand.
run ingest "$TOP/tests/golden/bundel-zeedorp.txt"

t 'show --section prints that section alone, by name, heading or component'
run show kvds-01 --section samenwerking
exits 0; says_nothing; prints 'De samenwerking in de kas kreeg'
prints 'Het rapportcijfer voor het hek'; grep -q huurders out && fault 'more'
run show kvds-01 --section 'MET WIE'
exits 0; prints 'Met wie wordt samengewerkt?'; grep -q kas out && fault 'more'
run show kvds-01 --section 'de KAS'
exits 0; prints 'Huurders beslissen mee'; prints 'is het cijfer een 8'
grep -q 'een 6,5' out && fault 'another component'

t 'a whole name goes before a part of a name'
run show kvds-01 --section Onderzoek
exits 0; prints_lines 1; prints_line Onderzoeksresultaten

t 'an unknown section names the nearest of the project'
run show kvds-01 --section samenwerkign
exits 1; prints_nothing; says 'did you mean samenwerking?'
run show kvds-01 --section '???'
exits 1; says 'there are titel, opdrachtgever'; says 'De kas'

t 'show --marked marks what proves each value, and tells the rows'
run show kvds-01 --section samenwerking --marked
exits 0; says_nothing
prints '[De kas]{1,2 component}'
prints '[samenwerking]{1,2 object}'; prints 'meting]{2 moment}'
prints '[7,8]{2 grade}'; prints '[7,1]{1 grade}'
prints '2  measurements: De kas · samenwerking · tweede · grade 7.8 (line '
prints 'by measurement.'
grep -q 'n=14]' out && fault 'a count is marked'

t 'words of several rows have one mark, and marks nest'
run show kvds-01 --section titel --marked
exits 0; prints '[[Tuin]{2} zonder hek]{1 kind, title}'
run show kvds-01 --section uitvoering --marked
exits 0; prints '{1 kind, phase, ordinal, start; 2 start}'

t 'without --section all of the text is marked'
run show kvds-01 --marked
exits 0; prints '{1 kind, title}'; prints '[Ik kom hier elke dag'
sed 's/\[//g; s/\]{[^}]*}//g; /^facts$/,$d' out | tr -s ' \n' ' ' >marked
for section in titel opdrachtgever adviseur gebied partners betrokken; do
	run show kvds-01 --section $section
	tail -n +2 out | tr -s ' \n' ' ' >plain
	grep -qF "$(sed 's/^ //; s/ $//' plain)" marked ||
		fault "$section is another text when it is marked"
done

t 'as data the passages and the evidence in them are rows'
run show kvds-01 --section samenwerking --csv
exits 0; prints 'source,ordinal,project,section,heading'
prints bundel-zeedorp; grep -q huurders out && fault 'more'
run show kvds-01 --section samenwerking --marked --csv
exits 0; prints 'project,fact,key,column'
prints 'kvds-01,measurements,De kas|samenwerking|tweede,grade,'
grep -q ',advisers,' out && fault 'more'
run show kvds-01 --section samenwerking --marked --json
exits 0; prints '"passages"'; prints '"evidence"'

t '--evidence and --section together are wrong usage'
run show kvds-01 --section samenwerking --evidence
exits 2; prints_nothing; says '--marked shows in the text'

t 'on a terminal marked words are underlined'
if ! command -v script >/dev/null; then
	skip_test 'no script(1)'
elif ! script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	skip_test 'no pseudo-terminal here'
else
	last='show --marked on a terminal'
	COLUMNS=80 TERM=xterm script -qec "'$CASEBOOK' show kvds-01 \
		--section samenwerking --marked" /dev/null \
		</dev/null 2>err | tr -d '\r' >out
	prints "$(printf '\033[4m7,8\033[0m{2 grade}')"
	COLUMNS=80 TERM=xterm NO_COLOR=1 script -qec "'$CASEBOOK' show \
		kvds-01 --section samenwerking --marked" /dev/null \
		</dev/null 2>err | tr -d '\r' >out
	prints '[7,8]{2 grade}'
fi

# A copy with a heading that no section claims, and numbers that are no grades.
sed 's/^Buren denken mee.*/Kosten en baten\n\n&/
	s/^Huurders beslissen.*/Kosten en baten\n\n&/
	s/^Niemand gaf een cijfer\./Fonds 2.0 gaf 7,5 ton, eerst een 6,5./' \
	"$TOP/tests/golden/bundel-zeedorp.txt" >met-gaten.txt

t 'check --coverage tells the shares of each source, and nothing to a whole one'
run check --coverage
exits 0; says_nothing; prints 'sections'; prints 'bundel-zeedorp'
grep -q 'not_claimed' out && fault 'headings'
run check --coverage --csv
prints_line 'source,bytes,sections,titles,other,front,contents,back,furniture'
tr -d '\r' <out | awk -F, '$1 == "bundel-zeedorp" {
	for (i = 3; i <= 9; i++) sum += $i
	exit !(sum > 0.995 && sum < 1.005 && $3 > 0.7) }' ||
	fault 'the shares are not the whole'

t 'check --coverage tells headings not claimed and numbers not taken'
run --db gaps.db ingest met-gaten.txt
run --db gaps.db check --coverage --csv
exits 0; says_nothing
prints_line 'met-gaten,Kosten en baten,2,41'
prints_line 'met-gaten,105,kvds-01,2.0,"Fonds 2.0 gaf 7,5 ton,",'
grep -q '"7,5"' out || fault 'no 7,5'
grep -q '"6,5".*repeats a grade' out || fault '6,5 is told as new'
run --db gaps.db check --coverage --json
exits 0; prints '"headings_not_claimed"'; prints '"numbers_not_taken"'
python3 -m json.tool out >/dev/null 2>&1 ||
	! command -v python3 >/dev/null || fault 'no JSON'

t 'check --coverage is of the sources named, and changes nothing'
run --db gaps.db ingest "$TOP/tests/golden/projectpagina.txt"
exits 0
cp gaps.db before
run --db gaps.db check --coverage gaten --csv
exits 0; prints met-gaten; grep -q '^projectpagina' out && fault 'another source'
run --db gaps.db check --coverage gatem
exits 1; says 'did you mean'
cmp -s gaps.db before || fault 'other bytes'

t 'layout trace tells which words decided, and which rule heard them'
cat >leraar.txt <<'END'
Tuin zonder hek

Opdrachtgever(s)

Gemeente Gouda

JSO-adviseur

Ans Bakker

Gebied waar de proeftuin is uitgevoerd

Gouda

Op welke wijze zijn inwoners en/of cliënten betrokken?

Het meedenken van de buren is wisselend.

Uitvoering

2016

Onderzoeksresultaten

Samenwerking

Men gaf de samenwerking bij aanvang een 6,0 en later een 7,0.
END
run layout trace leraar.txt --csv
exits 0
prints 'participation.clause(meedenken, wisselend)'; prints 'involvement.list,Gemeente Gouda'
prints 'measurement.cue(samenwerking, bij aanvang; samenwerking, later)'
prints 'adviser.name,Ans Bakker'

finish
