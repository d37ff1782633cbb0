# Questions that are wrong or mean no good (Q1 to Q15): our own words, nothing
# on standard output, and the casebook stays what it is.
. "$TOP/tests/cli/functions"

run ingest "$REPORTS"
cp casebook.db before

# wrong WORDS ARGUMENT…: it is wrong usage, and told so.
wrong() {
	words=$1
	shift
	run "$@"
	exits 2; prints_nothing; says 'casebook: error: '; says "$words"
	! grep -qi 'fts5\|sqlite' err || fault "$*: says whose words these are"
}

# unknown WORDS ARGUMENT…: nothing has this, and it is told so.
unknown() {
	words=$1
	shift
	run "$@"
	exits 1; prints_nothing; says "$words"
}

t 'a search that is cut off or empty is told in our own words (Q1)'
wrong 'empty query' search ''
wrong 'quote not closed' search '"'
wrong 'AND needs something behind it' search 'a AND'
wrong 'NOT needs something behind it' search NOT
wrong 'a * stands only behind the beginning of a word' search '*'
wrong 'nothing to look for in parentheses' search '('
wrong 'no field of this name' search nosuch:a
wrong 'no word to look for' search '^'
wrong 'no word to look for' search -
wrong 'parenthesis not closed' search 'NEAR('
wrong 'is given no value' search title:
wrong 'no word to look for' search '""'
for query in '{a' 'a+b' 'a:' 'a"b' 'NEAR' '-a' '^a' 'a,b' "'" '\'; do
	run search "$query"
	[ "$status" -le 2 ] || fault "$query: exit status $status"
	! grep -q 'fts5' err || fault "$query: $(cat err)"
done

t 'a search of too many parentheses, bytes or words is refused (Q2, Q3)'
nested=$(printf '(%.0s' $(seq 100))a$(printf ')%.0s' $(seq 100))
wrong 'too deeply nested; at most 20 parentheses' search "$nested"
wrong 'the query is too long: 100000 bytes, of at most 4096' \
	search "$(head -c 100000 /dev/zero | tr '\000' a)"
wrong 'the query is too long' search "$(yes aa | head -n 10000 | tr '\n' ' ')"
wrong 'more than 100 words' search "$(seq 1 101 | tr '\n' ' ')"

t 'the beginning of a word, of one letter too, is found at once (Q4)'
for query in 'a*' 'e*' 'd* AND e*'; do
	(ulimit -t 1; "$CASEBOOK" search "$query" >out 2>err)
	status=$? last="casebook search $query"
	exits 0
done

t 'a value that would be SQL is a value that nothing has (Q5)'
for value in "' OR 1=1 --" ';DROP TABLE source' "x') UNION SELECT 1 --"; do
	for filter in theme adviser partner source place; do
		unknown "no $filter \"$value\"" list --$filter "$value"
	done
	unknown "\"$value\"" show "$value"
	run list --series "$value"; exits 1
done

t 'an argument that is not UTF-8 is told, and control characters escaped (Q6)'
bad=$(printf '\377')
wrong 'not UTF-8' list --theme "$bad"
wrong 'not UTF-8' search "$bad"
wrong 'not UTF-8' sql "SELECT 1 $bad"
wrong 'not UTF-8' show "$bad"
wrong 'not UTF-8' correct kvds-15 projects --set "title=$bad" --because x
wrong 'not UTF-8' correct kvds-15 projects --set title=x --because "$bad"
unknown 'a\x1b[31m' list --theme "$(printf 'a\033[31m')"
unknown 'a\x0ab' list --theme "$(printf 'a\nb')"
unknown 'a\u202eb' show "$(printf 'a\342\200\256b')"
wrong 'l\x1b' "$(printf 'l\033')"
wrong 'quote not closed' search "$(printf 'a\033[2J"')"
LC_ALL=C grep -q "$(printf '\033')" err && fault 'the query reaches the screen'

t 'what is no grade is told (Q7)'
for grade in abc nan 1e999 7.5.1 inf -1 11 0x7 7,5x; do
	wrong "--min-grade \"$grade\": not a grade" list --min-grade "$grade"
	wrong "--max-grade \"$grade\": not a grade" list --max-grade "$grade"
done
wrong '--min-grade 8 is above --max-grade 7' list --min-grade 8 --max-grade 7

t 'an unknown word is answered with the nearest (Q8)'
wrong 'did you mean list?' lst
wrong 'did you mean --theme?' list --thme x
wrong 'did you mean json?' list --format jso
wrong 'did you mean places?' export plces
wrong 'did you mean title?' list --columns titel
wrong 'did you mean themes?' report thmes

t 'sql reads the public views, in one statement, and nothing else (Q9)'
for sql in 'DELETE FROM source' 'UPDATE source SET path = 1' \
	"ATTACH 'x.db' AS y" 'PRAGMA writable_schema=1' VACUUM \
	"SELECT load_extension('x')" "SELECT fts3_tokenizer('simple')" \
	'INSERT INTO sqlite_master VALUES (1)' 'CREATE TABLE x(a)' \
	'SELECT * FROM sqlite_master' 'SELECT * FROM source' \
	'SELECT 1; SELECT 2' 'SELECT 1; DELETE FROM source' BEGIN \
	'SELECT zeroblob(1000000000)' 'DROP VIEW projects' \
	'INSERT INTO places VALUES (1)'; do
	run sql "$sql"
	exits 2; prints_nothing
	says 'only SELECT over the public views, one statement'
