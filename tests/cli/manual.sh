# The manual: it names what the program knows, all of it and nothing else, and
# its examples work.
. "$TOP/tests/cli/functions"

if ! command -v mandoc >/dev/null; then
	echo '1..0 # SKIP mandoc is not here'
	exit 77
fi

# Each page on lines so long that no word is broken, without bold and such.
for page in "$TOP"/data/man/*.[0-9]; do
	mandoc -T utf8 -O width=999 "$page" 2>/dev/null | sed 's/.\x08//g' \
		>"${page##*/}.txt"
done
cat ./*.[0-9].txt >manual

"$CASEBOOK" help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p' >commands
while read -r command; do
	"$CASEBOOK" complete -- "$command" -- | cut -f 1
done <commands | sort -u >options

# lacks_no WHAT PAGE: each line of the file `wanted` is a word of the page.
lacks_no() {
	[ -s wanted ] || fault "no $1 to look for"
	while read -r word; do
		grep -qE -e "(^|[^a-z-])$word([^a-z-]|\$)" "$2" ||
			fault "$2 names no $1 $word"
	done <wanted
}

t 'a page is right mdoc'
for page in "$TOP"/data/man/*.[0-9]; do
	mandoc -T lint "$page" 2>/dev/null | grep -v 'referenced manual not found' >lint
	[ ! -s lint ] || fault "$(cat lint)"
done

t 'a page is at most 80 columns wide'
for page in "$TOP"/data/man/*.[0-9]; do
	mandoc -T utf8 -O width=78 "$page" | sed 's/.\x08//g' |
		grep -E '^.{81}' >wide
	[ ! -s wide ] || fault "${page##*/}: $(head -1 wide)"
done

t 'casebook(1) names every command and every option'
cp commands wanted; lacks_no command casebook.1.txt
cp options wanted; lacks_no option manual

t 'casebook(1) tells of every command under COMMANDS'
while read -r command; do
	grep -q "^\.It Ic $command\b" "$TOP/data/man/casebook.1" ||
		fault "nothing of $command"
done <commands

t 'the pages name every report, view and format'
"$CASEBOOK" complete -- report '' | cut -f 1 >wanted
lacks_no report casebook-report.1.txt
"$CASEBOOK" complete -- export '' | cut -f 1 >wanted
lacks_no view casebook-schema.5.txt
"$CASEBOOK" complete -- --format '' | cut -f 1 >wanted
lacks_no format casebook.1.txt
"$CASEBOOK" complete -- export --format '' | cut -f 1 >wanted
lacks_no format casebook-export.1.txt

t 'no page names an option that does not exist'
grep -oE -e '(^|[^a-z-])--[a-z][a-z-]*' manual | sed 's/^[^-]//' |
	sed 's/^--not-\([a-z]\)/--\1/;/^--not-$/d;/^--name$/d' | sort -u >named
comm -23 named options >out
[ ! -s out ] || fault "unknown: $(tr '\n' ' ' <out)"

t 'no page names a command that does not exist'
{
	sed -n 's/^\.\(It \)*Ic \(casebook \)*\([a-z][a-z]*\).*/\3/p' \
		"$TOP"/data/man/casebook*.1
	grep -oE '^ {11,}casebook [a-z]+' manual | sed 's/.* //'
} | sort -u >named
sort commands | comm -23 named - >out
[ ! -s out ] || fault "unknown: $(tr '\n' ' ' <out)"

t 'help of each command points to a page that is there'
while read -r command; do
	run help "$command"
	page=$(sed -n 's/^The manual: \(.*\)(\([0-9]\))\.$/\1.\2/p' out)
	[ -f "$TOP/data/man/${page:-none}" ] || fault "$command: \"$page\""
done <commands

t 'a page refers to pages that are there, or to those of other programs'
sed -n 's/^\.Xr \([a-z-]*\) \([0-9]\).*/\1.\2/p' "$TOP"/data/man/*.[0-9] |
	sort -u | grep '^casebook' >named
while read -r page; do
	[ -f "$TOP/data/man/$page" ] || fault "no page $page"
done <named

t 'every value that the program codes stands in casebook-codebook(7)'
sed -n '/^codes:/,$p' "$TOP/data/labels/codes.yml" |
	sed -n '/^  theme:/,/^  [a-su-z]/s/^      \([a-z-]*\):.*/\1/p' >wanted
