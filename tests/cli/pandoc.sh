# What pandoc reads, as people and programs write it: nothing that a reader of
# the page sees is lost, and nothing that he does not see is text. The files are
# made here.
. "$TOP/tests/cli/functions"

missing=
for program in pandoc python3; do
	command -v "$program" >/dev/null || missing="$missing $program"
done
if [ -n "$missing" ]; then
	t 'pandoc reads what people write'
	skip_test "not here:$missing (make setup-formats)"
	finish
	exit 0
fi

# reads FILE: its text, with marks, is in out.
reads() {
	run text --marks "$1"
	exits 0
}

# is_text FILE, the words on standard input: they are its text.
is_text() {
	sed 's/@$/ /' >expected # a blank at the end of a line
	run text "$1"
	exits 0
	sed 's/^ *[0-9]*\( *\)/\1/; s/^  //' out >text
	cmp -s expected text || fault "$1: other text: $(cat text)"
}

# office FORMAT FILE [MEMBER]: of the body on the standard input (DOCX: p, r and t stand
# for the elements of that name).
office() {
	sed 's,<\(/*\)\([prt]\)>,<\1w:\2>,g' |
		python3 "$TOP/tests/support/office.py" "$@"
}

# marked WORDS MARK: below the line of these words stands this mark.
marked() {
	grep -A1 -F -e "$1" out | grep -qF -e "$2" ||
		fault "$last: \"$1\" is not marked \"$2\""
}

t 'what a page hides is no text, what a button opens is'
cat >hidden.html <<'END'
<!DOCTYPE html><title>T</title><body>
<h1>Lab</h1>
<!-- <p>weg --><p hidden>weg<p style="Display : none">weg<p aria-hidden='true'>weg
<p>Hier <span hidden>weg</span>staat <b style="color:red">tekst</b>.
<template><p>weg</p></template><script>"<p>weg"</script>
<button>weg</button><select><option>weg<option>weg</select>
<noscript>weg</noscript><textarea>weg</textarea><video>weg</video>
<ul><li hidden>weg <ul><li>weg</ul><li>punt</ul>
<table><tr hidden><td>weg<td>weg<tr><th>Jaar</th><th>Plaats</th></tr><tr><td>2021</td><td>Gouda</td></tr></table>
<h2><button aria-controls=meer>Meer</button></h2>
<div hidden id=meer>Achter de knop.</div>
<div hidden><div>weg</div>weg</div>
<p hidden="until-found">Vindbaar.</p>
<p>Slot.<div hidden>Een blok zonder einde
END
sed -i 's/<title>T<.title>//' hidden.html
is_text hidden.html <<'END'
Lab

Hier staat tekst.

- punt

Jaar → Plaats
2021 → Gouda

Meer

Achter de knop.

Vindbaar.

Slot.

Een blok zonder einde
END

t 'the ways to other pages are marked, an aside in the story is not'
cat >ways.html <<'END'
<body><ul><li><a href="#m">Naar de inhoud</a></ul><header>Kop van de site</header>
<nav>Menu</nav><div role="search">Zoek</div><aside>Nieuws</aside>
<main id="m"><h1>Lab</h1><p>Tekst.<aside>Terzijde.</aside>
<dialog>Cookies</dialog><nav>Op deze pagina</nav></main>
<footer>Voet</footer></body>
END
reads ways.html
for words in 'Naar de inhoud' 'Kop van de site' Menu Zoek Nieuws Cookies \
	'Op deze pagina' Voet; do
	marked "$words" 'furniture navigation'
done
grep -A1 'Tekst\|Terzijde\|  Lab' out | grep furniture &&
	fault 'the story is furniture'

t 'links at the top to what stands below are no story, later ones are'
printf '<p><a href="#a">Ga verder</a><h1 id=a>Lab</h1><p><a href="#a">Lees</a>\n' >skip.html
reads skip.html
marked 'Ga verder' 'furniture navigation'
grep -A1 Lees out | grep -q furniture && fault 'a link is furniture'

t 'an address that a link writes to stands behind its words'
cat >mail.html <<'END'
<p><a href="mailto:Ans@x.nl?subject=a">Ans Bakker</a>, <a
href="MAILTO:piet@x.nl">Piet (Piet@x.nl)</a>, <a href="mailto:a%2eb@x.nl">mail</a>,
<a href="mailto:">leeg</a>, <a href="mailto:a@x.nl,b@x.nl">twee</a></p>
END
is_text mail.html <<'END'
Ans Bakker (Ans@x.nl), Piet (Piet@x.nl), mail (a.b@x.nl), leeg, twee
END

# An invented report of one laboratory, its advisers with a link.
cat >adviser.md <<'END'
Tuin zonder hek

