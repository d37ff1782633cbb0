# Extracting everything again.
. "$TOP/tests/cli/functions"

t 'rebuild of a casebook of some size waits for nobody'
mkdir many
i=0
while [ $i -lt 600 ]; do
	i=$((i + 1))
	{ cat "$REPORTS"/groenlab-schiedam.txt; echo "Versie $i."; } \
		>many/lab$i.txt
done
began=$(date +%s%N)
run ingest many; exits 0
alone=$((($(date +%s%N) - began) / 1000000))
[ "$(wc -c <casebook.db)" -gt 4000000 ] || fault 'too small a casebook'
run export -o a
began=$(date +%s%N)
run rebuild; exits 0; says '600 replaced'
took=$((($(date +%s%N) - began) / 1000000))
# A wait for a lock is given up after five seconds.
[ "$took" -lt $((alone + 4500)) ] || fault "it took $took ms, ingest $alone ms"
run export -o b
diff -r a b >/dev/null || fault 'other exports'
[ "$(ls -d casebook.db*)" = casebook.db ] || fault 'files beside it'

t 'rebuild puts right what a cut-off write left'
if ! command -v sqlite3 >/dev/null; then
	skip_test 'there is no sqlite3 to leave a journal with'
else
	run --db whole.db ingest "$REPORTS"
	run --db whole.db export -o c
	sqlite3 whole.db 'PRAGMA cache_size = 1' 'BEGIN' \
		"UPDATE passage SET text = text || 'x'" \
		'.shell cp whole.db hot.db; cp whole.db-journal hot.db-journal'
	run --db hot.db list; exits 3; says 'a write was cut off here'
	run --db hot.db rebuild; exits 0; says '5 replaced'
	run --db hot.db export -o d
	diff -r c d >/dev/null || fault 'other exports'
fi

t 'rebuild without the layout of a source asks for --data'
mkdir -p data/layouts
sed 's/^layout: .*/layout: eigen/' "$TOP"/data/layouts/kennisland-case.yml \
	>data/layouts/eigen.yml
run --db own.db --data data ingest --layout eigen \
	"$REPORTS"/groenlab-schiedam.txt; exits 0
run --db own.db rebuild; exits 1
says 'no layout "eigen"'; says 'is --data missing?'; says 'nothing was changed'
run --db own.db --data data rebuild; exits 0

finish
