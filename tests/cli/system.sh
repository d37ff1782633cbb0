# What the system refuses, or would keep: one clear line, the right exit status,
# and nothing lost. How every call of it may fail is tried by make torture.
. "$TOP/tests/cli/functions"

run ingest "$REPORTS"
cp casebook.db before

# The casebook is what it was.
unharmed() {
	cmp -s casebook.db before || fault 'the casebook changed'
}

t 'a casebook that is not there is told, and not made'
run --db nosuch.db list
exits 3; prints_nothing; says 'nosuch.db'; says 'casebook ingest'
[ ! -e nosuch.db ] || fault 'a reading command made a file'

t 'a full disk is told, and leaves no half casebook'
last='casebook ingest with a limit of size'
(ulimit -f 16; exec "$CASEBOOK" --db full.db ingest "$REPORTS") >out 2>err
status=$?
exits 3; says 'full.db'
[ ! -e full.db ] || fault 'a casebook was left'

t 'its reason is told, whatever was printed last'
for call in 'check' 'diff old.db' 'export passages' 'list --csv'; do
	last="casebook $call >/dev/full"
	cp casebook.db old.db
	"$CASEBOOK" --db old.db remove groenlab-schiedam 2>err
	"$CASEBOOK" $call >/dev/full 2>err
	status=$?
	exits 3; says 'cannot write standard output: No space left on device'
done

t 'a closed standard output is told'
last='casebook list >&-'
"$CASEBOOK" list >&- 2>err
status=$?
exits 3; unharmed

t 'no core file is written of what was read'
if [ -r /proc/self/limits ]; then
	mkfifo asked
	"$CASEBOOK" sql - <asked >out 2>err &
	exec 3>asked
	i=0
	until grep -q '^Max core file size *0 *0 ' /proc/$!/limits; do
		i=$((i + 1))
		[ $i -lt 50 ] || { fault 'core files may be written'; break; }
		sleep 0.1
	done
	echo 'SELECT 1' >&3
	exec 3>&-
	wait $!
else
	skip_test 'no /proc/self/limits'
fi

finish