lacks_no theme casebook-codebook.7.txt
printf '%s\n' geen informeren raadplegen adviseren coproduceren \
	meebeslissen zelfbeheer toegepast deels beoogd niet eerste tweede \
	eind enkel opdrachtgever partner initiatiefnemer >wanted
lacks_no value casebook-codebook.7.txt

t 'casebook-layout(5) tells of every vocabulary'
for file in "$TOP"/data/vocabulary/*.yml; do
	grep -q "^\.It Em $(basename "$file" .yml)\$" \
		"$TOP/data/man/casebook-layout.5" || fault "not of $file"
done

t 'a page of commands names all that only they take'
"$CASEBOOK" complete -- list -- | cut -f 1 | sort >common
for page in search report export correct "evaluate agree diff"; do
	for command in $page; do
		"$CASEBOOK" complete -- "$command" -- | cut -f 1
	done | sort -u | comm -23 - common >wanted
	[ ! -s wanted ] || lacks_no option "casebook-${page%% *}.1.txt"
done

# What stands in a literal block of EXAMPLES and begins with "casebook", one
# command a line; the reader's own files are the sample's.
examples() {
	sed -n '/^\.Sh EXAMPLES/,/^\.Sh [^E]/p' "$1" |
		sed -n '/^\.Bd -literal/,/^\.Ed/p' | sed '/^\.[A-Z]/d' |
		sed 's/\\(aq/'"'"'/g;s/\\(dq/"/g;s/\\(ha/^/g;s/\\e$/\\/;s/\\e/\\/g;s/\\&//g'
}

t 'the examples work, one after the other'
mkdir bin work
ln -s "$CASEBOOK" bin/casebook
cp -R "$REPORTS" work/reports
for page in "$TOP"/data/man/casebook*.1 "$TOP"/data/man/*codebook.7; do
	examples "$page" >"examples-${page##*/}"
	[ -s "examples-${page##*/}" ] || fault "none in ${page##*/}"
	rm -f work/casebook.db
	(cd work && PATH=$OLDPWD/bin:$PATH && export PATH &&
		casebook ingest reports && sh -e -x "../examples-${page##*/}"
	) >out 2>err </dev/null || fault "${page##*/}: $(tail -3 err)"
done

t 'casebook-converters(5) tells of every key of a file of converters'
sed -n 's/^#   \([a-z][a-z-]*\)\(, \([a-z]*\)\)\{0,1\}  .*/\1 \3/p' \
	"$TOP/data/converters.yml" | tr ' ' '\n' | sed '/^$/d' >wanted
grep -o '"[a-z][a-z-]*",' "$TOP/src/convert/formats.c" | tr -d '",' |
	sort -u >>wanted
[ "$(wc -l <wanted)" -gt 40 ] || fault 'too few keys'
while read -r key; do
	grep -qE "^\.(It )?Cm $key( ,)?\$" "$TOP/data/man/casebook-converters.5" ||
		fault "nothing of $key"
done <wanted

t 'the converters that casebook-converters(5) shows are right'
examples "$TOP/data/man/casebook-converters.5" >shown
mkdir -p shown.d/converters
sed '/^programs:$/,$!d;/pandoc:/,$d' shown | sed '$d' \
	>shown.d/converters/catdoc.yml
{ echo programs:; grep 'pandoc:' shown; } >shown.d/converters/pandoc.yml
printf '\320\317\021\340\241\261\032\341' >old.doc
last='casebook text old.doc'
PATH=/nowhere "$CASEBOOK" --data shown.d text old.doc >out 2>err
status=$?
exits 3; says 'catdoc not found; install catdoc, or convert to text first'
says 'this is an old Word document (DOC)'; says_lines 1

t 'the layout that casebook-layout(5) shows whole is right'
examples "$TOP/data/man/casebook-layout.5" | sed -n '/^layout:/,$p' >whole.yml
run layout check whole.yml
exits 0

finish
