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

finish
