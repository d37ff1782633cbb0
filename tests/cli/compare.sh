# evaluate, agree and diff: two codings, or two casebooks, side by side.
. "$TOP/tests/cli/functions"

judge=$TOP/../shared/tools/evaluate
[ -z "${CASEBOOK_ORIGINALS-}" ] ||
	judge=$CASEBOOK_ORIGINALS/../tools/evaluate

# put FILE LINE…: a file of these lines.
put() {
	mkdir -p "${1%/*}"
	file=$1
	shift
	printf '%s\n' "$@" >"$file"
}

# judged GOLD DIR: the figures of the judge and of evaluate are the same.
judged() {
	python3 "$judge" --gold "$1" --actual "$2" >judged.txt 2>&1 || :
	awk 'NR > 1 && NF == 7 && $2 ~ /^[0-9]+$/ { print $1, $2, $3, $4, $5, $6, $7 }' \
		judged.txt >judged
	"$CASEBOOK" evaluate "$1" "$2" --csv --quiet 2>err |
		tr -d '\r' | awk -F, '$2 == "soft" { print $1, $3, $4, $5, $6, $7, $8 }' \
		>ours
	[ -s judged ] || fault "the judge says nothing"
	cmp -s judged ours || fault "$1 $2: $(diff judged ours)"
}

# Two projects count, p1 and p2.
put gold/projects.csv project,kind,title,area,start,end,period_note,must \
	'p1,proeftuin,"Wijk, in beeld",Delft,2016,2017,,1' \
	'p2,proeftuin,Samen,Gouda,2016,2016,,1'
put gold/involvements.csv organisation,project,role,must \
	'De Zorggroep (Delft),p1,partner,1' \
	'twee scholen,p1,partner,1' 'Café Zuid,p1,partner,1' \
	'Gemeente Delft,p1,opdrachtgever,1' 'bewoners,p1,partner,0' \
	'MEE,p3,partner,1'
put gold/phases.csv project,kind,phase,start,end \
	p1,uitvoering,uitvoering,2016,2017 p1,vervolg,Uitrol,, \
	p1,stap,Fase-1.,,
put gold/measurements.csv project,component,object,moment,grade \
	'p1,,proeftuin,eerste,"8,0"' 'p1,,proeftuin,tweede,7.5'
put found/projects.csv project,kind,title,start,end \
	'P1,proeftuin,wijk in beeld,2016,2017' 'p2,proeftuin,Samen,2016,2017' \
	'p3,proeftuin,Anders,2016,2017'
put found/involvements.csv project,role,organisation \
	p1,partner,zorggroep 'p1,partner,twaalf scholen' \
	'p1,partner,cafe zuid.' p1,partner,bewoners p1,partner,Politie \
	'p2,opdrachtgever,Gemeente Delft' p3,partner,Alzheimer
put found/phases.csv project,kind,phase,start,end \
	p1,uitvoering,uitvoering,2016,2018 'p1,stap,fase 1,,'
put found/measurements.csv project,component,object,moment,grade \
	p1,,proeftuin,eerste,8 p1,,proeftuin,tweede,7.0

t 'soft ignores case, accents, punctuation, articles, counts, parentheses'
# Asked 4 (bewoners need not be), found 6, right 3; missing the client, extra
# Politie and the client of p2: P 3/5, R 3/4, F1 = 2 * 0.45 / 1.35.
run evaluate gold found --csv
exits 0; says_nothing
prints_line 'involvements,soft,4,6,3,0.600,0.750,0.667'

t 'strict ignores nothing'
# p1, partner: none alike; five extra. bewoners is alike but need not be.
prints_line 'involvements,strict,4,6,0,0.000,0.000,0.000'

t 'numbers and dates are never soft'
# phases: asked 2 (the follow-up has no date), the end is another year.
prints_line 'phases,soft,2,2,1,0.500,0.500,0.500'
prints_line 'measurements,soft,2,2,1,0.500,0.500,0.500'
# projects: p2 ends in another year; p3 is not in the gold.
prints_line 'projects,soft,2,2,1,0.500,0.500,0.500'

t 'what is missing and what is extra is listed, as written'
prints_line '-,involvements,p1,opdrachtgever | Gemeente Delft'
prints_line '+,involvements,p1,partner | Politie'
prints_line '-,phases,p1,uitvoering | uitvoering | 2016 | 2017'
prints_line '-,measurements,p1," | proeftuin | tweede | 7.5"'
run evaluate gold found --csv --quiet
prints_lines 9

