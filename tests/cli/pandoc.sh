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
	cat >expected
	run text "$1"
	exits 0
	sed 's/^ *[0-9]*\( *\)/\1/; s/^  //' out >text
	cmp -s expected text || fault "$1: other text: $(cat text)"
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

finish