done
for sql in 'DELETE FROM projects' "SELECT readfile('/etc/passwd')" "SELECT edit('x')"; do
	run sql "$sql"
	exits 2; prints_nothing; says 'the SQL is wrong'
done
[ ! -e x.db ] || fault 'a file was made'
run sql ''; exits 2; says 'empty query'
run sql ' '; exits 2; says 'the query is empty'

t 'sql that never ends, or wants all memory, is stopped (Q10)'
counting='WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c)'
for sql in "$counting SELECT max(i) FROM c" "$counting SELECT i FROM c" \
	'SELECT count(*) FROM evidence AS a, evidence AS b, evidence AS c,
	evidence AS d' 'SELECT a.text FROM evidence AS a, evidence AS b,
	evidence AS c ORDER BY 1'; do
	# what sanitizers reserve is more than there is
	(case $CASEBOOK in */san-* | */*-san-*) ;; *) ulimit -v 700000 ;; esac
	ulimit -t 8
	"$CASEBOOK" sql --time-limit 1 "$sql" --csv >out 2>err)
	status=$? last="casebook sql --time-limit 1 $sql"
	exits 3; says 'stopped after 1 s'; says '--time-limit'
done
run sql --time-limit 2 "SELECT replace(replace(hex(text), '0', 'aaaaaaaaaaaaaaaaaaaa'), 'a',
	'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb') FROM passages"
[ $status -le 3 ] || fault "exit status $status"

t 'a reader that goes away ends it quietly, a full device is told (Q11)'
last='casebook export passages | head'
{ "$CASEBOOK" export passages 2>err; echo $? >ended; } | head -1 >out
case $(cat ended) in
0 | 141) ;;
*) fault "exit status $(cat ended)" ;;
esac
says_nothing
for words in list 'show kvds-15' 'report themes' 'search bewoners' help \
	'export evidence' schema version; do
	last="casebook $words >/dev/full"
	"$CASEBOOK" $words >/dev/full 2>err
	status=$?
	exits 3; says 'cannot write standard output'
done

t 'a project that is not there, or one of many, is told (Q12)'
unknown 'no project "nosuch"' show nosuch
unknown 'did you mean kvds-09?' show kvds-99
unknown '"kvds" is part of 43 keys; which project: kvds-01, ' show kvds

t 'a correction of what is not there, or without a reason, is refused (Q13)'
wrong 'projects has no column "titel"; did you mean title?' \
	correct kvds-15 projects --set titel=x --because y
wrong 'say why: --because' correct kvds-15 projects --set title=x
wrong 'an empty value' correct kvds-15 projects --set title=x --because ''
wrong 'the reason is too long: 100000 bytes, where 65536 are allowed' correct \
	kvds-15 projects --set title=x \
	--because "$(head -c 100000 /dev/zero | tr '\000' a)"
unknown 'no project "kvds-99"' correct kvds-99 projects --set title=x \
	--because y
cp casebook.db vanished.db
run --db vanished.db correct kvds-15 projects --set title=x --because y; exits 0
run --db vanished.db remove jso-43-proeftuinen; exits 0
unknown 'no project "kvds-15"' --db vanished.db correct kvds-15 projects \
	--set title=z --because y
run --db vanished.db check; exits 0; says_nothing
run --db vanished.db export corrections; prints kvds-15

t 'a strange terminal or language does no harm (Q14)'
run list; cp out usual
for setting in COLUMNS=0 COLUMNS=-1 COLUMNS=1e9 COLUMNS=99999999999999999999 \
	COLUMNS=x TERM= LC_ALL=xx LANG=xx_XX.latin1 LC_ALL=tr_TR.UTF-8 \
	CASEBOOK_LANG=; do
	last="$setting casebook list"
	env "$setting" "$CASEBOOK" list >out 2>err
	status=$?
	exits 0; says_nothing
	cmp -s out usual || fault "$setting: another list"
done
env -i "$CASEBOOK" list >out 2>err
status=$? last='casebook list, without an environment'
exits 0; cmp -s out usual || fault 'another list'

t 'an ingest that is interrupted says how many are in (Q15)'
mkdir many
for i in $(seq 1500); do
	{ cat "$REPORTS/groenlab-schiedam.txt"; echo "Versie $i."; } \
		>many/lab$i.txt
done
for signal in INT TERM; do
	rm -f int.db
	# In the background SIGINT would be ignored.
	"$TOP/tests/support/interrupted" $signal "$CASEBOOK" --db int.db \
		ingest many >out 2>err
	status=$? last="casebook ingest many, SIG$signal"
	case $status in
	0) continue ;; # it was faster
	esac
	[ $signal = INT ] && exits 130 || exits 143
	says 'interrupted; '; says 'of 1500 reports are in; run again to go on'
done
run --db int.db ingest many; exits 0

t 'after all of this the casebook is what it was'
cmp -s casebook.db before || fault 'other bytes'
[ "$(ls -d casebook.db*)" = casebook.db ] || fault 'files beside it'

finish
