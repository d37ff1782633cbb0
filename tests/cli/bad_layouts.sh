# Layouts that are wrong (Y1 to Y19): file, line, column, and exit status 2; no
# report is read with them. Y11, patterns without end, is tried in full by
# tests/torture/P10-patterns.
. "$TOP/tests/cli/functions"

cp "$TOP/tests/golden/werkplaats-zeedorp.txt" good.txt
mkdir -p data/layouts
mine=data/layouts/mine.yml
run ingest good.txt
cp casebook.db before

# layout [EXPRESSION]: a layout that is right, changed by sed.
layout() {
	cat <<-'END' | sed "${1-}" >$mine
	layout: mine
	describes: a page
	language: nl
	recognise: { phrases: [Marktlui] }
	projects: { one: true, title: first-line, kind: proef }
	sections:
	  tekst: { headings: free, holds: themes 1 }
	END
}

# with_pattern PATTERN: the same, with a pattern in single quotes.
with_pattern() {
	layout
	printf "furniture: [{ pattern: '%s' }]\n" "$1" >>$mine
}

# refused PLACE WORDS: the layout is, there and so; nothing is read.
refused() {
	last="casebook --data data ingest good.txt: $1"
	timeout 10 "$CASEBOOK" --data data ingest good.txt >out 2>err </dev/null
	status=$?
	exits 2; prints_nothing; says "casebook: $mine$1"; says "$2"
	[ "$(grep -c '' err)" -le 4 ] || fault "$(wc -l <err) lines"
	cmp -s casebook.db before || fault 'the casebook changed'
}

t 'the layout itself is right'
layout
run --db mine.db --data data ingest --layout mine good.txt
exits 0; says '1 new'

t 'a fault of syntax is told with its place and what libyaml says (Y1)'
layout; echo 'x: [a' >>$mine
refused :9:1: "did not find expected ',' or ']'"
layout; printf '\tx: a\n' >>$mine
refused :8:1: 'found character that cannot start any token'

t 'bytes that are no text are told with their place (Y2)'
layout; printf 'x: \377\n' >>$mine
refused :8:4: 'invalid leading UTF-8 octet'
layout; printf 'x: a\000b\n' >>$mine
refused :8:5: 'control characters are not allowed'
layout; printf 'x: a\001b\n' >>$mine
refused :8:5: 'control characters are not allowed'

t 'what is nested deeper than 32 is refused at once (Y3)'
{ printf 'x: '; printf '[%.0s' $(seq 10000); } >$mine
refused :1:35: 'nested deeper than 32'
{ printf 'x:\n'; printf -- '- %.0s' $(seq 10000); echo a; } >$mine
refused :2:63: 'nested deeper than 32'
awk 'BEGIN { for (i = 0; i < 1000; i++) printf "%*sk:\n", i, "" }' >$mine
refused :33:33: 'nested deeper than 32'

t 'anchors, aliases and merge keys are refused (Y4)'
{
	echo 'a: &a [x, x, x, x, x, x, x, x, x]'
	echo 'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]'
	echo 'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]'
} >$mine
refused :1:4: 'anchors and aliases are not used in layouts'
echo 'x: &a [*a]' >$mine
refused :1:4: 'anchors and aliases are not used in layouts'
echo 'x: *x' >$mine
refused :1:4: 'anchors and aliases are not used in layouts'
layout; echo '<<: { a: b }' >>$mine
refused :8:1: 'anchors and aliases are not used in layouts'

t 'a key that is given twice is told with both places (Y5)'
layout; echo 'layout: other' >>$mine
refused :8:1: '"layout" given twice (first at line 1)'

t 'an unknown key is told with the nearest (Y6)'
layout 's/headings: free/headng: Doel/'
refused :7:12: 'unknown key "headng" in section; did you mean "heading"?'
layout; echo 'regels: x' >>$mine
refused :8:1: 'unknown key "regels" in layout; there is layout, '

t 'what is too large is refused (Y7)'
layout
{ printf 'x: '; head -c 20000000 /dev/zero | tr '\000' a; } >>$mine
refused : 'larger than the limit of 1 MiB'
layout; seq -f 'k%.0f: v' 60000 >>$mine
refused :9990 'larger than the limit of 20000 YAML events'
layout; seq -f 'k%.0f: v' 200000 >>$mine
refused : 'larger than the limit of 1 MiB'

t 'a layout is one mapping (Y8)'
{ layout; cat $mine; echo ---; cat $mine; } >two
mv two $mine
refused :8:1: 'one mapping expected, but a second document begins here'
for text in '' '- a' 'words' '# only'; do
	printf '%s\n' "$text" >$mine
	refused : 'one mapping expected'
done
: >$mine
refused :1:1: 'one mapping expected'

t 'tags are refused (Y9)'
for tag in '!!python\/object' '!!binary' '!x'; do
	layout "s/describes: /&$tag /"
	refused :2:12: 'a tag (!) is not used'
done

t 'a pattern that is wrong is told in the words of PCRE2, at its place (Y10)'
with_pattern '(?<a>'
refused :8:29: 'missing closing parenthesis at character 5'
with_pattern 'aé(b'
refused :8: 'missing closing parenthesis'
run layout check $mine
exits 2; says 'missing closing parenthesis'
grep -q '^ *| *^$' err || fault 'no caret'

t 'a pattern that takes too long is told with its place and the line (Y11)'
with_pattern '^(x+x+)+$'
{ sed '/^Proeven en praten$/q' good.txt
	head -c 100000 /dev/zero | tr '\000' x; echo !
	sed '1,/^Proeven en praten$/d' good.txt; } >hostile.txt
