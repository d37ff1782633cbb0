# What people see: their language, colours, a pager, progress; never programs.
. "$TOP/tests/cli/functions"

has_terminal() {
	command -v script >/dev/null &&
		script -qec true /dev/null </dev/null >/dev/null 2>&1
}

# on_terminal ARGUMENT…: the program where all leads to a terminal; in out
# stands what that got. What is typed comes from the file keys, if any.
on_terminal() {
	last="casebook $* (on a terminal)"
	: >err
	[ -e keys ] || : >keys
	line="'$CASEBOOK'"
	for word; do line="$line '$word'"; done
	TERM=xterm timeout 20 script -qec "$line" /dev/null <keys >raw 2>&1
	status=$?
	tr -d '\r' <raw >out
}

lacks() {
	grep -qF -e "$1" out && fault "$last: prints \"$1\""
}

escape=$(printf '\033')
run ingest "$REPORTS"

t 'labels are those of --lang, else of the locale'
run report themes --lang nl
exits 0; prints 'sleutels van projecten'; prints 'langer thuis'
LC_ALL=nl_NL.UTF-8 run report themes
exits 0; prints 'sleutels van projecten'
run report themes
exits 0; prints 'ageing at home'
run show kvds-15 --lang nl
exits 0; prints_line adviseurs; prints '  titel  '; prints_line 'kvds-15'

t 'data never changes with the language'
for format in csv json; do
	run report grades --format $format
	cp out english
	run report grades --format $format --lang nl
	exits 0; cmp -s out english || fault "$format changes"
done
run search eenzaamheid --csv; cp out english
run search eenzaamheid --csv --lang nl
exits 0; cmp -s out english || fault 'the CSV of search changes'
run search eenzaamheid --format markdown --lang nl
exits 0; prints '| kopje |'; prints '| fragment |'
run export participation; cp out english
run export participation --lang nl; cmp -s out english || fault 'CSV changes'

t 'columns and filters are asked for by the names of the data'
run list --lang nl --columns project,themes --theme langer-thuis
exits 0; prints "thema's"; prints 'langer thuis'
run list --lang nl --columns titel
exits 2; says 'unknown column "titel"'

t 'every column of every report has a label in both languages'
run report --csv; tail -n +2 out | cut -d , -f 1 >reports
[ "$(wc -l <reports)" -ge 11 ] || fault 'these are not all reports'
while read -r report; do
	for by in '' adviser theme; do
		"$CASEBOOK" report "$report" ${by:+--by "$by"} --sql 2>/dev/null
	done >statements
	sqlite3 -header -csv casebook.db <statements | tr -d '\r' |
		grep -E '^[a-z_]+(,[a-z_]+)+$' | tr , '\n' | sort -u >columns
	[ -s columns ] || fault "$report has no columns"
	while read -r column; do
		for language in nl en; do
			grep -q "^  $column: " "$TOP/data/labels/$language.yml" ||
				fault "$report.$column has no label in $language"
		done
	done <columns
done <reports
run report grades --lang nl
prints 'omhoog'; prints 'tweede meting '; lacks 'measure'; lacks 'change'

t 'an unknown language is wrong usage, and sql speaks none'
run list --lang fr; exits 2; prints_nothing; says 'there are en, nl'
run list --csv --lang fr; exits 2
run sql 'SELECT 1' --lang nl; exits 2; says 'takes no --lang'

t 'a folder of labels of one'\''s own overrides ours'
mkdir -p mine/labels
printf 'labels: nl\ncolumns: { title: opschrift }\n' >mine/labels/nl.yml
run list --lang nl --data mine
exits 0; prints opschrift; prints advisers

t 'completion tells commands, options and what they take'
run complete -- li; exits 0; prints_lines 1; prints 'list'
run complete -- ''; prints "$(printf 'show\tfacts')"
grep -q '^complete' out && fault 'offers itself'
run complete -- list --min; prints_lines 1; prints '--min-grade'
run complete -- show --ev; prints '--evidence'; run complete -- text --ev
prints_nothing
run complete -- list --lang ''; prints_lines 2; prints_line nl
run complete -- layout ''; prints_line trace
run complete -- layout trace ''; prints_line :files
run complete -- report gr; prints 'grades'; prints 'grades-sums'; prints_lines 2
run complete -- --db ''; prints_line :files
run complete -- evaluate ''; prints_line :folders
run complete -- layout show kv; prints_line kvds

