# Reading reports into a casebook, again and again, and out of it.
. "$TOP/tests/cli/functions"

mkdir reports
cp "$REPORTS"/*.txt reports

t 'ingesting what has not changed changes not a byte'
run ingest reports; exits 0; says '5 new'
cp casebook.db before
run ingest reports; exits 0; says '5 unchanged'
touch reports/*.txt
run ingest reports; exits 0; says '5 unchanged'
cmp -s casebook.db before || fault 'other bytes'
[ "$(ls -d casebook.db*)" = casebook.db ] || fault 'files beside it'

t 'the order in which reports are named makes no difference'
run --db other.db ingest reports/w*.txt reports/[a-v]*.txt; exits 0
run export -o a; run --db other.db export -o b
diff -r a b >/dev/null || fault 'other exports'

t 'any number of jobs makes the same casebook and messages'
mkdir several
for i in $(seq 1 30); do
	sed "s/FNO Fieldlab Tilburg/Fieldlab $i/" \
		"$REPORTS/fno-fieldlab-tilburg.txt" >several/f$i.txt
done
cp several/f7.txt several/g7.txt
echo 'Een brief over iets anders.' >several/f12.txt
for jobs in 1 2 7; do
	run --db jobs$jobs.db ingest --jobs $jobs several; exits 1
	says '29 new'; says 'same content'; says '1 refused'
	cp err err$jobs
	cmp -s jobs1.db jobs$jobs.db || fault "another casebook by $jobs jobs"
	cmp -s err1 err$jobs || fault "other messages by $jobs jobs"
done
for jobs in 0 65 2x; do
	run --db none.db ingest --jobs $jobs several; exits 2
	says 'not a number of jobs from 1 to 64'
done

t 'any limit of memory makes a casebook of the same facts'
run --db jobs1.db export -o usual
for memory in 64 65 13000 1048576; do
	run --db m$memory.db ingest --memory $memory several; exits 1
	says '29 new'
	run --db m$memory.db export -o m$memory; exits 0
	diff -r usual m$memory >/dev/null || fault "other facts in $memory MiB"
	run --db m$memory.db search fieldlab --count; cp out m
	run --db jobs1.db search fieldlab --count; cmp -s out m || fault 'hits'
done
for memory in 0 63 64x 99999999; do
	run --db none.db ingest --memory "$memory" several; exits 2
	says 'not a number of MiB from 64'
done

t 'a file named twice is read once'
run --db twice.db ingest reports reports/groenlab-schiedam.txt ./reports
exits 0; says '5 new'

t 'a changed file takes the place of the old one and says so'
echo 'Nog een regel.' >>reports/groenlab-schiedam.txt
run ingest reports; exits 0
says 'groenlab-schiedam.txt: has changed'; says '1 replaced, 4 unchanged'

t 'a dry run writes nothing'
cp casebook.db before
echo 'En nog een.' >>reports/groenlab-schiedam.txt
run ingest --dry-run reports; exits 0; says '1 replaced'; says 'dry run'
cmp -s casebook.db before || fault 'other bytes'
run --db dry.db ingest -n reports; exits 0; says '5 new'
[ ! -e dry.db ] || fault 'a casebook was made'

t 'the same content under another name is skipped'
cp reports/groenlab-schiedam.txt lab.txt
run ingest reports lab.txt; exits 0; says 'same content as'
holds 5

t 'two files of one name are refused, and the others go in'
mkdir more
echo 'Anders.' | cat reports/groenlab-schiedam.txt - \
	>more/groenlab-schiedam.txt
run --db clash.db ingest reports more; exits 1
says 'would be the source "groenlab-schiedam"'; says '--as NAME'
says '4 new'

t 'a source can be named'
run --db clash.db ingest --as lab more; exits 0; says '1 new'
run --db clash.db ingest --as lab reports; exits 2; says '--as names one'

t '--force reads again'
run ingest --force reports; exits 0; says '5 replaced'

t 'a file that no layout fits is refused, and the others go in'
mkdir mixed
echo 'Een brief over iets anders.' >mixed/brief.txt
cp reports/innovatielab-zwolle.txt mixed
run --db mixed.db ingest mixed; exits 1; says 'mixed/brief.txt'
says '1 new, 0 replaced, 0 unchanged, 1 refused'

t 'a source can be removed'
run remove groenlab-schied; exits 1; says 'did you mean groenlab-schiedam?'
run remove groenlab-schiedam; exits 0; says '1 source removed'
holds 4

t 'rebuild makes the same facts again'
run export -o c; run rebuild; exits 0; says '4 replaced'
run export -o d
diff -r c d >/dev/null || fault 'other exports'

t 'rebuild without a casebook makes none'
run --db none.db rebuild; exits 3; [ ! -e none.db ] || fault 'it made one'

t 'a file of a stored source replaces it, and the same one of a new name waits'
mkdir both
cp "$REPORTS"/groenlab-schiedam.txt both
run --db both.db ingest both; exits 0
echo 'Nog een regel.' >>both/groenlab-schiedam.txt
cp both/groenlab-schiedam.txt both/aanloop.txt
run --db both.db ingest both; exits 0
says 'aanloop.txt: skipped: it has the same content as'
says '"both/groenlab-schiedam.txt"'; says '1 replaced, 1 unchanged'
run --db both.db sql "SELECT source FROM sources" --csv
prints_lines 2; prints_line groenlab-schiedam

t 'a dry run refuses what the real run refuses, and counts as it does'
mkdir key
cp "$REPORTS"/jso-43-proeftuinen.txt both
run --db both.db ingest both; exits 0; says '1 new'
{ cat both/jso-43-proeftuinen.txt; echo 'Anders.'; } >key/ander.txt
run --db both.db ingest -n key; exits 1; says 'is held by source'
says '0 new, 0 replaced, 0 unchanged, 1 refused'
mv err dry
run --db both.db ingest key; exits 1; says 'is held by source'
[ "$(head -1 err)" = "$(head -1 dry)" ] || fault 'another message'
run --db both.db ingest both
said=$(sed 's/ refused.*//' err)
run --db both.db ingest -n both
[ "$(sed 's/ refused.*//' err)" = "$said" ] || fault "not as \"$said\""

