# Questions to a casebook of the sample: what a researcher types.
. "$TOP/tests/cli/functions"

run ingest "$REPORTS"

t 'the sample is five sources and 47 projects'
exits 0; prints_nothing; says '5 sources, 47 projects: 5 new'

t 'list has a line for each project'
run list
exits 0; says_nothing; prints_lines 48

t 'list of an adviser is exactly the projects of that adviser'
run sql "SELECT project FROM advisers WHERE adviser = 'Vincent Kokke'
	ORDER BY 1" --csv
cp out expected
run list --adviser KOKKE --columns project --csv
exits 0; cmp -s out expected || fault 'other projects'
prints_line kvds-15

t 'different filters mean and, one twice means or'
run list --theme eenzaamheid --place schiedam --columns project --csv
exits 0; prints_line groenlab-schiedam
run list --source groenlab --source zwolle --columns project --csv
exits 0; prints_lines 3

t 'a filter value that nothing has names the nearest and how to list them'
run list --place Schidam
exits 1; prints_nothing; says 'no place "Schidam"'
says 'did you mean "Schiedam"?'; says 'SELECT DISTINCT place FROM places'
run list --theme xyzzy
exits 1; says 'it has'; says 'eenzaamheid'
run list --theme "' OR 1=1 --"
exits 1; says "no theme \"' OR 1=1 --\""

t 'an empty answer is a header and a note'
run list --year 1950
exits 0; prints_lines 1; says 'nothing found'
run list --year 1950 --json
exits 0; prints_line '[]'; prints_lines 1

t 'a name matches by whole words before it matches by a part'
run sql "SELECT DISTINCT project FROM involvements WHERE role = 'partner'
	AND organisation LIKE '%MEE%' ORDER BY 1" --csv
cp out parts
run list --partner mee --columns project,title --csv; exits 0
[ "$(wc -l <out)" -lt "$(wc -l <parts)" ] || fault 'parts of words match'
run list --partner gemeen --columns project --csv; exits 0

t 'a grade or year that is none is wrong usage'
run list --min-grade abc; exits 2; says 'not a grade'
run list --min-grade 8 --max-grade 6; exits 2; says 'above --max-grade'
run list --year soon; exits 2; says 'not a year'

t 'columns are chosen by name'
run list --columns project,title --csv
exits 0; prints_line 'project,title'
run list --columns project,titel
exits 2; prints_nothing; says 'did you mean title?'

t 'show has facts and sections'
run show kvds-15
exits 0; prints 'Vincent Kokke'; prints advisers; prints places

run show KVDS-15
exits 0; prints_line kvds-15

t 'show finds a project by a part of its key that no other has'
run show schiedam; exits 0; prints_line groenlab-schiedam
run show 05; exits 0; prints_line kvds-05
run show kvds-4
exits 1; prints_nothing; says '"kvds-4" is part of 4 keys'
says 'which project: kvds-40, kvds-41'
run show 9999; exits 1; says 'casebook list shows them'

t 'show has facts first, under their heading, then the text'
run show kvds-13
[ "$(grep -n '^grades given$' out | cut -d: -f1)" -lt \
	"$(grep -n '^JSO-adviseur$' out | cut -d: -f1)" ] ||
	fault 'text before facts'
prints_line '  component      grade of     moment  grade'
prints_line '  Goeree-Overflakkee'

t 'show leaves out what is furniture to the layout'
run sql "SELECT text FROM passages WHERE project = 'groenlab-schiedam'" --csv
grep -qi 'rechten' out || fault 'there is no furniture to leave out'
run show groenlab-schiedam
exits 0; grep -qi 'rechten:' out && fault 'furniture is shown'

t 'show --evidence proves facts with file, line and words'
run show kvds-15 --evidence
exits 0; prints 'adviser “Vincent Kokke”'; prints 'jso-43-proeftuinen.txt:'
prints '“Vincent Kokke”'
run show kvds-15 --csv
exits 0; prints 'project,fact,key,column'; prints 'kvds-15,advisers,'