t 'completion offers only what the command takes'
run complete -- list --format ''; prints 'ndjson'; prints_lines 7
run complete -- export --format ''; prints datapackage; prints refi-qda
run complete -- report grades --by ''; prints_line theme; prints_line level
run complete -- correct x --by ''; prints_nothing
run complete -- ingest --as ''; prints_nothing

t 'completion tells what the casebook holds'
run complete -- list --adviser vin; prints_line 'Vincent Kokke'; prints_lines 1
run complete -- list --theme=een; prints_line '--theme=eenzaamheid'
run complete -- list --not-theme een; prints_line eenzaamheid; prints_lines 1
run complete -- list --not-th; prints_line '--not-theme'; prints_lines 1
run complete -- list --theme = een; prints_line eenzaamheid
run complete -- show kvds-4; prints_line kvds-43
run complete -- check jso; prints_line jso-43-proeftuinen
cd mine
run complete -- --db ../casebook.db list --place Schie; prints_line Schiedam
cd ..

t 'completion is silent without a casebook'
mkdir -p empty; cd empty
run complete -- list --adviser ''; exits 0; prints_nothing; says_nothing
run complete -- show ''; exits 0; prints_nothing; says_nothing
run complete -- --nonsense '' x --; exits 0; says_nothing
run complete --; exits 0; says_nothing
[ -z "$(ls -A | grep -v -x -e out -e err)" ] || fault 'files are made'
cd ..

t 'bash completes with it'
if ! command -v bash >/dev/null; then
	skip_test 'no bash'
else
	cat >try <<-'END'
		. "$TOP/data/completions/casebook.bash"
		COMP_WORDS=("$CASEBOOK" "$@") COMP_CWORD=$#
		_casebook
		printf '%s\n' "${COMPREPLY[@]}"
	END
	last='bash'
	bash try list --adviser Vin >out 2>err
	prints_line 'Vincent\ Kokke'; says_nothing
	bash try list --adviser '"Vin' >out 2>err; prints_line 'Vincent Kokke'
	bash try list --theme = een >out 2>err; prints_line eenzaamheid
	bash try ingest mine/l >out 2>err; prints_line mine/labels
fi

t 'a name that is a command to the shell is quoted in bash'
if ! command -v bash >/dev/null; then
	skip_test 'no bash'
else
	sed 's/^Jeugdpreventieteam (JPT)/Club `touch bad`/' \
		"$REPORTS/jso-43-proeftuinen.txt" >jso.txt
	run --db bad.db ingest jso.txt
	CASEBOOK_DB=bad.db bash try list --partner Club >out 2>err
	prints_line 'Club\ \`touch\ bad\`'
fi

for shell in zsh fish; do
	t "the completion of $shell is well written"
	case $shell in zsh) file=_casebook ;; fish) file=casebook.fish ;; esac
	if ! command -v $shell >/dev/null; then
		skip_test "no $shell"
	else
		$shell -n "$TOP/data/completions/$file" >out 2>err ||
			fault "$file: $(cat err)"
	fi
done

t 'fish completes with it'
if ! command -v fish >/dev/null; then
	skip_test 'no fish'
else
	last=fish
	mkdir -p bin; ln -sf "$CASEBOOK" bin/casebook
	PATH=$PWD/bin:$PATH fish -c "source $TOP/data/completions/casebook.fish
		complete -C 'casebook list --adviser vin'" >out 2>err
	prints_line 'Vincent Kokke'
fi

if ! has_terminal; then
	t 'what a terminal gets'
	skip_test 'no pseudo-terminal here'
	finish
	exit 0
fi