t 'evaluate as JSON is one object of scores and differences'
run evaluate gold found --json
exits 0; prints '"scores": ['; prints '"differences": ['
prints '"f1": 0.667'; prints '"change": "-"'
run evaluate gold found --json --quiet
exits 0; [ "$(head -c 1 out)" = '[' ] || fault 'no array'

t 'only the tables that are named are measured'
run evaluate gold found --only phases,projects --csv --quiet
exits 0; prints_lines 5; prints phases,soft
run evaluate gold found --only phase
exits 2; says 'no table is called "phase"; did you mean phases?'

t 'a table that falls short of its minimum is exit status 1'
run evaluate gold found --min projects=0.5,phases=0.51
exits 1; says_lines 1; says 'phases fall short: F1 0.500, not 0.510'
prints 'projects'
run evaluate gold found --min themes=0.5
exits 1; says 'themes were not measured'
run evaluate gold found --min phases; exits 2; says 'not TABLE=F1: "phases"'
run evaluate gold found --min phases=2; exits 2; says 'not an F1 from 0 to 1'

t 'a folder that is none, or lacks what it must have, is named'
run evaluate nowhere found; exits 3; says 'nowhere'; prints_nothing
run evaluate gold/projects.csv found; exits 3; says 'Not a directory'
mkdir empty
run evaluate empty found; exits 1; says 'no projects.csv in it'
mkdir bare && cp found/projects.csv bare
run evaluate gold bare; exits 1; says 'there is no phases.csv in it'
prints 'projects'
mkdir odd && put odd/projects.csv project,kind,title,start p1,x,y,2016
run evaluate odd found; exits 1; says 'odd/projects.csv:1:'
says 'no column "end"'

t 'a casebook is measured by its own rows'
run --db c.db ingest "$REPORTS"
run --db c.db export -o own
run --db c.db evaluate own --csv
exits 0; prints_lines 21; ! grep -qv -e '1\.000.$' -e '^.$' -e ^table \
	-e ^change out || fault 'not all is right'
run --db c.db evaluate own
exits 0; prints_lines 20
run --db none.db evaluate own; exits 3; says 'no casebook at "none.db"'

t 'evaluate gives the figures of the judge of the codebook'
if [ -e "$judge" ] && command -v python3 >/dev/null; then
	judged gold found
	judged found gold
	judged own own
	mkdir bent
	for table in projects places involvements advisers measurements \
		participation phases themes quotes; do
		awk 'NR > 1 && NR % 7 == 0 { next }
			NR > 1 && NR % 5 == 0 { $0 = toupper($0) }
			NR > 1 && NR % 11 == 0 && match($0, /,[a-zA-Z]/) {
				$0 = substr($0, 1, RSTART) "de " \
					substr($0, RSTART + 1) }
			{ print }' own/$table.csv >bent/$table.csv
	done
	judged own bent
	judged bent own
	[ ! -d "${judge%/tools/*}/gold" ] || judged "${judge%/tools/*}/gold" own
else
	skip_test 'the judge, or python3, is not here'
fi

# Two coders, four projects; all figures below are worked out by hand.
for coder in a b; do
	put $coder/projects.csv project,kind,title,start,end p1,lab,Een,, \
		p2,lab,Twee,, p3,lab,Drie,, p4,lab,Vier,,
done
put a/themes.csv project,theme p1,jeugd p1,wonen p2,jeugd
put b/themes.csv project,theme p1,jeugd p2,Jeugd p2,groen
put a/participation.csv project,level,stance p1,geen,toegepast \
	p2,informeren,toegepast p2,coproduceren,beoogd \
	p3,raadplegen,toegepast p4,informeren,toegepast
put b/participation.csv project,level,stance p1,geen,toegepast \
	p2,raadplegen,toegepast p2,coproduceren,beoogd \
	p3,raadplegen,toegepast p4,informeren,toegepast
put a/measurements.csv project,component,object,moment,grade \
	p1,,proeftuin,eerste,6.0 p1,,proeftuin,tweede,7.0 \
	p2,,proeftuin,tweede,8.0 p2,,proeftuin,eerste,8.0 \
	p3,Koken,proeftuin,eerste,5.0 p3,,proeftuin,tweede,9.0
put b/measurements.csv project,component,object,moment,grade \
	'p1,,proeftuin,eerste,"6,0"' p1,,proeftuin,tweede,7.5 \
	p2,,proeftuin,eerste,8.0 p2,,proeftuin,tweede,7.0

t 'agree gives F1 where coders choose what to write down'
run agree a b --csv
exits 0; says_nothing
prints_line 'projects,F1,4,4,0,0,1.000'
# themes: 2 of both, 1 and 1 alone: P = R = 2/3
prints_line 'themes,F1,4,2,1,1,0.667'
# participation: 4 of both, 1 and 1 alone: P = R = 4/5
prints_line 'participation,F1,6,4,1,1,0.800'