t 'show as JSON is one object of all facts'
run show kvds-13 --json --evidence
exits 0
python3 -m json.tool out >/dev/null 2>&1 ||
	! command -v python3 >/dev/null || fault 'no JSON'
prints '"measurements"'; prints '"evidence"'

t 'show of an unknown key names the nearest'
run show groenlab-schiedm
exits 1; prints_nothing; says 'did you mean groenlab-schiedam?'

t 'report advisers has name, address, number and keys'
run report advisers --csv
exits 0; prints_line 'adviser,email,projects,project_keys'
prints 'v.kokke@jso.nl'

t 'report grades is summed up for people, and one table as data'
run report grades
exits 0; prints '  median  '
run report grades --csv
exits 0; grep -q median out && fault 'sums in the CSV'
prints 'project,component,object,first,second'

t 'every report can be had in every format'
for report in themes advisers organisations partners grades participation \
	phases places sources grades-sums phases-sums; do
	for format in table csv json; do
		run report $report --format $format
		exits 0; says_nothing
	done
done
run report advisors; exits 2; says 'did you mean advisers?'

t 'export of a view is its rows in the order of its key'
run export measurements
exits 0; says_nothing
prints_line 'project,component,object,moment,grade,source,line,offset,length,rule'
run export measurments; exits 2; says 'did you mean measurements?'
run export; exits 2; says 'several views need a folder'

t 'export -o writes a file a view, the same each time'
run export -o one; exits 0; prints_nothing; says_lines 1
says '17 files in "one"'
run export -o two; exits 0
for view in sources projects passages places involvements organisations \
	advisers measurements changes participation phases themes quotes \
	fields evidence diagnostics corrections; do
	[ -f one/$view.csv ] || fault "no $view.csv"
	cmp -s one/$view.csv two/$view.csv || fault "$view.csv differs"
done
head -1 one/sources.csv | grep -q path && fault 'a path in sources.csv'

t 'export -o of one view writes that file'
run export places -o places.csv; exits 0
head -1 places.csv | grep -q '^project,place,' || fault 'no places in it'
run export places -o no/such/folder/places.csv; exits 3; says 'No such file'

t 'a name with the ending of a file is no new folder'
run export -o all.csv; exits 2; prints_nothing
says '"all.csv" is the name of a file, and several views need a folder: -o all'
run export --theme jeugd places themes -o x/some.zip; exits 2; says '-o x/some;'
run export --format datapackage -o package.zip; exits 2
says 'a data package is a folder: -o package'
[ ! -e all.csv ] && [ ! -e package.zip ] || fault 'it was made'
mkdir old.csv
run export places themes -o old.csv; exits 0; says '2 files in "old.csv"'
run export places themes -o new.csv/; exits 0; [ -f new.csv/themes.csv ] ||
	fault 'a slash makes no folder'
run export places themes -o v1.2; exits 0; [ -f v1.2/themes.csv ] ||
	fault 'no v1.2'

t 'what is no workbook gets no name of one'
run export places -o places.xlsx; exits 2
says '--dialect excel-nl -o places.csv'
run export places --json -o places.ODS; exits 2
[ ! -e places.xlsx ] && [ ! -e places.ODS ] || fault 'it was made'
run list --format excel; exits 2; says 'there is --dialect excel-nl'

t 'sql reads the public views and nothing else'
run sql "SELECT project, change FROM changes WHERE trend = 'afgenomen'"
exits 0; prints kvds-01
run sql 'DELETE FROM projects'; exits 2; prints_nothing
run sql 'SELECT 1; SELECT 2'; exits 2
run sql 'SELECT nothing'; exits 2
run sql "SELECT x'00ff' AS b, CAST(x'61ff' AS TEXT) AS b, 1 AS b" --json
exits 0; prints '"b": "00ff"'; prints '"b_2": "a�"'; prints '"b_3": 1'
run sql 'SELECT 1 AS n, 2 AS n' --columns n_2 --csv
exits 0; prints_line 2
echo 'SELECT 41 + 1 AS n' >query
"$CASEBOOK" sql - --csv <query >out 2>err
prints_line 42