line=$(grep -n '^xxx' hostile.txt | sed 's/:.*//')
cp good.txt other.txt; echo 'Anders.' >>other.txt
run --db slow.db --data data ingest --layout mine hostile.txt other.txt
exits 1; says '1 new, 0 replaced, 0 unchanged, 1 refused'
says "hostile.txt:$line: error: the pattern \"^(x+x+)+\$\" at $mine:8 took too long"

t 'a pattern that is too large is refused, by which limit (Y12)'
with_pattern "$(printf '(%.0s' $(seq 251))a$(printf ')%.0s' $(seq 251))"
refused :8: 'parentheses are too deeply nested'
with_pattern '((a{1,1000}){1,1000}){1,10}'
refused :8: 'regular expression is too large'
with_pattern "$(head -c 65536 /dev/zero | tr '\000' a)"
refused :8: 'is longer than 4 KiB'
says '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"'

t 'what would undo the limits of a pattern is refused by name (Y13)'
with_pattern '\C'
refused :8: 'using \C is disabled'
with_pattern 'a(?C1)b'
refused :8: 'callouts (?C) may not be used'
for setting in NO_JIT LIMIT_MATCH=999999999 LIMIT_HEAP=1 'UTF)(*LIMIT_DEPTH=9'; do
	with_pattern "(*$setting)a"
	refused :8: 'settings such as (*NO_JIT) and (*LIMIT_MATCH=) may not be'
done
with_pattern '(a(?R)?b)'
run --db recursive.db --data data ingest --layout mine good.txt; exits 0

t 'a pattern that matches the empty text is refused (Y14)'
for pattern in 'a*' '' '(x|)' '^'; do
	with_pattern "$pattern"
	refused :8: ''
	grep -q 'matches nothing\|is empty' err || fault "$pattern: $(cat err)"
done

t 'a group that must be there is missed by name, and none comes twice (Y15)'
layout; echo "source: { published: '(\\d+)' }" >>$mine
refused :8: 'the pattern has no group "year"'
layout "s/title: first-line/title: { pattern: '^x' }/"
refused :5: 'the pattern has no group "title"'
with_pattern '(?<year>a)(?<year>b)'
refused :8: 'two named subpatterns have the same name'

t 'a layout that extends itself, or too many, is refused (Y16)'
layout 's/^describes.*/extends: mine/'
refused :2:10: 'the layouts extend each other in a circle'
layout 's/^describes.*/extends: other/'
sed 's/mine/other/; s/extends: other/extends: mine/' $mine \
	>data/layouts/other.yml
run --data data ingest good.txt
exits 2; says_lines 2; says "$mine:2:10: error: the layouts extend each other"
rm data/layouts/other.yml
for i in $(seq 1000); do
	printf 'layout: l%d\nextends: l%d\nrecognise: { phrases: [x] }\n' \
		"$i" "$((i + 1))" >data/layouts/l$i.yml
done
printf 'layout: l1001\nextends: kvds\nrecognise: { phrases: [x] }\n' \
	>data/layouts/l1001.yml
layout
run --data data ingest good.txt
exits 2; says 'in a circle, or more than 16 in a row'
rm data/layouts/l*.yml

t 'a path out of the data folder is no layout, and no key (Y17)'
for path in ../../etc/passwd /etc/passwd ../layouts/mine.yml; do
	layout "s|^describes.*|extends: $path|"
	refused :2:10: "no layout \"$path\" to extend"
	layout; echo "include: $path" >>$mine
	refused :8:1: 'unknown key "include"'
	run ingest --layout "$path" good.txt; exits 2; says 'no layout'
done
run vocabulary ../../etc/passwd; exits 2; prints_nothing

t 'two layouts of one name are told, with both files (Y18)'
layout
cp $mine data/layouts/other.yml
run --data data ingest good.txt
exits 2; says data/layouts/other.yml; says $mine; says 'one name'
layout 's/layout: mine/layout: kvds/'
rm data/layouts/other.yml
refused : 'a layout of this name is built in'

t 'of two layouts that fit the one that asks for more is taken, or none (Y18)'
layout
sed 's/layout: mine/layout: other/' $mine >data/layouts/other.yml
echo 'Een bord van de Marktlui.' >tie.txt
run --db tie.db --data data ingest tie.txt
exits 1; says 'tie.txt: error: the layouts "mine" ('; says "$mine"
says 'data/layouts/other.yml'; says 'fit equally well; choose one with --layout'
sed -i 's/\[Marktlui\]/[Marktlui, bord]/' data/layouts/other.yml
run --db tie.db --data data ingest tie.txt; exits 0
run --db tie.db sql 'SELECT layout FROM sources' --csv; prints_line other
rm data/layouts/other.yml

t 'a report that no layout fits is told what each of them missed (Y18)'
echo 'Een brief over iets anders.' >brief.txt
run --db none.db --data data ingest brief.txt
exits 1; says 'no headings of any layout are in it'
says 'layout mine: not found: the words "Marktlui"'
says 'layout kvds: not found: the heading "Opdrachtgever(s)"'

t 'a repair that repairs nothing, or another one, is refused (Y19)'
layout; echo "repairs: [{ in: tekst, from: '', to: b, because: x }]" >>$mine
refused :8: 'repairs nothing'
layout; echo 'repairs: [{ in: tekst, from: a, to: a, because: x }]' >>$mine
refused :8: 'repairs nothing'
layout
cat >>$mine <<'END'
repairs:
  - { in: tekst, from: a, to: b, because: x }
  - { in: tekst, from: b, to: a, because: x }
END
refused :10: 'repair each other'

finish
