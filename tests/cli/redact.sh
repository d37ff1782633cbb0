#!/bin/sh
# Redaction leaves nothing (promise P20): 200 invented advisers with address and
# telephone number, who are named in prose, quotes, titles and notes as well, are
# in no output of --redact names: no command, no format, no file.
. "$TOP/tests/cli/functions"
. "$TOP/tests/support/advisers.sh"

# looks FILE…: none of them holds anything of a person, and no @.
looks() {
	for kind in names contacts; do
		if LC_ALL=C grep -a -i -n -F -f $kind "$@" >found; then
			fault "$last: $kind: $(head -3 found | cut -c1-200)"
		fi
	done
	if LC_ALL=C grep -a -w -n -F -f first "$@" >found; then
		fault "$last: first names: $(head -3 found | cut -c1-200)"
	fi
	if grep -a -n '[[:alnum:]]@[[:alnum:]]' "$@" >found; then
		fault "$last: an address: $(head -3 found | cut -c1-200)"
	fi
}

# clean ARGUMENT…: redacted, this leaves nothing of a person.
clean() {
	run "$@" --redact names
	[ "$status" -le 1 ] || fault "$last: exit status $status"
	looks out err
}

invent_casebook >out 2>err </dev/null
FORMATS='table csv tsv json ndjson markdown html'

t 'there are 200 advisers to be found'
run sql 'SELECT count(DISTINCT adviser) AS n FROM advisers' --csv
prints_line 200
run sql 'SELECT count(DISTINCT email) > 150 AS enough FROM advisers' --csv
prints_line 1
run export passages
[ "$(grep -c -F -f names out)" -ge 1500 ] || fault 'hardly named'
[ "$(grep -c -F -f contacts out)" -ge 1000 ] || fault 'hardly to be reached'

t 'no list and no report holds any of it'
for format in $FORMATS; do
	clean list --columns project,title,area,advisers --format $format
	clean list --facet adviser,place --format $format
	for report in $("$CASEBOOK" report --csv | sed '1d; s/,.*//'); do
		clean report $report --format $format
	done
	for report in grades participation themes; do
		clean report $report --by adviser --format $format
	done
done
clean list --dialect excel-nl --columns project,title,advisers

t 'no project that is shown holds any of it'
for project in kvds-01 kvds-07 kvds-08 kvds-09 kvds-104 kvds-200; do
	for format in $FORMATS; do
		clean show $project --format $format
		clean show $project --evidence --format $format
	done
	clean show $project --marked
	clean show $project --marked --json
	clean show $project --section doel
done

t 'no search holds any of it'
for query in Bramhoven proef0 tuin geschreven "$(sed -n 4p names)"; do
	for format in table csv json html; do
		clean search "$query" --limit 0 --format $format
	done
done
clean search "$(sed -n 4p names)" Xyzzy
run search Bramhoven; [ -s out ] || fault 'nothing is found'

t 'no export holds any of it'
for format in $FORMATS; do
	rm -rf views
	clean export -o views/ --format $format
	looks views/*
done
clean export --json
clean export corrections
run export corrections --redact names
grep -q 'person-[0-9]' out || fault 'who corrected it is not told apart'
clean export organisations --dialect excel-nl

t 'a data package holds nothing of it, and says so'
rm -rf package
clean export --format datapackage -o package
looks package/*
grep -q 'names of persons' package/README.md || fault 'the page does not say so'
grep -q 'were left out' package/datapackage.json || fault 'the data do not say so'

t 'a REFI-QDA project holds nothing of it, and its places are right'
if ! command -v unzip >/dev/null; then
	skip_test 'no unzip'
else
	clean export --format refi-qda -o all.qdpx
	mkdir -p unzipped
	unzip -qo all.qdpx -d unzipped
	looks unzipped/project.qde unzipped/[Ss]ources/*
	clean export --format refi-qda -o all.qdc
	looks all.qdc
	python3 - <<'END' 2>err || fault "places: $(tail -1 err)"
import glob, re
import xml.etree.ElementTree as tree
text = open(glob.glob('unzipped/[Ss]ources/*.txt')[0],
	encoding='utf-8', newline='').read()
root = tree.parse('unzipped/project.qde').getroot()
space = '{urn:QDA-XML:project:1.0}'
codes = {code.get('guid'): code.get('name')
	for code in root.iter(space + 'Code')}
n = 0
for place in root.iter(space + 'PlainTextSelection'):
	words = text[int(place.get('startPosition')):
		int(place.get('endPosition'))]
	for code in place.iter(space + 'CodeRef'):
		if codes[code.get('targetGUID')] == 'adviser':
			assert re.match(r'\[adviser-\d+\]', words), words
			n += 1
		if codes[code.get('targetGUID')] == 'place':
			assert words == 'Gouda', words
assert n >= 199, n
END
fi

t 'what remains to be looked at holds nothing of it'
for format in $FORMATS; do
	clean check --format $format
	clean check --coverage --format $format
done
clean diff old.db
clean diff casebook.db old.db --json

t 'what was left out is said once, on standard error'
run list --redact names --columns project,title,advisers
exits 0; says_lines 1; says 'left out: '; says ' names'
run report themes --redact contacts
exits 0; says_lines 1; says 'left out: nothing'

t 'names stay when contacts alone are left out'
run export passages advisers --redact contacts --json
exits 0; looks_for=$(sed -n 5p names); prints "$looks_for"
grep -q -F -f contacts out && fault 'contacts are there'
grep -q '@' out && fault 'an @ is there'
says 'e-mail addresses'; says 'telephone numbers'

t 'messages name nobody either'
clean list --adviser Xyzzy
exits 1; says 'no adviser "Xyzzy"'
clean show "tuin van $(sed -n 4p names)"

t 'a person has one name in every output'
run list --adviser "$(sed -n 2p names)" --redact names --csv --columns advisers
pseudonym=$(sed -n 2p out | tr -d '\r"')
run report advisers --redact names --csv
grep -q "^$pseudonym,,1," out || fault "no $pseudonym in the report"
run export evidence --redact names
grep -q "advisers,$pseudonym,adviser," out || fault "no $pseudonym in evidence"

t 'what cannot be cleaned is refused'
run sql 'SELECT 1' --redact names
exits 2; prints_nothing; says 'sql takes no --redact'
run list --sql --redact contacts
exits 2; prints_nothing; says 'leave one of them out'
run list --redact nams
exits 2; prints_nothing; says 'did you mean names?'
run text rapport.txt --redact names
exits 2; prints_nothing; says 'takes no --redact'
run layout trace rapport.txt --redact names
exits 2; prints_nothing; says 'takes no --redact'

finish
