# Searching the sample: what a researcher types, and what others' tools find.
. "$TOP/tests/cli/functions"

run ingest "$REPORTS"

t 'search finds a word in any form, the title first, the words marked'
run search eenzame
exits 0; says_nothing
[ "$(head -1 out)" = 'groenlab-schiedam  GroenLab: een social lab over [eenzaamheid] in Schiedam' ] ||
	fault 'the title is not first'
prints 'tekst, line '

t 'several words on the command line are one query'
run search jeugd wijk --csv; cp out expected
run search 'jeugd wijk' --csv
exits 0; cmp -s out expected || fault 'other hits'

t 'as data a row is a section, with the place of its first hit'
run search eenzaamheid --columns project,section,line,offset,length --csv \
	--limit 1
exits 0; prints_line 'project,section,line,offset,length'
sed -n 2p out | tr -d '\r' >row
file=$REPORTS/$(cut -d, -f1 row).txt
words=$(tail -c +$(($(cut -d, -f4 row) + 1)) "$file" |
	head -c "$(cut -d, -f5 row)")
[ "$words" = eenzaamheid ] || fault "the place is of \"$words\""
head -n "$(cut -d, -f3 row)" "$file" | tail -n 1 | grep -q eenzaamheid ||
	fault 'another line'
run search deelnemers --columns source,line,offset,length --csv --limit 0
sed 1d out | tr -d '\r' | tr , ' ' >rows
[ "$(wc -l <rows)" -ge 10 ] || fault 'too few hits to look at'
while read -r source line offset length; do
	file=$REPORTS/$source.txt
	want=$(head -c "$offset" "$file" | wc -l)
	[ "$line" = $((want + 1)) ] || fault "$offset is not on line $line"
done <rows
run search deelnemers --source jso --limit 0; tr , ' ' <out | sed -n 's/.* line //p' >shown
while read -r line; do
	sed -n "${line}p" "$REPORTS"/jso-43-proeftuinen.txt | grep -qi deelnemer ||
		fault "line $line has no such word"
done <shown
run search eenzaamheid --columns project,foo --csv
exits 2; says 'unknown column "foo"'; prints_nothing

t 'filters choose projects, before the query or inside it'
run search wijk --theme eenzaamheid --csv; cp out expected
exits 0
run search theme:eenzaamheid wijk --csv
exits 0; cmp -s out expected || fault 'other hits'
run search wijk --theme xyzzy; exits 1; says 'no theme "xyzzy"'
run search section:xyzzyqq wijk; exits 1; says 'no section "xyzzyqq"'

t 'counterparts, ranges of years and labels choose projects as well'
# same N QUERY… : the last run found the same as these words.
same() {
	cp out expected
	run search --csv "$@"; exits 0
	cmp -s out expected || fault "other hits: $*"
}
run search wijk --count --csv; cp out all
run search --csv wijk --not-theme eenzaamheid; exits 0
cp out without
same wijk not-theme:eenzaamheid
same wijk NOT-THEME:loneliness
run search --csv wijk --theme eenzaamheid
[ $(($(wc -l <out) + $(wc -l <without) - 2)) = \
	"$(tr -d '\r' <all | sed -n 's/.*,//;2p')" ] || fault 'not the rest'
run search --csv wijk --year 2016..2017; exits 0
same wijk year:2016..2017
same wijk --year 2016 --year 2017
run search --csv wijk --year ..2015-06
same wijk year:..2015-06
run search --csv wijk --not-year 2016..2017; exits 0
[ "$(wc -l <out)" -gt 1 ] || fault 'nothing outside these years'
run search --csv wijk --level raadplegen --stance toegepast
same wijk level:consult stance:applied
run search wijk not-nosuch:a; exits 2; says 'no field of this name'
run search 'wijk (not-theme:jeugd)'; exits 2; says 'for the whole query'
run search wijk --sort project; exits 2; says 'takes no --sort'