t 'check tells what to look at, by source'
run check
exits 0; prints jso-43-proeftuinen; prints 'kvds-33: the layout repairs'
run check jso-43-proeftuinem; exits 1; says 'did you mean "jso-43-proeftuinen"'
run check --csv; exits 0; prints 'source,severity,code,line,message,project'

t 'an organisation is found by its other name'
run list --partner JPT --columns project --csv
exits 0; prints_line kvds-17; prints_lines 2
run list --client JPT; exits 1; says 'no client "JPT"'

t 'a municipality is found by its other name'
run list --place 'den haag' --columns project --csv; cp out expected
run list --place "'s-Gravenhage" --columns project --csv
exits 0; cmp -s out expected || fault 'other projects'

t 'check lists names that look like one, and the alias that joins them'
mkdir -p labs mine/vocabulary
sed 's/^Jeugdpreventieteam (JPT)/Havenlicht, Stichting Havenlicht/' \
	"$REPORTS/jso-43-proeftuinen.txt" >labs/jso-43-proeftuinen.txt
run --db two.db ingest labs; exits 0
run --db two.db --data mine check
exits 0; prints 'organisation-spelling (advice)'
prints '"Havenlicht" and "Stichting Havenlicht" look like one'
prints 'mine/vocabulary/my-aliases.yml'
run --db two.db check --csv
exits 0; prints ',advice,organisation-spelling,,'

t 'the aliases that check gives join them, and it asks no more'
run --db two.db check
sed -n '/^vocabulary:/,$p' out >mine/vocabulary/my-aliases.yml
run --db two.db --data mine rebuild; exits 0
run --db two.db check; exits 0
grep -q Havenlicht out && fault 'asks again'
run --db two.db sql "SELECT organisation FROM organisations
	WHERE aliases LIKE '%Havenlicht%'" --csv
prints_lines 2

t 'reading leaves the casebook as it was, and nothing beside it'
cp casebook.db before
run list; run show kvds-01; run check; run export places
cmp -s casebook.db before || fault 'other bytes'
[ "$(ls -d casebook.db*)" = casebook.db ] || fault 'files beside it'

t 'on a terminal rows of list fit its width'
if ! command -v script >/dev/null; then
	skip_test 'no script(1)'
elif ! script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	skip_test 'no pseudo-terminal here'
else
	last='list on a terminal'
	NO_COLOR=1 COLUMNS=80 TERM=xterm script -qec "'$CASEBOOK' list" /dev/null \
		</dev/null 2>err | tr -d '\r' >out
	[ "$(sed 's/\x1b\[[0-9]*m//g' out | wc -L)" -le 80 ] ||
		fault 'wider than 80 columns'
	prints_lines 48
	grep -q '^werkplaats-vlaardingen  Trans' out || fault 'the key is cut'
	for width in 70 80 200; do
		COLUMNS=$width TERM=xterm NO_COLOR=1 script -qec \
			"'$CASEBOOK' show kvds-13 --evidence" /dev/null \
			</dev/null 2>err | tr -d '\r' >out
		[ "$(wc -L <out)" -le $width ] ||
			fault "show is wider than $width columns"
	done
	NO_COLOR=1 COLUMNS=80 TERM=xterm script -qec \
		"'$CASEBOOK' report participation --by theme" /dev/null \
		</dev/null 2>err | tr -d '\r' >out
	prints 'applied  partly  intended  not'
	NO_COLOR=1 COLUMNS=30 TERM=xterm script -qec "'$CASEBOOK' list" /dev/null \
		</dev/null 2>err | tr -d '\r' >out
	grep -q '^werkplaats-vlaardingen' out || fault 'the key is cut'
	prints 'too narrow a terminal for "title", "places", "years", "advisers";'
	NO_COLOR=1 COLUMNS=50 TERM=xterm script -qec \
		"'$CASEBOOK' report grades --lang nl --no-pager" /dev/null \
		</dev/null | tr -d '\r' >out
	last='report grades on a narrow terminal'
	grep -q '^project.*  verandering  trend$' out || fault 'its point is cut'
	prints '"eerste meting" ("first")'
fi

finish