t 'a pager gets the answer, and nothing of it as an argument'
CASEBOOK_PAGER='sed s/^/P:/' on_terminal list --no-pager
exits 0; lacks P:
CASEBOOK_PAGER='sed s/^/P:/' on_terminal list
exits 0; prints 'P:'; [ "$(grep -c '^P:' out)" = 48 ] || fault 'not all of it'
CASEBOOK_PAGER='sh -c "echo \$#:" --' on_terminal list; prints_line 0:

t 'PAGER counts where CASEBOOK_PAGER is not set; empty and cat are none'
(
	unset CASEBOOK_PAGER
	PAGER='sed s/^/P:/'; export PAGER
	on_terminal list; exits 0; prints P:
	CASEBOOK_PAGER= on_terminal list; exits 0; lacks P:
	CASEBOOK_PAGER=cat on_terminal list; exits 0; lacks P:
	printf %s "$faults" >faults
)
faults=$faults$(cat faults)

t 'what is piped, ingested or written to a file has no pager'
CASEBOOK_PAGER='sed s/^/P:/' run list; exits 0; lacks P:
CASEBOOK_PAGER='sed s/^/P:/' on_terminal ingest "$REPORTS"; lacks P:

t 'the width is that of the terminal behind the pager'
COLUMNS=60 CASEBOOK_PAGER='sed s/^/P:/' on_terminal list
[ "$(grep -v casebook: out | sed "s/$escape\[[0-9]*m//g" | wc -L)" -le 62 ] ||
	fault 'wider than the terminal'

t 'the exit status is that of the answer, through the pager'
CASEBOOK_PAGER='sed s/^/P:/' on_terminal show kvds-99
exits 1; prints 'P:casebook: '; prints 'no project'

t 'leaving the pager early is no fault'
CASEBOOK_PAGER='head -1' on_terminal sql --time-limit 0 --csv \
	'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t)
	SELECT n FROM t'
exits 0; prints_line n; lacks casebook:

t 'a pager that cannot be run is told'
CASEBOOK_PAGER=no-such-pager on_terminal list
exits 3; prints 'cannot run the pager "no-such-pager"'

t 'Ctrl-C ends the work, but not before the pager is left'
cat >slow <<'END'
trap '' INT
cat >/dev/null; sleep 0.3; echo the pager is left
END
mkfifo keys.fifo; rm -f keys; ln -s keys.fifo keys
(sleep 1; printf '\003'; sleep 1) >keys.fifo &
CASEBOOK_PAGER='sh slow' on_terminal sql --time-limit 0 \
	'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t)
	SELECT count(*) FROM t'
wait
rm -f keys
exits 130; prints 'the pager is left'

t 'less shows a short answer and ends'
if ! command -v less >/dev/null; then
	skip_test 'no less'
else
	(
		unset CASEBOOK_PAGER PAGER LESS
		on_terminal report; exits 0; prints participation
		printf %s "$faults" >faults
	)
	faults=$faults$(cat faults)
fi

t 'heads, keys and levels of messages have colours on a terminal alone'
on_terminal list; exits 0
prints "$escape[1mproject"; prints "$escape[36mkvds-01 "
on_terminal lst; exits 2; prints "$escape[1;31merror:$escape[0m unknown"
run list; lacks "$escape"
run lst; grep -q "$escape" err && fault 'colours in a file'
NO_COLOR=1 on_terminal list; exits 0; lacks "$escape"
NO_COLOR=1 on_terminal lst; lacks "$escape"

t 'progress is shown on a terminal, and taken away'
mkdir -p many
for i in $(seq 1000 3499); do
	sed "s/FNO Fieldlab Tilburg/Fieldlab $i/" \
		"$REPORTS/fno-fieldlab-tilburg.txt" >many/f$i.txt
done
on_terminal --db many.db ingest many
exits 0; prints ' of 2500, '; prints '/s, '; prints ' s left'
[ "$(grep -o 'of 2500' out | wc -l)" -le 200 ] || fault 'too often'
tr '\r' '\n' <raw | grep -A 1 '^ *$' | grep -q '^casebook: 2500 sources' ||
	fault 'not taken away'
run --db many.db rebuild; exits 0; says_lines 1
on_terminal --db many.db rebuild; exits 0; prints ' of 2500'

finish