t 'facets count values among all projects found, and none that are not'
run search eenzaamheid --facet theme --csv --columns project --limit 1
exits 0; prints_line 'theme,eenzaamheid,1'; cp out counted
run search eenzaamheid --csv --columns project
tr -d '\r' <out | sed 1d | sort -u >keys
keys=$(sed "s/.*/'&'/" keys | paste -sd, -)
run sql "SELECT theme, count(DISTINCT project) FROM themes
	WHERE project IN ($keys) GROUP BY 1" --csv
sed '1d;s/^/theme,/' out | sort >expected
sed '1,/^facet/d' counted | sort | cmp -s - expected || fault 'other counts'
run search eenzaamheid --facet theme,year --lang en --limit 1
exits 0; prints 'loneliness'; prints 'year'
run search eenzaamheid --facet theme --count --json
exits 0; prints '"facets"'; prints '"count"'
run search xyzzyq --facet theme; exits 0; prints_nothing
run search wijk --facet foo; exits 2; says 'unknown facet "foo"'

t 'search speaks the language asked for, and data does not'
run search wijk --format markdown --lang nl; exits 0; prints '| regel |'
run search wijk --csv --lang nl; exits 0; prints 'line,page'

t 'an answer longer than the screen is paged, but not as asked'
if ! command -v script >/dev/null ||
	! script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	skip_test 'no pseudo-terminal here'
else
	printf '#!/bin/sh\necho paged\ncat >/dev/null\n' >pager
	chmod +x pager
	CASEBOOK_PAGER=./pager script -qec \
		"stty rows 10; '$CASEBOOK' search wijk" /dev/null >out </dev/null
	prints 'paged'
	CASEBOOK_PAGER=./pager script -qec \
		"stty rows 10; '$CASEBOOK' search wijk --no-pager" \
		/dev/null >out </dev/null
	! grep -q paged out || fault 'paged'
fi

t 'limit and count are of projects'
run search wijk --count
exits 0; prints ' projects'; prints_lines 1
run search wijk --count --csv; prints_line 'projects,sections'

t 'what stands outside projects is found, and is no project'
run list --count; n=$(cat out)
run search de --count
exits 0; prints "in $n projects and outside them"
run search de --count --csv; prints "$n,"
run search de --limit 0; n=$((n + $(grep -c '(outside projects)' out)))
run search de --limit 1; says "1 of $n projects and texts outside them"
run search 'section:doel de' --count; grep -q outside out && fault 'says outside'

t 'limit counts projects'
run search wijk --limit 2 --csv --columns project
[ "$(sed 1d out | sort -u | wc -l)" = 2 ] || fault 'not two projects'
run search wijk --limit 1; says '--limit 0 shows all'
run search wijk --limit many; exits 2; says 'not a number of projects'

t 'a wrong query says where, and never what FTS5 says'
for query in '"' 'a AND' '*' '(' 'nosuch:a' '^' '-' 'NEAR(' ')' 'a OR' \
	'NOT a' 'a + b)' 'a*b'; do
	run search -- "$query"
	exits 2; prints_nothing; says 'casebook: error: search: '
	grep -qi 'fts5\|sqlite' err && fault 'FTS5 speaks'
	grep -q '^    *^$' err || fault "$query: no caret"
done
run search "$(printf '%0100d' 0 | tr 0 '(')"; exits 2; says 'too deeply nested'
run search "$(printf 'wijk \377')"; exits 2; says 'not UTF-8'

t 'exact is the word as typed; compounds are longer words, which are told'
run search eenzame --exact; exits 0; says 'leave out --exact'
run search 'EENZAAMHEID' --exact --count; exits 0; prints 'section'
run search jeugd --compounds --limit 0
exits 0; says '"jeugd" also as '; says 'jeugdhulp'; prints '[jeugdhulp]'
run search jeugd --compounds --exact; exits 2; says 'give one of them'
run search 'jeugd*' --limit 0; exits 0; prints '[jeugdhulp]'

t 'a beginning may go beyond the stem of its words'
run search 'mogelijkhed*'; exits 0; prints '[mogelijkheden]'
run search 'eenzaa*'; exits 0; prints '[eenzaamheid]'
run search 'xyzzy*'; exits 0; prints_nothing
says 'no word that begins with "xyzzy"'

