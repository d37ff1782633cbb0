# What a file is: known by its content, whatever its name, and told what to do
# with it when it is of a kind that is not read.
. "$TOP/tests/cli/functions"
make_files() {
	python3 "$TOP/tests/support/hostile.py" "$@"
}

# tells FILE WORDS: it is refused with these words.
tells() {
	run text "$1"
	exits 1; prints_nothing; says "$1: error: $2"; says_lines 1
}

t 'a kind that is not read says what to save it as'
make_files sheet.xlsx slides.pptx sheet.ods slides.odp plain.zip
tells sheet.xlsx 'looks like a spreadsheet (XLSX), which is not read; save it as PDF'
tells slides.pptx 'looks like a presentation (PPTX)'
tells sheet.ods 'looks like a spreadsheet (ODS)'
tells slides.odp 'looks like a presentation (ODP)'
tells plain.zip 'looks like a zip archive, which is not read; unpack it'
cp plain.zip plain.docx
tells plain.docx 'named .docx but looks like a zip archive'
printf '\320\317\021\340\241\261\032\341old' >old.doc
tells old.doc 'looks like an old Office file (DOC, XLS, PPT), or one closed with a password, which is not read; save it as DOCX'
says 'casebook-converters(5)'
cp old.doc closed.docx
tells closed.docx 'named .docx but looks like an old Office file'
printf 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\nx' >page.mht
tells page.mht 'looks like a web page saved in one file (MHTML), which is not read; open it in a browser'
cp page.mht page.txt
tells page.txt 'named .txt but looks like a web page saved in one file'
printf '<?xml version="1.0"?>\n<office:document xmlns:office="x"/>' >flat.fodt
tells flat.fodt 'looks like a flat OpenDocument file (FODT), which is not read; save it as ODT'
printf '<?xml version="1.0"?>\n<!-- x -->\n<svg></svg>' >drawing
tells drawing 'looks like a picture (SVG)'
printf 'PK\003\004cut off' >cut
tells cut 'looks like a damaged zip archive'

t 'a tag is known by its whole name'
printf '<header>\n\nKop\n' >kop.txt
run text kop.txt
exits 0; prints '<header>'
printf '<head>\n' >hoofd.txt
tells hoofd.txt 'named .txt but looks like HTML'
printf '<HTML-x>\n' >eigen.txt
run text eigen.txt; exits 0

t 'plain text in UTF-16 says how to convert it'
printf '\377\376a\0b\0' >wide.txt
tells wide.txt 'UTF-16, not UTF-8'
printf '\376\377\0<\0p\0>' >wide.md
tells wide.md 'UTF-16, not UTF-8'

if ! command -v pandoc >/dev/null || ! command -v pdftotext >/dev/null; then
	t 'what others make'
	skip_test 'no pandoc or pdftotext here'
	finish
	exit
fi

t 'a Word document may hold its text in another part'
make_files word-online.docx
run text word-online.docx
exits 0; prints 'Bewoners beslissen mee.'

t 'a PDF may have a letter before it, when its name says that it is one'
make_files mail.pdf
run text mail.pdf
exits 0; prints 'Bewoners beslissen mee.'
cp mail.pdf mail.txt
run text mail.txt
exits 0; prints '%PDF-1.4'
{ head -c 1100 /dev/zero | tr '\0' ' '; cat mail.pdf; } >far.pdf
tells far.pdf 'named .pdf but does not look like a PDF'

t 'a web page may be in UTF-16, either way round, with its mark'
page='<!DOCTYPE html><meta charset=utf-16><p>Café — 𝄞 één</p>'
printf '%s' "$page" | iconv -f UTF-8 -t UTF-16 >wide.html
printf '\376\377' >other.html
printf '%s' "$page" | iconv -f UTF-8 -t UTF-16BE >>other.html
for file in wide.html other.html; do
	run text "$file"
	exits 0; prints 'Café — 𝄞 één'
done
printf '\377\376<\0p\0>\0a\0' >fragment.html
run text fragment.html
exits 0; prints a
printf '\377\376<\0p\0>\0\0\330a\0' >broken.html
run text broken.html
exits 1

finish