Opdrachtgever(s)

Gemeente Gouda

JSO-adviseur

[Ans Bakker](mailto:a.bakker@jso.nl), [Piet de Vries](mailto:p.devries@jso.nl)

Gebied waar de proeftuin is uitgevoerd

Gouda

Uitvoering

2016
END
t 'an adviser has the address that his name is a link to, in every format'
for format in md html docx odt epub; do
	[ $format = md ] || pandoc -t $format -o adviser.$format adviser.md 2>/dev/null
	rm -f casebook.db
	run ingest --as a adviser.$format
	exits 0
	run export advisers --csv
	prints 'Ans Bakker,a.bakker@jso.nl'; prints 'Piet de Vries,p.devries@jso.nl'
done

t 'notes of an EPUB and of a page are furniture, wherever they are told'
cat >notes.md <<'END'
# Kop[^k]

Tekst[^1].

- punt[^2]

| a[^3] | b |
|---|---|
| c | d |

[^1]: Noot een.
[^k]: Noot kop.
[^2]: Noot twee.
[^3]: Noot drie.
END
for format in md docx odt epub html; do
	[ $format = md ] || pandoc -o notes.$format notes.md 2>/dev/null
	reads notes.$format
	prints 'Noot twee.'; prints 'Noot drie.'
	grep -q '↩' out && fault "$format: an arrow"
	# A note, and perhaps those below it with the same mark.
	marked 'Noot kop' 'furniture note'
	grep -A1 '  Tekst\.$\|- punt$\|  Kop$\|a → b$' out >story
	[ "$(grep -c '  Tekst\.$\|- punt$\|  Kop$\|a → b$' story)" = 4 ] ||
		fault "$format: the story has notes: $(cat story)"
done

t 'a list of definitions is rows of a key and its value, in every guise'
cat >list.html <<'END'
<div><dl><div><dt>Opdrachtgever<dd>Gemeente Gouda</div>
<div class="x"><dt>Partners</dt><dd><ul><li>JSO</li><li>MEE</li></ul></dd></div>
<dt>Doel</dt><dd><p>Eerst dit.</p><div>Dan dat.</div></dd>
<dt>Start<dt>Begin<dd>2021<dd>of 2022<dt>Leeg</dl></div>
<dl><dt>Verloop</dt><dd><h2>Fasen</h2><p>Twee.</p></dd></dl>
END
is_text list.html <<'END'
Opdrachtgever → Gemeente Gouda
Partners → JSO
- MEE
Doel → Eerst dit.
Dan dat.
Start →@
Begin → 2021
of 2022
Leeg →@

Verloop
Fasen
Twee.
END
reads list.html
for words in Opdrachtgever Partners Doel 'Start →' 'Begin → 2021'; do
	marked "$words" 'key and value'
done
marked Fasen 'level 2'
printf 'Doel\n:   Eerst.[^1]\n\n    - dit\n\n:   Dan.\n\n[^1]: Noot.\n' >list.md
reads list.md
marked 'Doel → Eerst.' 'key and value'; marked '- dit' 'list item'
marked 'Noot.' 'furniture note'

t 'what a Word document shows is text, what was struck out or noted is not'
office docx word.docx <<'END'
<p><w:pPr><w:pStyle w:val="Eigen"/></w:pPr><r><t>Eigen kop</t></r></p>
<p><r><w:rPr><w:b/></w:rPr><t>Vet kopje</t></r></p>
<p><w:ins w:id="1" w:author="a"><r><t>Erbij.</t></r></w:ins>
<w:del w:id="2" w:author="a"><r><w:delText>weg</w:delText></r></w:del>
<w:commentRangeStart w:id="0"/><r><t> Besproken</t></r><w:commentRangeEnd w:id="0"/>
<r><w:commentReference w:id="0"/></r><r><w:footnoteReference w:id="2"/></r></p>
<p><w:moveFrom w:id="3" w:author="a"><r><t>weg</t></r></w:moveFrom>
<w:moveTo w:id="4" w:author="a"><r><t>Verplaatst</t></r></w:moveTo></p>
<p><w:smartTag w:element="x"><w:smartTagPr/><r><t>Slim</t></r></w:smartTag>
<w:fldSimple w:instr=" DATE "><r><t>, 3 mei</t></r></w:fldSimple>
<r><w:fldChar w:fldCharType="begin"/></r><r><w:instrText>PAGE</w:instrText></r>
<r><w:fldChar w:fldCharType="separate"/></r><r><t>, veld</t></r>
<r><w:fldChar w:fldCharType="end"/></r></p>
<w:sdt><w:sdtPr/><w:sdtContent><p><r><t>Ingevuld: </t></r><w:sdt><w:sdtContent>
<r><t>ja</t></r></w:sdtContent></w:sdt></p></w:sdtContent></w:sdt>
END
is_text word.docx <<'END'
Eigen kop

