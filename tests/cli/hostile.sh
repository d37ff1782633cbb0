# Documents that mean no good, or that have come to harm (V15 to V17): each has
# its exit status and its message, nothing hangs, and the good report beside it
# comes in.
. "$TOP/tests/cli/functions"

if ! command -v pandoc >/dev/null || ! command -v pdftotext >/dev/null; then
	echo '1..0 # SKIP no pandoc or pdftotext here'
	exit 77
fi
cp "$TOP/tests/golden/werkplaats-zeedorp.txt" good.txt
# Of the built-in limits only the time is lowered, so that the tests are fast.
mkdir -p fast/converters
cat >fast/converters/fast.yml <<'END_OF_YAML'
programs:
  pdftotext: {processor: 1}
  pandoc: {processor: 4}
END_OF_YAML
make_files() {
	python3 "$TOP/tests/support/hostile.py" "$@"
}

# harms FILE STATUS WORDS: ingested beside a good report, it comes to this.
harms() {
	[ -e "$1" ] || make_files "$1"
	rm -f casebook.db
	last="casebook ingest $1 good.txt"
	timeout -k 1 30 "$CASEBOOK" --data fast ingest "$1" good.txt \
		>out 2>err </dev/null
	status=$?
	exits "$2"; says "$3"; says "$1: error: "
	[ "$(grep -c "$1: " err)" = 1 ] || fault "$last: not one message"
	holds 1
}

# reads FILE WORDS: it is read, and these words are seen.
reads() {
	[ -e "$1" ] || make_files "$1"
	run --data fast text "$1"
	exits 0; prints "$2"
}

t 'a PDF that is closed, cut, random or lies is refused in its reader'\''s words (V15)'
reads fine.pdf 'Bewoners beslissen mee.'
harms encrypted.pdf 1 'pdftotext failed with exit status 1: "Command Line Error: Incorrect password"'
harms cut.pdf 1 'pdftotext failed with exit status 1: "Syntax Error'
harms random.pdf 1 'pdftotext failed with exit status 1: "Syntax '
harms count.pdf 1 'pdftotext failed with exit status 99: "Syntax Error: Page count (2147483647)'
harms huge.pdf 1 'no text: pdftotext produced no text'
harms loop.pdf 1 'no text: pdftotext produced no text: "Syntax Error: Loop in Pages tree"'

t 'a reader that is not there names its package (V1)'
last='casebook ingest without pdftotext'
PATH=/nowhere "$CASEBOOK" --db none.db ingest fine.pdf good.txt >out 2>err
status=$?
exits 3; says 'fine.pdf: error: pdftotext not found; install poppler-utils, or convert to text first (this is a PDF; apt install poppler-utils)'
last='casebook ingest without pandoc'
make_files fine.docx
PATH=/nowhere "$CASEBOOK" --db none.db ingest fine.docx good.txt >out 2>err
status=$?
exits 3; says 'pandoc not found; install pandoc, or convert to text first'

t 'a PDF of pictures only asks whether it is a scan (V15)'
harms pictures.pdf 1 'no text: pdftotext produced no text; is it a scan? make its text first: ocrmypdf'

t 'a PDF that burns the processor is stopped (V6)'
harms forms.pdf 1 'pdftotext took longer than 1 s of the processor'

t 'a DOCX that is rubbish, cut or of 64 bits is refused (V16)'
reads fine.docx 'Bewoners beslissen mee.'
harms rubbish.docx 1 'named .docx but does not look like a Word document (DOCX); is it damaged'
harms cut.docx 1 'named .docx but does not look like a Word document (DOCX); is it damaged'
harms zip64.docx 1 'pandoc failed with exit status 63: "couldn'\''t unpack docx container'

t 'a DOCX that multiplies its words is refused (V16)'
harms bomb.docx 1 'pandoc failed with exit status 63'
harms large.docx 1 'pandoc needed more than 512 MiB of memory (casebook-converters(5) tells how to allow more): "pandoc: Heap exhausted;"'

t 'a DOCX that names files reads and writes none (V16)'
echo secret-of-the-canary >canary
chmod 644 canary
make_files xxe.docx "$PWD/canary"
harms xxe.docx 1 'pandoc failed with exit status 63'
! grep -qa secret-of-the-canary casebook.db out err ||
	fault 'the canary was read'
reads slip.docx 'Bewoners beslissen mee.'
[ ! -e ../slipped ] && [ ! -e ../../slipped ] && [ ! -e /tmp/slipped ] ||
	fault 'a file was written'

t 'HTML of 50 000 divisions in each other is refused, by whom it reaches first (V17)'
harms deep.html 1 'deep.html: error: pandoc '
make_files deep.html
timeout -k 1 30 "$CASEBOOK" --data fast text deep.html >out 2>err
grep -qE 'took longer than|needed more than|nested too deeply' err ||
	fault "$(cat err)"

t 'HTML that lies about its characters is read as what it is (V17)'
printf '<!DOCTYPE html><meta charset="iso-8859-1"><p>Caf\303\251 één</p>' >lie.html
reads lie.html 'Café één'
printf '<!DOCTYPE html><meta charset="utf-8"><p>Caf\351</p>' >lie2.html
reads lie2.html 'Café'
printf '<!DOCTYPE html><meta charset="no-such"><p>Caf\303\251</p>' >lie3.html
reads lie3.html 'Café'

t 'HTML that names other files and addresses fetches none of them (V17)'
python3 "$TOP/tests/support/hostile.py" --listen >heard &
listener=$!
while [ ! -s heard ]; do sleep 0.05; done
at=http://127.0.0.1:$(cat heard)
cat >fetch.html <<E
<!DOCTYPE html><html><head><title>T</title>
<base href="$at/">
<link rel="stylesheet" href="$at/style.css">
<link rel="stylesheet" href="file://$PWD/canary">
<script src="$at/script.js"></script></head><body>
<p>Bewoners beslissen mee.</p>
<iframe src="$at/frame.html"></iframe>
<iframe src="file://$PWD/canary"></iframe>
<iframe src="$PWD/canary"></iframe>
<img src="$at/picture.png"><img src="file://$PWD/canary">
<object data="$at/object"></object><embed src="$at/embedded">
<video src="$at/film"></video><audio src="$at/sound"></audio>
</body></html>
E
# By its own network, and, where the kernel gives none, by its other walls.
for prefix in env "$TOP/tests/support/without namespaces"; do
	last="$prefix casebook text fetch.html"
	timeout -k 1 30 $prefix "$CASEBOOK" text fetch.html >out 2>err
	status=$?
	exits 0; prints 'Bewoners beslissen mee.'
	! grep -q secret-of-the-canary out err || fault 'the canary was read'
done
python3 -c 'import socket, sys
s = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
s.send(b"end\n")' "${at##*:}"
wait "$listener"
[ "$(tail -n 1 heard)" = 0 ] || fault "$(tail -n 1 heard) connections"

t 'Markdown that includes files and addresses fetches none of them'
printf '# Kop\n\n![](%s/x.png)\n![](%s)\n\n```{include="%s"}\n```\n\nTekst.\n' \
	http://127.0.0.1:1 "$PWD/canary" "$PWD/canary" >fetch.md
reads fetch.md 'Tekst.'
! grep -q secret-of-the-canary out || fault 'the canary was read'

finish
