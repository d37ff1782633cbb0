# The same report as PDF, DOCX, ODT, RTF, HTML, EPUB and Markdown: what
# conversion does to a page does not change the facts. The files are made here
# from the digests, by LibreOffice, Chromium and pandoc.
. "$TOP/tests/cli/functions"

REPORT=jso-43-proeftuinen
case $CASEBOOK in
*/san-* | */*-san-*)
	t 'facts do not change with the format'
	skip_test 'with sanitizers it takes too long; tests/convert/ has them'
	finish
	exit 0 ;;
esac
missing=
for program in pandoc pdftotext soffice chromium python3; do
	command -v "$program" >/dev/null || missing="$missing $program"
done
if [ -n "$missing" ]; then
	t 'facts do not change with the format'
	skip_test "not here:$missing (make setup-formats)"
	finish
	exit 0
fi

# A page of the text: each line a paragraph, list items as such; short lines,
# which may be headings, in the element that is named.
# Scanned words in Hebrew letters, which a layout repairs, are left out: a PDF
# tells them in the order of the page.
cat >page.py <<'END'
import html, re, sys
lines = open(sys.argv[1], encoding="utf-8-sig").read().split("\n")
style = sys.argv[2]
heading = sys.argv[3] if len(sys.argv) > 3 else ""
print('<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">'
      '<style>body{font-family:"DejaVu Serif"}%s'
      '</style></head><body>' % style)
items = False
for line in map(str.strip, lines):
    item = line.startswith("- ")
    if item != items:
        print("</ul>" if items else "<ul>")
        items = item
    line = re.sub("[\u0590-\u05ff]+", "mec", line)
    if item:
        print("<li>%s</li>" % html.escape(line[2:], quote=False))
    elif line and heading and len(line) < 70 and line[-1] not in ".,;:" and \
            line[0].isupper():
        print("<p><{0}>{1}</{0}></p>".format(
            heading, html.escape(line, quote=False)))
    elif line:
        print("<p>%s</p>" % html.escape(line, quote=False))
print(("</ul>" if items else "") + "</body></html>")
END

# equal_facts REPORT FILE MOST: the facts differ from the text's in at most so
# many rows.
equal_facts() {
	rm -f made.db
	run --db made.db ingest --as "$1" "$2"
	exits 0
	run --db text.db diff made.db --csv
	different=$(($(wc -l <out) - 1))
	[ "$different" -le "$3" ] || fault "$2: $different facts differ"
	"$CASEBOOK" --db made.db sql "SELECT count(*) FROM evidence" --csv |
		tail -1 >facts
	printf '# %-22s %-28s facts %5s, different %s\n' "$1" "$2" \
		"$(cat facts)" "$different"
}

# text_of REPORT: the facts of the text itself.
text_of() {
	rm -f text.db
	sed 's/^\xef\xbb\xbf//' "$REPORTS/$1.txt" |
		python3 -c 'import re, sys
print(re.sub("[\u0590-\u05ff]+", "mec", sys.stdin.read()), end="")' >"$1.txt"
	"$CASEBOOK" --db text.db ingest "$1.txt" >/dev/null 2>&1
}

# office FORMAT FILE...: all at once, for it takes its time to begin.
office() {
	format=$1
	shift
	timeout 100 soffice "-env:UserInstallation=file://$PWD/office" \
		--headless --convert-to "$format" --outdir office-out "$@" \
		>/dev/null 2>&1
}

print_pdf() {
	timeout 60 chromium --headless --no-sandbox --disable-gpu \
		"--user-data-dir=$PWD/chromium" $3 "--print-to-pdf=$2" \
		"file://$PWD/$1" >/dev/null 2>&1
	[ -s "$2" ] || fault "chromium made no $2"
}

REPORTS_ALL="$REPORT fno-fieldlab-tilburg groenlab-schiedam innovatielab-zwolle
	werkplaats-vlaardingen"
for report in $REPORTS_ALL; do
	python3 page.py "$REPORTS/$report.txt" '' >$report.html
	for format in docx odt epub; do
		pandoc -f html -t "$format" -o "$report.$format" $report.html \
			2>/dev/null
	done
	for columns in 10000 72; do
		pandoc -f html -t markdown-smart --columns=$columns \
			-o "$report.$columns.md" $report.html
	done
	print_pdf $report.html $report.pdf --no-pdf-header-footer
done
# Of the others the first line is the title.
FRONTED="$REPORT innovatielab-zwolle werkplaats-vlaardingen"
for report in $FRONTED; do
	{
		printf -- '---\ntags: [a, b]\ncontact:\n  naam: X\n---\n\n'
		cat $report.72.md
	} >$report.front.md
done
office rtf $(printf '%s.odt ' $REPORTS_ALL)
office pdf $(printf '%s.docx ' $REPORTS_ALL)
office odt $(printf '%s.docx ' $REPORTS_ALL)

for report in $REPORTS_ALL; do
	t "the facts of $report are those of its text in every format"
	text_of "$report"
	for format in html docx odt epub 10000.md 72.md pdf; do
		equal_facts "$report" $report.$format 0
	done
	[ ! -e $report.front.md ] || equal_facts "$report" $report.front.md 0
	for format in rtf pdf odt; do
		equal_facts "$report" office-out/$report.$format 0
	done
done

t 'running heads, page numbers and page breaks change no fact'
text_of $REPORT
print_pdf $REPORT.html heads.pdf ''
equal_facts $REPORT heads.pdf 0

t 'headings in bold and larger type change no fact'
python3 page.py "$REPORTS/$REPORT.txt" 'b,h2{font-family:sans-serif}' b >bold.html
python3 page.py "$REPORTS/$REPORT.txt" '' h2 >heads.html
for page in bold heads; do
	print_pdf $page.html $page.pdf --no-pdf-header-footer
	equal_facts $REPORT $page.pdf 0
done

t 'hyphens that the printer sets on small pages change no fact'
python3 page.py "$REPORTS/$REPORT.txt" '@page{size:A5}body{hyphens:auto}' \
	b >small.html
print_pdf small.html small.pdf --no-pdf-header-footer
equal_facts $REPORT small.pdf 0

t 'tables, columns and side boxes of a PDF are read as they are seen'
cat >layout.html <<'END'
<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><style>
@page { size: A5 }
table { border-collapse: collapse; width: 100% } td, th { padding: 4px }
td { vertical-align: middle } .two { columns: 2 }
.box { float: right; width: 30%; margin-left: 2em; font-size: smaller }
</style></head><body>
<table><thead><tr><th>Proef</th><th>Doel en aanpak</th><th>Plaats</th></tr>
</thead><tr><td>Buurtbus</td><td>Bewoners rijden elkaar naar de markt en naar
de dokter, en drinken samen koffie.</td><td>Gouda</td></tr>
<tr><td>Tuin zonder hek</td><td></td><td>Alphen aan den Rijn</td></tr></table>
<div class="two">In de tuin werken bewoners en scholieren samen aan het groen.
Zij kozen zelf de planten, en zorgen er samen voor. Wie wil kan ook op zondag
komen werken in de kas, die door de school is gebouwd met hout uit de stad.
</div><div class="box">Dit kader vertelt hoe het met het geld ging, en wie dat
gaf.</div><p>Naast het kader loopt de tekst verder, over hoe de bewoners het
hek weghaalden en wat de buren daarvan vonden toen zij het zagen gebeuren.</p>
</body></html>
END
print_pdf layout.html layout.pdf --no-pdf-header-footer
run text layout.pdf
exits 0; prints 'Proef → Doel en aanpak → Plaats'
prints 'Buurtbus → Bewoners rijden elkaar naar de markt en naar de dokter, en drinken samen koffie. → Gouda'
prints 'Tuin zonder hek →  → Alphen aan den Rijn'
prints 'zorgen er samen voor. Wie wil kan ook op zondag komen werken in de kas'
prints 'over hoe de bewoners het hek weghaalden en wat de buren daarvan vonden'
prints 'Dit kader vertelt hoe het met het geld ging, en wie dat gaf.'

# A hyphen at a line's end may be the word's own, so a few may differ.
t 'rows of a table are projects in a PDF as in other formats'
mkdir -p rows/layouts
cat >rows/layouts/rijen.yml <<'END'
layout: rijen
recognise: { phrases: [Overzicht van de labs] }
projects: { begin: lab, title: heading, kind: social lab }
fields: { bereik: number }
sections:
  lab: { table: { column: Lab } }
  waar: { table: { column: Gemeente }, holds: [area, places] }
  met: { table: { column: Partners }, holds: organisations partner }
  jaar: { table: { column: Looptijd }, holds: period }
  bereik: { table: { column: Bereikte bewoners }, holds: field bereik }
END
cat >rijen.html <<'END'
<!DOCTYPE html><meta charset="utf-8"><title>x</title><style>
table{border-collapse:collapse;width:100%}td,th{padding:4px;vertical-align:top;
text-align:left;border:1px solid}</style><p>Overzicht van de labs</p><table>
<tr><th>Lab</th><th>Gemeente</th><th>Partners</th><th>Looptijd</th>
<th>Bereikte bewoners</th></tr>
<tr><td>Buurthuiskamer De Vlier aan de kade</td><td>Gouda</td>
<td>Stichting Lepel en Vork, woningcorporatie Delta Wonen, bewoners van de
wijk</td><td>maart 2019 t/m juni 2021</td><td>1.250</td></tr>
<tr><td>Fiets te leen</td><td>Delft</td><td>Kookclub De Pan</td><td>2020</td>
<td></td></tr>
<tr><td>Stille tuin achter het gemeentehuis</td><td>Zwolle</td><td></td>
<td>2020 - 2022</td><td>64</td></tr>
<tr><td>Repaircafé op wielen</td><td>Schiedam</td><td>Welzijn Schiedam-Oost,
bibliotheek, vrijwilligers</td><td>2021</td><td>840</td></tr></table>
<p>Einde van het overzicht.</p>
END
print_pdf rijen.html rijen.pdf --no-pdf-header-footer
pandoc -o rijen.docx rijen.html
for format in html docx pdf; do
	rm -f rows.db
	run --db rows.db --data rows ingest rijen.$format
	exits 0; says '4 projects'
	for view in projects:title,area,start,end places:place \
		involvements:role,organisation fields:field,value; do
		run --db rows.db export ${view%:*} --csv \
			--columns project,${view#*:}
		exits 0
		cat out
	done >rows.$format
done
grep -q 'rijen-01,bereik,1250' rows.html || fault 'not even in HTML'
for format in docx pdf; do
	diff rows.html rows.$format >apart || fault "$format: $(cat apart)"
done
run layout new rijen.pdf
exits 0; prints 'table: { column: Partners }'

t 'two justified columns with narrow lines hardly change the facts'
python3 page.py "$REPORTS/$REPORT.txt" \
	'body{columns:2;column-gap:2em;text-align:justify}' >two.html
print_pdf two.html two.pdf --no-pdf-header-footer
equal_facts $REPORT two.pdf 2

t 'the row that heads a table comes from an ODT too'
printf '| Jaar | Bewoners |\n|---|---|\n| 2021 | 40 |\n' >table.md
pandoc -o table.odt table.md
for file in table.md table.odt; do
	run text $file
	exits 0; prints_lines 2
	prints 'Jaar → Bewoners'; prints '2021 → 40'
done

t 'a raised number of a note does not join the number before it'
cat >raised.html <<'END'
<p>In 2021<sup>1</sup> kwamen er 40<a href="#n2"><sup>2</sup></a> mensen, op
30<sup><a href="#n3">[3]</a></sup> m<sup>2</sup>.</p>
END
run text raised.html
exits 0; prints 'In 2021 1 kwamen er 40 mensen, op 30 m2.'

t 'a Word file with a password says what it may be'
printf '\320\317\021\340\241\261\032\341' >closed.docx
run ingest closed.docx
exits 1; says 'closed with a password'

t 'a PDF tells the pages of evidence, another format has none'
run --db made.db show kvds-06 --evidence
exits 0; grep -q '(page [0-9]' out || fault 'no page'

t 'a rebuild finds the same marks and facts, without the converter'
cp made.db again.db
PATH=/nonexistent run --db again.db rebuild
exits 0
run --db made.db diff again.db
exits 0
for db in made again; do
	"$CASEBOOK" --db $db.db sql 'SELECT source, ordinal, page FROM passages' \
		--csv >$db.csv
done
cmp -s made.csv again.csv || fault 'pages differ'

t 'check finds a changed byte in text that a converter made, also after a rebuild'
for db in made again; do
	cp $db.db changed.db
	run --db changed.db check; exits 0
	python3 - changed.db <<'END_OF_PYTHON'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
changed = db.execute("""UPDATE passage SET text = replace(text, '.', ';')
    WHERE id = (SELECT min(id) FROM passage JOIN source ON name = source
        WHERE converter IS NOT NULL AND instr(text, '.'))""").rowcount
db.commit()
sys.exit(changed != 1)
END_OF_PYTHON
	[ $? = 0 ] || fault 'nothing was changed'
	run --db changed.db check
	exits 1; says 'its text is not the one that was read'
done

t 'a picture of a page says that it has no text, and names OCR'
echo '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="50" height="50"/></svg>' >scan.html
print_pdf scan.html scan.pdf --no-pdf-header-footer
run ingest scan.pdf
exits 1; says 'no text'; says 'is it a scan?'; says 'ocrmypdf -l nld'

t 'pictures of pages behind pages with text are told by their numbers'
{
	echo '<p>Een bladzijde met tekst.</p><div style="break-before:page">'
	cat scan.html
	echo '</div>'
} >mixed.html
print_pdf mixed.html mixed.pdf --no-pdf-header-footer
run text mixed.pdf
exits 0; prints 'Een bladzijde met tekst.'
says 'no text on page 2'; says 'ocrmypdf -l nld'

finish