Vet kopje

Erbij. Besproken

De voetnoot.

Verplaatst

Slim, 3 mei, veld

Ingevuld: ja
END
reads word.docx
marked 'Eigen kop' 'level 1'; marked 'De voetnoot' 'furniture note'
grep -A1 'Vet kopje' out | grep -q level && fault 'a bold line is a heading'

t 'text in a box stands behind the paragraph that it hangs on, once'
office docx box.docx <<'END'
<p><r><t>Voor </t></r><r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>
<w:txbxContent><p><r><t>In een vak.</t></r></p><p><r><t>Nog een.</t></r><r><w:pict>
<v:textbox><w:txbxContent><p><r><t>Vak in vak.</t></r></p></w:txbxContent></v:textbox>
</w:pict></r></p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict>
<v:textbox><w:txbxContent><p><r><t>In een vak.</t></r></p></w:txbxContent></v:textbox>
</w:pict></mc:Fallback></mc:AlternateContent></r><r><t>en na.</t></r></p>
END
is_text box.docx <<'END'
Voor en na.

In een vak.

Nog een.

Vak in vak.
END

t 'what pandoc cannot read of a document is told'
echo '<p><r><t>Tekst</t></r></p>' | office docx told.docx word/charts/chart1.xml
echo '<text:p>Tekst</text:p>' | office odt told.odt 'Object 1/content.xml'
for format in docx odt; do
	run text told.$format
	exits 0; prints Tekst
	says 'warning: pandoc does not read the words in charts'
done
run text word.docx
says_nothing

t 'a cell of Word that spans columns or rows leaves the others in their place'
office docx cells.docx <<'END'
<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="9"/><w:gridCol w:w="9"/></w:tblGrid>
<w:tr><w:tc><p><r><t>A</t></r></p></w:tc><w:tc><p><r><t>B</t></r></p></w:tc>
<w:tc><p><r><t>C</t></r></p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><p><r><t>samen</t></r></p></w:tc>
<w:tc><p><r><t>c1</t></r></p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><p><r><t>hoog</t></r></p></w:tc>
<w:tc><p><r><t>b2</t></r></p></w:tc><w:tc><p><r><t>c2</t></r></p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><p/></w:tc>
<w:tc><p><r><t>b3</t></r></p></w:tc><w:tc><p><r><t>c3</t></r></p></w:tc></w:tr>
<w:sdt><w:sdtContent><w:tr><w:tc><p><r><t>d</t></r></p></w:tc><w:sdt><w:sdtContent>
<w:tc><p><r><t>e</t></r></p></w:tc></w:sdtContent></w:sdt>
<w:tc><p><r><t>f</t></r></p></w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>
END
reads cells.docx
prints 'A → B → C'; marked 'samen → c1' 'row | column A | column C'
marked 'hoog → b2 → c2' 'row | column A | column B | column C'
marked 'hoog → b3 → c3' 'row | column A | column B | column C'
marked 'd → e → f' 'row | column A | column B | column C'

t 'what an ODT shows is text: sections, frames, shapes, contents, cells in cells'
office odt shown.odt <<'END'
<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p>
</text:deletion></text:changed-region></text:tracked-changes>
<draw:frame text:anchor-type="page"><draw:text-box><text:p>Los vak.</text:p>
</draw:text-box></draw:frame>
<text:table-of-content><text:table-of-content-source><text:index-title-template>weg
</text:index-title-template></text:table-of-content-source><text:index-body>
<text:index-title><text:p>Inhoud</text:p></text:index-title><text:p>Kop 1</text:p>
</text:index-body></text:table-of-content>
<text:section><text:section><text:h text:outline-level="1">Kop<draw:frame>
<draw:text-box><text:p>Bij de kop.</text:p></draw:text-box></draw:frame></text:h>
</text:section><text:p>Voor <draw:frame><draw:text-box><text:p>In een kader
<draw:custom-shape><text:p>en een vorm</text:p></draw:custom-shape></text:p>
</draw:text-box></draw:frame>en na.<office:annotation><text:p>weg</text:p>
</office:annotation></text:p></text:section>
<text:p><draw:frame><draw:text-box><text:p><draw:frame><draw:image xlink:href="a.png"/></draw:frame>
Figuur 1</text:p></draw:text-box></draw:frame></text:p>
<table:table><table:table-column/><table:table-column/>
<table:table-row><table:table-cell><text:p>Naam</text:p></table:table-cell>
<table:table-cell><text:p>Plaats</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>
<table:table-cell><table:table><table:table-column/><table:table-row>
<table:table-cell><text:p>Gouda</text:p></table:table-cell></table:table-row>
</table:table></table:table-cell></table:table-row></table:table>
END
is_text shown.odt <<'END'
Los vak.

