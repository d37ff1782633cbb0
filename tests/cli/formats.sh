# Every format, as a user asks for it and as other programs read it.
. "$TOP/tests/cli/functions"

run ingest "$REPORTS"

t 'each format but those of one command prints a list'
for format in table csv tsv json ndjson markdown html; do
	run list --format $format
	exits 0; says_nothing; prints kvds-15
done

t 'a format that is a whole is for its command alone'
run list --format datapackage
exits 2; prints_nothing; says 'only casebook export writes'
run help list
grep -q datapackage out && fault 'help of list offers a data package'
run help export; prints datapackage

t 'tsv and ndjson have a line for each row, whatever the text holds'
run sql 'SELECT count(*) AS n FROM passages' --csv
n=$(tail -1 out | tr -d '\r')
run export passages --format tsv; prints_lines $((n + 1))
awk -F'\t' 'NF != 11 { exit 1 }' out || fault 'a row of not 11 fields'
run export passages --format ndjson; prints_lines "$n"

t 'html names its table and markdown has its rows'
run report themes --format html
exits 0; prints '<title>themes</title>'; prints '<h1>themes</h1>'
run list --theme eenzaamheid --format markdown
exits 0; prints '| --- |'

t 'several views are told apart where the format can'
run export themes places --json
exits 0; prints '  "themes": ['; prints '  "places": ['
run export themes places --format ndjson
exits 0; prints '{"table":"places","row":{"project":'
run export themes places --format html
exits 0; prints '<h2>themes</h2>'; prints '<h2>places</h2>'
run export themes places --format csv
exits 2; prints_nothing; says 'need a folder'

t 'a full disk is told in every format'
for format in table csv tsv json ndjson markdown html; do
	"$CASEBOOK" list --format $format >/dev/full 2>err
	[ $? = 3 ] || fault "$format: exit status $?"
	says 'cannot write standard output'
done

t 'a file is named by its format'
run export themes places --format markdown -o made
exits 0; [ -f made/themes.md ] && [ -f made/places.md ] ||
	fault 'other names'
run export themes --dialect excel-nl -o made/
exits 0; [ -f made/themes.csv ] || fault 'no CSV'

t 'an export with --dialect excel-nl is what a Dutch Excel opens'
run export measurements --dialect excel-nl
exits 0; says_nothing
[ "$(head -c 3 out | od -An -tx1 | tr -d ' \n')" = efbbbf ] || fault 'no mark'
prints ';8,0;'
[ "$(tail -n +2 out | tr -cd '\r' | wc -c)" = \
	"$(tail -n +2 out | wc -l)" ] || fault 'other line ends'

t 'cells that would run are made harmless there, and it is said once'
query="SELECT '=1+1' AS a, -1 AS b UNION ALL SELECT '@x', 2.5"
run sql "$query" --dialect excel-nl
exits 0; prints_line "'=1+1;-1"; prints_line "'@x;2,5"
says 'as a formula'; says_lines 1
run sql "$query" --csv
exits 0; says_nothing; prints_line '=1+1,-1'
run correct kvds-15 projects --set title='=HYPERLINK("x")' --because 'a test'
exits 0
run export projects evidence --dialect excel-nl -o made
exits 0; says_lines 2
grep -q '"'"'"'=HYPERLINK' made/projects.csv || fault 'it would run'

t 'a dialect is one of CSV, and a wrong one names the nearest'
run export themes --dialect excel
exits 2; says 'unknown dialect "excel"'; says excel-nl
run export themes --dialect excel-nl --json
exits 2; prints_nothing; says 'of CSV, not of "json"'
run correct kvds-15 themes --dialect excel-nl
exits 2; says 'takes no --dialect'

t 'an HTML page is elements and attributes of a short list, and text'
if command -v python3 >/dev/null; then
	run correct kvds-16 projects --because 'a test' \
		--set title='</title><script>x()</script><a href="javascript:y">'
	run export projects corrections --format html
	python3 - >err 2>&1 <<-'END' || fault "$(cat err)"
	import html.parser
	class Page(html.parser.HTMLParser):
	    def handle_starttag(self, tag, attributes):
	        assert tag in ('html head meta title style body h1 h2 table '
	                       'thead tbody tr th td p').split(), tag
	        for name, value in attributes:
	            assert name in ('lang', 'charset', 'http-equiv', 'content',
	                            'name', 'scope', 'class'), name
	page = open('out', encoding='utf-8').read()
	Page().feed(page)
	assert '&lt;script&gt;x()' in page
	END
else
	skip_test 'no python3 here'
fi

t 'other programs read what is printed'
if command -v python3 >/dev/null; then
	run export passages --csv; mv out passages.csv
	run export passages --format ndjson; mv out passages.ndjson
	run export passages --json; mv out passages.json
	python3 - >err 2>&1 <<-'END' || fault "$(cat err)"
	import csv, json
	rows = list(csv.DictReader(open('passages.csv', newline='')))
	lines = [json.loads(l) for l in open('passages.ndjson')]
	assert lines == json.load(open('passages.json'))
	assert [r['text'] for r in rows] == [l['text'] for l in lines]
	assert [r['line'] for r in rows] == [str(l['line']) for l in lines]
	END
else
	skip_test 'no python3 here'
fi

finish
