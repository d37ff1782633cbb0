# Golden answers: each report in each format, as the sample gives them, and
# reports by group. They stand in tests/golden/reports/; to write them anew after
# a change, and review what changed:
#
#   make && CASEBOOK=$PWD/build/casebook TOP=$PWD tests/golden/reports/write
#   git diff tests/golden/reports
. "$TOP/tests/cli/functions"

run ingest "$REPORTS"
golden=$TOP/tests/golden/reports

t 'every report has golden answers, and every answer is asked for'
cut -d. -f1 "$golden/questions" | grep -v -- '-by-' | sort -u >asked
run report --json
sed -n 's/.*"report": "\(.*\)",*/\1/p' out | sort >reports
cmp -s reports asked || fault "other reports: $(diff reports asked)"

while read -r name question; do
	t "golden: report $question"
	eval "run report $question"
	exits 0
	cmp -s out "$golden/$name" ||
		fault "$(diff "$golden/$name" out | head -10)"
done <"$golden/questions"

t 'groups that overlap are said to'
run report grades --by theme
exits 0; says 'counts in each of its themes'
run report grades --by kind
exits 0; says_nothing

t 'a wrong group names the nearest, and one that has no sense those that have'
run report grades --by teme
exits 2; prints_nothing; says 'did you mean theme?'
run report grades --by ''
exits 2; prints_nothing
run report sources --by theme
exits 2; prints_nothing; says 'report sources is not to be had by theme'
says 'by theme there are advisers, organisations'
run report themes --by theme
exits 2; prints_nothing

run report --by theme
exits 2; prints_nothing; says 'name a report to have it by "theme"'

t 'a group without rows is an empty answer'
run report grades --by theme --year 1950
exits 0; says 'nothing found'

finish