Inhoud

Kop 1

Kop

Bij de kop.

Voor en na.

In een kader

en een vorm

Figuur 1

Naam → Plaats
A → Gouda
END

t 'RTF has its letters, whatever stands in for them'
cat >letters.rtf <<'END'
{\rtf1\ansi\ansicpg1252\uc1 Bewoner\u8217's keuze \u8220?citaat\u8221? caf\u233\'e9,
{\uc2 \u8364EU}{\uc0\u8211 x}\b\u51?\b0  \u-10179?\u-8704?\u92\'5c\par}
END
is_text letters.rtf <<'END'
Bewoner’s keuze “citaat” café,€–x3 😀\
END

t 'RTF of word processors has its headings, notes, boxes, tables and links'
cat >office.rtf <<'END'
{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s1\b Heading 1;}{\s2\outlinelevel1 Kop;}}
\pard\plain\s1\ilvl0{\listtext\pard\plain 1\tab}\ls1 Kop een
\par\pard\plain\ls1\s2\outlinelevel1 Kop twee
\par\pard\plain\s0 Voor{\super\chftn{\*\footnote\chftn\pard\plain Een noot.}}
{\shp{\*\shpinst{\sp{\sn a}{\sv 2}}{\shptxt\pard In een vak.\par}}{\shprslt{weg}}}na.
\par\pard{\field{\*\fldinst HYPERLINK "mailto:ans@x.nl"}{\fldrslt Ans}}, 
{\field{\*\fldinst{ HYPERLINK "mailto:piet@x.nl" }}{\fldrslt{\ul piet@x.nl}}}
\par\pard\ls2 een\par\pard\ls2 twee
\par\trowd\cellx1\cellx2\pard\intbl A\cell B\cell\row
\trowd\cellx1\cellx2\pard\intbl c\cell d\cell\row\pard slot\par}
END
is_text office.rtf <<'END'
Kop een

Kop twee

Voorna.

Een noot.

In een vak.

Ans (ans@x.nl), piet@x.nl

- een
- twee

A → B
c → d

slot
END
reads office.rtf
marked 'Kop een' 'level 1'; marked 'Kop twee' 'level 2'
marked 'Een noot' 'furniture note'

t 'a long document takes little more memory than what pandoc gave'
mkdir -p data/converters
cat >data/converters/cat.yml <<'END'
programs: {/bin/cat: {gives: pandoc-json}}
formats: {a/json: {begins: ['{'], program: /bin/cat}}
END
python3 - long.dat <<'END'
import json, sys
word = {"t": "Str", "c": "woord"}
blocks = [{"t": "Para", "c": [word, {"t": "Space"}] * 100}] * 4000
with open(sys.argv[1], "w") as out:
    json.dump({"meta": {}, "blocks": blocks}, out, separators=(",", ":"))
END
case $CASEBOOK in
*/san-*) skip_test 'a sanitizer takes more' ;;
*)
	python3 - "$CASEBOOK" <<-'END' >peak 2>&1 || fault "$(cat peak)"
	import os, resource, subprocess, sys
	subprocess.run([sys.argv[1], "--data", "data", "text", "long.dat"],
	               check=True, stdout=subprocess.DEVNULL)
	peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
	size = os.path.getsize("long.dat") >> 20
	print(peak, "MiB for", size, "MiB of JSON")
	sys.exit(peak > 5 * size)
	END
	sed 's/^/# /' peak ;;
esac

t 'Markdown is read as people write it'
cat >people.md <<'END'
---
titel: Bank
contact:
  naam: Ans
  email: ans@x.nl
---
Tekst hier
# Kop direct
<!-- weg -->
Betrokken:
Gemeente
JSO

Zij deden:
- een punt
  dat doorloopt
- nog een
1. en twee

Eerst<br>dan<!-- weg --> zo

v. Dijk woont hier

+------+--------+
| Naam | Doel   |
+======+========+
| Ans  | lang   |
|      | genoeg |
+------+--------+
END
is_text people.md <<'END'
contact: email: ans@x.nl; naam: Ans
titel: Bank

Tekst hier

Kop direct

Betrokken:
Gemeente
JSO

Zij deden:

- een punt dat doorloopt
- nog een

1. en twee

Eerst
dan zo

v. Dijk woont hier

Naam → Doel
Ans → lang genoeg
END
reads people.md
marked 'contact:' 'front-matter contact.email | front-matter contact.naam'
marked 'Kop direct' 'level 1'

finish
