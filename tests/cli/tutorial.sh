# casebook-tutorial(7): its commands, one after the other, print what stands
# below them there. Lines are folded in the page, so white space is not compared.
. "$TOP/tests/cli/functions"

page=$TOP/data/man/casebook-tutorial.7

# The page's literal blocks in the form of the README's: four blanks before each
# line, and a line of text between two blocks.
mkdir work
cp -R "$TOP/data" work/data
{
	echo start
	echo
	echo "    \$ cp -R data/tutorial tutorial"
	echo
	sed -n '/^\.Bd -literal/,/^\.Ed/p' "$page" |
		sed 's/\\(aq/'"'"'/g;s/\\(ha/^/g;s/\\(ga/`/g;s/\\(ti/~/g;s/\\&//g;s/\\e/\\/g' |
		sed '/^\.Bd/d;s/^\.Ed$//;/^[^.]/s/^/    /'
} >work/page

t 'every command of the tutorial prints what stands below it'
"$TOP/tests/support/readme" "$CASEBOOK" work/page >anew 2>err ||
	fault 'the tutorial cannot be run'
for file in work/page anew; do
	tr -s ' \n\r' '\n' <"$file" >"${file##*/}.words"
done
cmp -s page.words anew.words || fault "$(diff work/page anew)"

t 'it goes from first look to CSV'
for verb in text 'layout new' 'layout check' '\(--data mine \)*layout test' \
	'.* ingest' '.* check' '.* export'; do
	grep -q "^    \\\$ casebook $verb" work/page || fault "no $verb"
done

t 'of the invented series every fact is read by the layout that lies beside it'
run --db t.db ingest --data "$TOP/data/tutorial" \
	"$TOP/data/tutorial/straattafels.txt"
exits 0
run --db t.db sql 'SELECT count(*) AS n FROM projects' --csv
prints_line 5
run --db t.db sql "SELECT sum(value) AS n FROM fields
	WHERE field = 'inwoners'" --csv
prints_line 5625

finish