t 'agree gives percent agreement and kappa on closed grids'
# 4 projects x 27 themes: 2 both, 1, 1, 104 neither. p_o = 106/108;
# p_e = (3*3 + 105*105) / 108^2 = 11034/11664; kappa = 414/630
prints_line 'project x theme,percent agreement,108,2,1,1,98.148'
prints_line "project x theme,Cohen's kappa,108,2,1,1,0.657"
# 4 x 7 levels: 4 both, 1, 1, 22 neither. p_o = 26/28;
# p_e = (5*5 + 23*23) / 28^2 = 554/784; kappa = (728 - 554) / (784 - 554)
prints_line 'project x level,percent agreement,28,4,1,1,92.857'
prints_line "project x level,Cohen's kappa,28,4,1,1,0.757"
# 4 x 3 trends: p1 up both; p2 equal and down; p3 has no pair. p_o = 10/12;
# p_e = (2*2 + 10*10) / 144; kappa = (120 - 104) / (144 - 104)
prints_line 'project x trend,percent agreement,12,1,1,1,83.333'
prints_line "project x trend,Cohen's kappa,12,1,1,1,0.400"

t 'agree gives ordinal alpha for the highest level applied'
# Ranks (0,0) (1,2) (2,2) (1,1): o12 = 1, n0 = 2, n1 = n2 = 3, n = 8;
# d12 = (6 - 3)^2 = 9; expected 2*3*2.5^2 + 3*3*3^2 + 2*3*5.5^2 = 300;
# 1 - 7 * 9 / 300. What is intended (coproduceren) is not applied.
prints_line "highest level applied,\"Krippendorff's alpha, ordinal\",4,,,,0.790"

t 'agree leaves out what only one coder has read, and unknown words'
put b/projects.csv project,kind,title,start,end p1,lab,Een,,
put b/themes.csv project,theme p1,jeugd p1,tuinieren
run agree a b --csv
exits 0; says_lines 1; says 'the vocabulary has no theme "tuinieren"'
# p1 alone: 27 cells, jeugd both, wonen only a
prints_line 'project x theme,percent agreement,27,1,1,0,96.296'
prints_line 'projects,F1,4,1,3,0,0.400'
# one project, one value: nothing differs, so alpha is not defined
prints_line "highest level applied,\"Krippendorff's alpha, ordinal\",1,,,,"

t 'a table in which neither wrote a row has no F1'
for coder in a b; do
	put $coder/quotes.csv project,text
done
run agree a b --csv
prints_line 'quotes,F1,0,0,0,0,'
rm a/quotes.csv b/quotes.csv

t 'folders that a spreadsheet wrote with semicolons are read'
mkdir sheets
for table in a/*.csv; do
	sed 's/"\([^"]*\),\([^"]*\)"/\1#\2/g; s/,/;/g; s/#/,/g; s/$/\r/
		1s/^/\xef\xbb\xbf/' $table >sheets/${table##*/}
done
run agree a a --csv; cp out commas
run agree sheets a --csv; exits 0; says_nothing
cmp -s out commas || fault 'semicolons change figures'

t 'diff of a casebook with itself is empty'
cp c.db old.db
run --db c.db diff old.db --csv
exits 0; prints_lines 1; says 'are the same'

t 'diff names the rows that only one of them has, and exits with 1'
run --db c.db remove groenlab-schiedam
run diff old.db c.db --csv
exits 1; says differ
prints '-,projects,groenlab-schiedam,"",,kind=social lab; '
prints_line '-,places,groenlab-schiedam,Schiedam,,,'
run diff c.db old.db --json
exits 1; prints '"change": "+"'; prints '"old": null'

t 'diff names the values that changed in a row'
mkdir other
sed '0,/8,2/s/8,2/8,4/' "$REPORTS/jso-43-proeftuinen.txt" \
	>other/jso-43-proeftuinen.txt
cp old.db new.db
run --db new.db ingest other
run --db new.db diff old.db --csv
exits 1; prints_lines 2
prints_line '~,measurements,kvds-01,|proeftuin|eerste,grade,8.2,8.4'
run --db new.db diff old.db
exits 1; prints '~       measurements  kvds-01'

t 'diff of what is no casebook says so'
run diff nowhere.db c.db; exits 3; says 'nowhere.db'; prints_nothing
run --db nowhere.db diff c.db; exits 3; says 'nowhere.db'; prints_nothing

finish
