# Shaping questions: filters and their counterparts, facets, order, number, and
# the SQL that answers. What is expected is counted by SQL written by hand.
. "$TOP/tests/cli/functions"

run ingest "$REPORTS"

# count_of SQL: the single number that it gives.
count_of() {
	"$CASEBOOK" sql "$1" --csv 2>err | tr -d '\r' | tail -n +2
}

# chooses N ARGUMENT…: list with these filters gives so many projects.
chooses() {
	expected=$1
	shift
	run list --count "$@"
	exits 0; says_nothing
	prints_line "$expected"; prints_lines 1
}

all=$(count_of 'SELECT count(*) FROM projects')

# parts VIEW CONDITION FILTER VALUE: a filter and its counterpart choose those
# with such a row and those without.
parts() {
	with=$(count_of "SELECT count(DISTINCT project) FROM $1 WHERE $2")
	[ "$with" -gt 0 ] && [ "$with" -lt "$all" ] ||
		fault "--$3 $4: tells nothing apart ($with of $all)"
	chooses "$with" "--$3" "$4"
	chooses $((all - with)) "--not-$3" "$4"
	chooses 0 "--$3" "$4" "--not-$3" "$4"
}

t 'each filter and its counterpart choose what is there and what is not'
parts themes "theme = 'jeugd'" theme jeugd
parts advisers "adviser = 'Vincent Kokke'" adviser kokke
parts involvements "organisation = 'MEE'" organisation mee
parts involvements "role = 'opdrachtgever' AND organisation LIKE
	'gemeente gouda'" client gouda