t 'no hit names the nearest word that is there'
run search eenzaamhied
exits 0; prints_nothing; says 'did you mean "eenzaamheid"?'
run search eenzaamhied --json; exits 0; prints_line '[]'

t 'words joined in small letters are told to be words'
run search wijk or buurt
exits 0; says '"or" is looked for as a word'

t 'without a casebook search says what to do'
run --db none.db search wijk; exits 3; says 'casebook ingest'

t 'a changed report is found by its new words only'
mkdir own
cp "$REPORTS"/groenlab-schiedam.txt own/lab.txt
run --db own.db ingest own; exits 0
echo 'Een zandkasteel is gebouwd.' >>own/lab.txt
run --db own.db ingest own; exits 0
run --db own.db search zandkastelen --count; prints_line '1 section outside projects'
run --db own.db check; exits 0
run --db own.db remove lab; exits 0
run --db own.db search zandkasteel; exits 0; says 'no word like "zandkasteel"'
run --db own.db check; exits 0

t 'check and search tell of a spoilt index, and repair or rebuild makes it good'
if ! command -v sqlite3 >/dev/null; then
	skip_test 'there is no sqlite3 to spoil it with'
else
	cp casebook.db spoilt.db
	sqlite3 spoilt.db "INSERT INTO search (rowid, body) VALUES (7, 'xyzzy')"
	run --db spoilt.db check
	exits 3; says 'search index damaged; casebook check --repair rebuilds it'
	run --db spoilt.db rebuild; exits 0
	run --db spoilt.db check; exits 0
	cp casebook.db spoilt.db
	sqlite3 spoilt.db 'DELETE FROM search_idx'
	run --db spoilt.db check; exits 3; says 'search index damaged'
	run --db spoilt.db check --repair; exits 0; says 'was made anew'
	run --db spoilt.db check; exits 0
	cp casebook.db spoilt.db
	sqlite3 spoilt.db "UPDATE stemmer SET fingerprint = 'other'"
	run --db spoilt.db search wijk
	exits 3; prints_nothing; says 'casebook rebuild'
	run --db spoilt.db ingest --force "$REPORTS"; exits 0
	run --db spoilt.db search wijk; exits 0
fi

t 'the sqlite3 shell reads every view and searches the stems'
if ! command -v sqlite3 >/dev/null; then
	skip_test 'there is no sqlite3'
else
	run search eenzaamheid --count --csv; n=$(sed -n 's/.*,//;2p' out | tr -d '\r')
	for view in $(sqlite3 casebook.db \
		"SELECT name FROM sqlite_schema WHERE type = 'view'"); do
		sqlite3 casebook.db "SELECT * FROM $view" >out 2>err ||
			fault "$view: $(cat err)"
	done
	found=$(sqlite3 casebook.db "SELECT count(*) FROM search
		JOIN passage ON passage.id = search.rowid
		WHERE search MATCH 'eenzam'")
	[ "$found" = "$n" ] || fault "it finds $found, search $n"
	sqlite3 casebook.db "INSERT INTO search (search)
		VALUES ('integrity-check')" 2>err || fault "$(cat err)"
fi

t 'sqlite-utils reads every view and searches the stems'
if ! command -v sqlite-utils >/dev/null; then
	skip_test 'there is no sqlite-utils'
else
	run search eenzaamheid --count --csv; n=$(sed -n 's/.*,//;2p' out | tr -d '\r')
	for view in projects passages organisations evidence changes; do
		sqlite-utils rows casebook.db $view --limit 1 >out 2>err ||
			fault "$view: $(tail -1 err)"
	done
	sqlite-utils query casebook.db --no-headers --csv \
		"SELECT count(*) FROM search WHERE search MATCH 'eenzam'" >out 2>err
	[ "$(tr -d '\r' <out)" = "$n" ] || fault "it finds $(cat out), search $n"
fi

t 'sql does not reach the index, which is no view'
run sql 'SELECT * FROM search'; exits 2; says 'only SELECT over the public views'
run sql 'SELECT * FROM search_data'; exits 2
run sql 'SELECT * FROM search_term'; exits 2

finish