t 'a project key that is taken is told with its place in the report'
line=$(run --db both.db sql "SELECT line FROM passages WHERE project = 'kvds-01'
	ORDER BY offset LIMIT 1" --csv; tail -1 out | tr -d '\r')
run --db both.db ingest key; exits 1; says "key/ander.txt:$line: error"

t 'a file that moved is found again by its new path'
mkdir moved
mv both/groenlab-schiedam.txt moved
run --db both.db ingest moved; exits 0; says '1 unchanged'
run --db both.db sql 'SELECT path FROM sources' --csv
prints_line moved/groenlab-schiedam.txt

t 'a name that no source can have is refused'
long=$(printf '%0101d' 7)
for name in . .. a/b "$(printf 'a\tb')" "$long"; do
	run --db as.db ingest --as "$name" moved; exits 2; says 'the name'
done
run --db as.db ingest --as '' moved; exits 2; says 'empty'
run --db as.db ingest --as "${long#0}" moved; exits 0
cp moved/groenlab-schiedam.txt "$long.txt"
run --db stem.db ingest "$long.txt"; exits 1
says 'is longer than 100 bytes; give it another with --as NAME'

t 'a full disk is told with what is in and how to go on'
mkdir full
i=0
while [ $i -lt 40 ]; do
	i=$((i + 1))
	{ cat "$REPORTS"/groenlab-schiedam.txt; echo "Versie $i."; } \
		>full/lab$i.txt
done
run --db full.db ingest full/lab1.txt; exits 0
size=$(($(wc -c <full.db) / 512))
(
	ulimit -f $((size + 600))
	"$CASEBOOK" --db full.db ingest full >out 2>err
	echo $? >status
)
status=$(cat status) last='casebook ingest, on a full disk'
exits 3; says 'no space'; says 'stopped; '; says 'run again to go on'
in=$(sed -n 's/.*stopped; \([0-9]*\) of 40 .*/\1/p' err)
run --db full.db sql 'SELECT count(*) AS n FROM sources' --csv
prints_line "$in"
run --db full.db ingest full; exits 0; says '40 sources'
[ "$(ls -d full.db*)" = full.db ] || fault 'files beside it'

t 'two ingests at once lose nothing'
"$CASEBOOK" --db two.db ingest reports >out 2>err &
first=$!
run --db two.db ingest reports; exits 0
wait $first || fault 'the other one failed'
run --db two.db sql 'SELECT count(*) AS n FROM projects' --csv
prints_line 47
[ "$(od -An -tx1 -j18 -N1 two.db)" = ' 01' ] || fault 'the log is still on'
[ "$(ls -A | grep two.db)" = two.db ] || fault 'files beside it'

t 'an interrupted ingest keeps what is in and can go on'
mkdir many
i=0
while [ $i -lt 1500 ]; do
	i=$((i + 1))
	{ cat reports/groenlab-schiedam.txt; echo "Versie $i."; } >many/lab$i.txt
done
"$CASEBOOK" --db int.db ingest many >out 2>err &
child=$!
sleep 0.3
kill -TERM $child
wait $child
status=$? last='casebook ingest many, stopped'
if [ $status = 0 ]; then
	skip_test 'it was done before it could be stopped'
else
	exits 143; says 'interrupted; '; says 'run again to go on'
	in=$(sed -n 's/.*interrupted; \([0-9]*\) of.*/\1/p' err)
	run --db int.db sql 'SELECT count(*) AS n FROM sources' --csv
	[ "$in" = 0 ] || prints_line "$in"
	run --db int.db ingest many; exits 0; says '1500 sources'
fi

finish