parts involvements "role = 'partner' AND organisation = 'MEE'" partner mee
parts places "place = 'Gouda'" place gouda
parts projects "kind = 'proeftuin'" kind proeftuin
parts projects "series = 'kvds'" series kvds
parts projects "source = 'groenlab-schiedam'" source groenlab-schiedam
parts projects "substr(coalesce(start, \"end\"), 1, 4) <= '2016' AND
	substr(coalesce(\"end\", start), 1, 4) >= '2016'" year 2016
parts participation "level = 'meebeslissen'" level meebeslissen
parts participation "stance = 'beoogd'" stance beoogd
parts measurements "object = 'proeftuin' AND grade >= 8" min-grade 8
parts measurements "object = 'proeftuin' AND grade <= 6.5" max-grade 6,5
parts measurements "object = 'proeftuin' AND moment = 'tweede'" moment tweede
parts measurements "object = 'samenwerking'" object samenwerking
parts changes "object = 'proeftuin' AND trend = 'afgenomen'" trend afgenomen

t 'every filter of the help has a counterpart that was tried here'
run list --help
for filter in $(sed -n '/^Filters choose/,$s/^  --\([a-z-]*\) .*/\1/p' out); do
	[ "$filter" = field ] && continue # series.sh tries it
	grep -q "^parts .* $filter [^ ]*\$\|\" $filter [^ ]*\$" \
		"$TOP/tests/cli/asking.sh" || fault "--$filter was not tried"
done

t 'a counterpart takes several values, and goes with other filters'
chooses "$(count_of "SELECT count(*) FROM projects WHERE project NOT IN (
	SELECT project FROM themes WHERE theme IN ('jeugd', 'wonen'))")" \
	--not-theme jeugd --not-theme wonen
chooses "$(count_of "SELECT count(DISTINCT project) FROM themes
	WHERE theme = 'jeugd' AND project NOT IN (
	SELECT project FROM themes WHERE theme = 'jeugdhulp')")" \
	--theme jeugd --not-theme jeugdhulp
chooses "$(count_of "SELECT count(*) FROM (
	SELECT project FROM participation WHERE level = 'raadplegen' EXCEPT
	SELECT project FROM participation
	WHERE level = 'raadplegen' AND stance = 'toegepast')")" \
	--level raadplegen --not-stance toegepast
chooses "$(count_of "SELECT count(*) FROM (
	SELECT project FROM measurements
	WHERE object = 'samenwerking' EXCEPT SELECT project FROM measurements
	WHERE object = 'samenwerking' AND grade >= 8)")" \
	--object samenwerking --not-min-grade 8
run list --not-theme jeugdd; exits 1; says 'no theme "jeugdd"'
run list --not-year soon; exits 2; says '--not-year "soon": not a year'
run list --not-them jeugd; exits 2; says 'did you mean --not-theme?'

t 'a value may be named as people see it, in either language'
# alike FILTER VALUE LABEL: both choose the same projects, some and not all.
alike() {
	run list --columns project --csv "--$1" "$2"; exits 0; cp out expected
	[ "$(wc -l <out)" -gt 1 ] || fault "--$1 $2: nothing"
	for lang in en nl; do
		run list --columns project --csv "--$1" "$3" --lang $lang
		exits 0; says_nothing
		cmp -s out expected || fault "--$1 $3: not as $2"
	done
	run list --csv --columns project "--not-$1" "$2"; cp out expected
	run list --csv --columns project "--not-$1" "$3"
	cmp -s out expected || fault "--not-$1 $3: not as $2"
}
alike theme jeugd youth
alike theme armoede-schulden 'poverty and debt'
alike theme armoede-schulden 'armoede en schulden'
alike level raadplegen Consult
alike stance toegepast applied
alike trend toegenomen increased
alike kind werkplaats workshop
alike moment eerste 'eerste meting'
alike object samenwerking collaboration
run search wijk --theme jeugd --csv; cp out expected
run search wijk theme:youth --csv; cmp -s out expected || fault 'search'
run report grades --theme jeugd --csv; cp out expected
run report grades --theme youth --csv; cmp -s out expected || fault 'report'
run export themes --theme jeugd; cp out expected
run export themes --theme youth; cmp -s out expected || fault 'export'
run list --theme yuoth; exits 1; says 'did you mean "youth"?'

t 'a range of years is overlap with the period, and may be open'
overlap() {
	count_of "SELECT count(*) FROM projects
		WHERE substr(coalesce(start, \"end\"), 1, 4) <= '$2'
		AND substr(coalesce(\"end\", start), 1, 4) >= '$1'"
}
chooses "$(overlap 2016 2017)" --year 2016..2017
chooses "$(overlap 2017 9999)" --year 2017..
chooses "$(overlap 0000 2015)" --year ..2015
chooses $((all - $(overlap 2017 9999))) --not-year 2017..
chooses "$(overlap 2015 2017)" --year 2015 --year 2016 --year 2017 \
	--year 2015-01..2015-12 --year 2016-02..2017
run list --year 2017..2016; exits 2; says 'ends before it begins'
run list --year 2016..soon; exits 2; says '2016..2018, 2016.. or ..2018'
run list --year ..; exits 2; says 'not a year'
run list --year 2016-13; exits 2; says 'not a year'

t 'a name that is a whole word is no part of another'
run list --partner mee --sql
prints "organisation IN ('MEE')"

t '--count is the number alone, and a row as data'
run list --count; exits 0; prints_line "$all"; prints_lines 1
run list --count --csv; exits 0; prints_line count; prints_lines 2
run list --count --json; exits 0; prints "\"count\": $all"
run list --year 1950 --count; exits 0; says_nothing; prints_line 0
run report themes --theme jeugd --count; exits 0; prints_lines 1
run export places --count; exits 0; prints_line count
run export --count; exits 2; says 'of one view'

t 'facets count the values among the projects chosen, most first'
run list --theme jeugd --facet level,adviser --csv
exits 0; prints_line 'facet,value,projects'
sed -n '/^facet,/,$p' out | tr -d '\r' >facets
sed -n 's/^level,[^,]*,//p' facets >counts
sort -nr counts | cmp -s - counts || fault 'not the most first'
for filter in theme adviser kind series source year level stance moment \
	object trend; do
	run list --not-theme jeugd --facet $filter --csv; exits 0
	sed '1,/^facet,/d' out | tr -d '\r' | sort >facets
	[ -s facets ] || fault "no values of $filter"
	while IFS= read -r line; do
		value=${line#*,}
		value=$(echo "${value%,*}" | sed 's/^"//;s/"$//;s/""/"/g')
		run list --not-theme jeugd --$filter "$value" --count
		prints_line "${line##*,}"
	done <facets
done

t 'facets of organisations join the names of one'
run list --facet organisation,client,partner,place --csv
prints_line "partner,MEE,$(count_of "SELECT count(DISTINCT project)
	FROM involvements WHERE role = 'partner' AND organisation = 'MEE'")"
sed '1,/^facet,/d' out | tr -d '\r' | sed -n 's/^organisation,//p' | sort \
	>facets
"$CASEBOOK" sql 'SELECT organisation, projects FROM organisations
	WHERE projects > 0' --csv | tail -n +2 | tr -d '\r' | sort >expected
cmp -s facets expected || fault 'not as organisations has them'

t 'facets stand below the rows for people, and in an object as JSON'
run list --facet theme,kind --limit 2
exits 0
grep -q '^theme  *projects$' out || fault 'no head of the facet'
prints 'more (--csv has all)'; says '--limit left out 45'
run list --facet kind --json
exits 0; prints '"projects": ['; prints '"facets": ['
python3 -m json.tool out >/dev/null 2>&1 ||
	! command -v python3 >/dev/null || fault 'no JSON'
run list --facet leven; exits 2; prints_nothing; says 'did you mean level?'
run list --facet min-grade; exits 2; says 'unknown facet'
run list --facet kind --columns nothing; exits 2; says 'unknown column'

t 'rows are sorted by columns, either way, the empty ones last'
run list --sort -years,title --columns years,title --csv; exits 0
tr -d '\r' <out | tail -n +2 | sed 's/,.*//' >years
sort -r years | cmp -s - years || fault 'not by year'
run list --sort advisers --columns advisers --csv; exits 0
[ "$(tail -1 out | tr -d '\r')" = '""' ] || fault 'the empty are not last'
run list --sort advisers --reverse --columns advisers --csv; exits 0
[ "$(tail -1 out | tr -d '\r')" = '""' ] || fault 'the empty are not last'
run list --columns project --csv; tail -n +2 out | tac >expected
run list --columns project --csv --reverse; exits 0
tail -n +2 out | cmp -s - expected || fault 'not the other way round'
run list --sort titel; exits 2; prints_nothing; says 'did you mean title?'
run report grades --sort -change --limit 1 --columns change --csv; exits 0
prints_line "$(count_of 'SELECT max(change) FROM changes')"
run export measurements --sort -grade --limit 1 --columns grade; exits 0
prints_line "$(count_of 'SELECT max(grade) FROM measurements')"

t '--limit says what it left out'
run list --limit 3 --csv; exits 0; prints_lines 4
says "3 of $all rows; --limit left out $((all - 3))"
run list --limit "$all"; exits 0; says_nothing
run list --limit 0; exits 2; says 'write 1 or more'
run list --limit -1; exits 2
run list --limit 99999999999; exits 2

# pastes ARGUMENT…: what --sql prints gives, in the sqlite3 shell, the rows of
# the command.
pastes() {
	run "$@" --csv; exits 0; cp out expected
	run "$@" --csv --sql; exits 0
	sqlite3 -batch -readonly -csv -header -nullvalue '' casebook.db \
		<out >pasted 2>err || fault "$*: $(cat err)"
	[ -s pasted ] || fault "$*: no rows"
	plain <expected >expected.plain; plain <pasted >pasted.plain
	cmp -s expected.plain pasted.plain || fault "$*: other rows"
}

# Two ways to write CSV: line ends, quotes where none are needed, and the empty
# line between tables.
plain() {
	tr -d '\r"' | sed '/^$/d'
}

t 'what --sql prints gives the same rows in the sqlite3 shell'
if ! command -v sqlite3 >/dev/null; then
	skip_test 'no sqlite3 shell'
else
	pastes list
	pastes list --theme jeugd --not-theme jeugdhulp --year 2016..2017
	pastes list --place "'s-Gravenhage" --columns project,themes,clients
	pastes list --partner e --partner o --not-adviser kokke
	pastes list --min-grade 7,5 --moment tweede --not-trend afgenomen
	pastes list --year 2014 --year 2015 --year 2016 --year 2017 \
		--year 2018-01..2018-06
	pastes list --sort -years,title --limit 7
	pastes list --reverse --count
	pastes list --organisation gemeente --not-client "'s"
	for facet in theme adviser organisation place kind year level trend; do
		pastes list --theme jeugd --columns project --facet $facet
	done
	for report in advisers themes grades participation sources; do
		pastes report $report --not-theme wonen --reverse
	done
	for view in projects passages places involvements organisations \
		measurements evidence; do
		pastes export $view --theme jeugd
	done
fi

t 'what --sql prints is a query for sql'
run report phases --csv; exits 0; cp out expected
run report phases --sql; exits 0
run sql "$(cat out)" --csv; exits 0
cmp -s expected out || fault 'other rows'

t '--sql prints control characters from documents harmlessly on a terminal'
if ! command -v script >/dev/null ||
	! script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	skip_test 'no pseudo-terminal here'
elif ! command -v sqlite3 >/dev/null; then
	skip_test 'no sqlite3 shell'
else
	cp casebook.db bell.db
	sqlite3 bell.db "UPDATE place SET place = 'Gouda' || char(27) || '[2J',
		key = key WHERE place = 'Gouda'"
	COLUMNS=80 TERM=xterm script -qec \
		"'$CASEBOOK' --db bell.db list --place gouda --sql" /dev/null \
		</dev/null 2>err >out
	last='list --sql on a terminal'
	prints 'Gouda\x1b'
	prints '	(SELECT group_concat(place'
	grep -q "$(printf '\033')\[2J" out && fault 'the screen is wiped'
fi

t '--sql prints public views only'
for view in list 'report grades' 'report sources' 'export evidence'; do
	run $view --theme jeugd --sql; exits 0
	sed 's/;$//' out >query
	"$CASEBOOK" sql - --csv <query >out 2>err; status=$?
	exits 0
done
run export --sql; exits 2; prints_nothing
run export places --sql -o places.csv; exits 2; prints_nothing
run export --sort place -o all; exits 2; says '--sort is of one view'
[ ! -e all ] || fault 'a folder all the same'
run list --sql --columns titel; exits 2; prints_nothing

finish
