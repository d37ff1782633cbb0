# Paths that lead to no report, or to one with a strange name (F1 to F12, F19
# and F20): told in a line with the name, and the others go in.
. "$TOP/tests/cli/functions"

cp "$TOP/tests/golden/werkplaats-zeedorp.txt" good.txt
run ingest good.txt
cp casebook.db before

# refused STATUS PATH WORDS: in one line that says so; the report beside it
# comes in, and a casebook that is there stays what it was.
refused() {
	wanted=$1 path=$2 words=$3
	rm -f beside.db
	last="casebook ingest $path good.txt"
	timeout 10 "$CASEBOOK" --db beside.db ingest "$path" good.txt \
		>out 2>err </dev/null
	status=$?
	exits "$wanted"; prints_nothing; says "$path: error: "; says "$words"
	[ "$(grep -c 'error: ' err)" = 1 ] || fault "$path: not one error"
	says '1 new, 0 replaced, 0 unchanged, 1 refused'
	run ingest "$path"
	exits "$wanted"
	cmp -s casebook.db before || fault "$path: the casebook changed"
}

# as_nobody ARGUMENT…: the program as a user without rights, in a folder of his.
as_nobody() {
	last="casebook $*, as nobody"
	(cd "$place" && $nobody ./program "$@") >out 2>err </dev/null
	status=$?
}

nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
can_be_nobody() {
	[ "$(id -u)" = 0 ] && $nobody true 2>/dev/null
}

# with_traced FAULT PATH: reads the folder `walked` while the first openat of
# this path fails so.
with_traced() {
	last="casebook ingest walked, and openat of $2 fails"
	# leaks cannot be looked for where something traces already
	ASAN_OPTIONS=detect_leaks=0 strace -f -qq -o /dev/null -P "$2" \
		-e trace=openat -e inject=openat:error="$1" \
		"$CASEBOOK" --db traced.db ingest walked >out 2>err </dev/null
	status=$?
}

t 'a path that is missing is told (F1)'
refused 3 nosuch.txt 'No such file or directory'
run layout trace nosuch.txt; exits 3; says 'nosuch.txt'
run text nosuch.txt; exits 3; says 'No such file'; prints_nothing

t 'a folder without reports is told'
mkdir empty; echo x >empty/README.txt; echo x >empty/.hidden
refused 1 empty 'no reports in this folder'

t 'a folder or file without permission is told (F2)'
if ! can_be_nobody; then
	skip_test 'needs root and setpriv'
else
	place=$(mktemp -d -p /tmp casebook.XXXXXX)
	mkdir "$place/shut" "$place/half"
	cp good.txt "$place/shut"
	cp good.txt "$place/half/secret.txt"
	cp "$REPORTS/groenlab-schiedam.txt" "$place/half"
	cp "$CASEBOOK" "$place/program"
	chmod 777 "$place"
	chmod 755 "$place/program" "$place/half"
	chmod 644 "$place/half/groenlab-schiedam.txt"
	chmod 000 "$place/shut" "$place/half/secret.txt"
	as_nobody ingest shut half
	exits 3; says 'shut: error: '; says 'half/secret.txt: error: '
	[ "$(grep -c 'Permission denied' err)" = 2 ] || fault 'not both'
	says '1 new, 0 replaced, 0 unchanged, 2 refused'
	chmod 700 "$place/shut"
	rm -r "$place"
fi

t 'what is no regular file is not waited for (F3)'
mkfifo pipe
refused 1 pipe 'not a regular file'
for path in /dev/zero /dev/null /proc/self/mem /proc/self/status; do
	refused 1 $path 'not a regular file'
done
if command -v python3 >/dev/null; then
	python3 -c 'import socket
socket.socket(socket.AF_UNIX).bind("plug")'
	refused 1 plug 'not a regular file'
fi
block=$(find /dev -maxdepth 1 -type b 2>/dev/null | head -n 1)
[ -z "$block" ] || refused 1 "$block" 'not a regular file'
mkdir pipes
mv pipe pipes
cp good.txt pipes
run --db pipes.db ingest pipes
exits 0; says 'pipes/pipe: warning: not a regular file, passed over'; says '1 new'

t 'a link is followed when it is named, and told when it is met (F4)'
mkdir links
ln -s ../good.txt links/named.txt
cp "$REPORTS/groenlab-schiedam.txt" links
run --db named.db ingest links/named.txt
exits 0; says '1 new'
run --db met.db ingest links
exits 0; says '1 new'
says 'links/named.txt: warning: symbolic link, not followed; name it to read it'

t 'links in a circle are told (F5)'
ln -s b a
ln -s a b
refused 3 a 'Too many levels of symbolic links'

t 'folders in each other without end are told (F6)'
if ! command -v python3 >/dev/null; then
	skip_test 'no python3 here'
else
	python3 -c 'import os
os.mkdir("deep")
os.chdir("deep")
for i in range(3000):
    os.mkdir("d")
    os.chdir("d")'
	rm -f beside.db
	run --db beside.db ingest deep good.txt
	exits 1; says_lines 2; says 'too deep: more than 64 folders'
	says '1 new, 0 replaced, 0 unchanged, 1 refused'
	find deep -depth -delete
fi
mkdir -p "$(printf 'down%.0s/' $(seq 64))"
cp good.txt "$(printf 'down%.0s/' $(seq 64))"
run --db down.db ingest down; exits 0; says '1 new'

t 'a strange name is shown harmlessly, and no shell sees it (F7)'
mkdir strange
n=0
for name in 'a"b' "a'b" 'a;b' '$(touch canary)' '`touch canary`' 'a b' '*' \
	'a\b' '|touch canary' "$(printf '\342\200\256b')"; do
	n=$((n + 1))
	{ cat good.txt; echo "Versie $n."; } >"strange/$name.txt"
done
run --db strange.db ingest strange
exits 0; says "$n new"
run --db strange.db sql 'SELECT source FROM sources' --format tsv
for file in strange/*.txt; do
	name=${file#strange/}
	grep -qxF -e "${name%.txt}" out ||
		[ "$name" = 'a\b.txt' ] || fault "$name is not there"
done
[ -z "$(find . -name 'canary*')" ] || fault 'a shell ran'

t 'a name that no source can have is refused, and read by another (F7)'
mkdir odd
n=0
for name in "$(printf 'a\nb')" "$(printf 'a\033[31mb')" "$(printf '\377\376')" \
	"$(printf '%0251d' 7)"; do
	n=$((n + 1))
	{ cat good.txt; echo "Versie $n."; } >"odd/$name.txt"
done
run --db odd.db ingest odd good.txt
exits 1; says_lines 5; says '1 new, 0 replaced, 0 unchanged, 4 refused'
says 'the name "a\x0ab" has a control character; give it another with --as NAME'
says 'the name "a\x1b[31mb" has a control character'
says 'the name "\xff\xfe" is not UTF-8'; says 'is longer than 100 bytes'
n=0
for file in odd/*.txt; do
	n=$((n + 1))
	run --db odd.db ingest --as "odd$n" "$file"; exits 0; says '1 new'
done

t 'a name that begins with - is a name behind -- and in a folder (F8)'
mkdir dashes
cp good.txt dashes/-rf.txt
cp "$REPORTS/groenlab-schiedam.txt" dashes/--help.txt
run --db dashes.db ingest dashes; exits 0; says '2 new'
(cd dashes && "$CASEBOOK" --db ../behind.db ingest -- -rf.txt --help.txt) \
	>out 2>err
status=$?
exits 0; says '2 new'
if command -v pandoc >/dev/null; then
	printf '<!DOCTYPE html><p>Tekst.</p>\n' >dashes/--help.html
	(cd dashes && "$CASEBOOK" text -- --help.html) >out 2>err
	status=$?
	exits 0; prints 'Tekst.'
fi

t 'a file that is gone before it is opened is told (F9)'
mkdir walked
cp good.txt walked/gone.txt
cp "$REPORTS/groenlab-schiedam.txt" walked
if ! command -v strace >/dev/null ||
	! strace -o /dev/null true 2>/dev/null; then
	skip_test 'nothing can be traced here'
else
	with_traced ENOENT walked/gone.txt
	exits 3; says 'walked/gone.txt: error: cannot open it: No such file'
	says '1 new, 0 replaced, 0 unchanged, 1 refused'
fi

t 'an empty path is wrong usage (F10)'
for command in ingest text 'layout check'; do
	run $command ''
	exits 2; says 'empty path or name'; prints_nothing
done
run --db '' list; exits 2

t 'of 10,000 files one is bad, and that one is told (F11)'
mkdir many
awk -v good=good.txt 'BEGIN {
	while ((getline line <good) > 0)
		text = text line "\n"
	for (i = 1; i < 10000; i++) {
		file = "many/r" i ".txt"
		printf "%sVersie %d.\n", text, i >file
		close(file)
	}
}'
: >many/bad.txt
run --db many.db ingest many
exits 1; says_lines 2; says 'many/bad.txt: error: the file is empty'
says '9999 new, 0 replaced, 0 unchanged, 1 refused'
rm -r many many.db

t 'descriptors that are closed do not harm the casebook (F12)'
last='casebook ingest <&- >&- 2>&-'
for file in good.txt "$REPORTS"; do
	"$CASEBOOK" ingest "$file" <&- >&- 2>&-
	status=$?
	exits 0
done
holds 6
last='casebook list >&-'
"$CASEBOOK" list <&- >&- 2>err
status=$?
exits 3; says 'cannot write standard output'
"$CASEBOOK" list <&- >&- 2>&-
status=$?
exits 3
run check; exits 0

t 'with a umask of 000 only its owner reads a casebook (F19)'
(umask 000; exec "$CASEBOOK" --db open.db ingest good.txt) 2>err
[ "$(stat -c %a open.db)" = 600 ] || fault "the casebook: $(stat -c %a open.db)"
(umask 000; exec "$CASEBOOK" --db open.db export places -o open.csv) 2>err
[ "$(stat -c %a open.csv)" = 666 ] || fault "an export: $(stat -c %a open.csv)"
(umask 027; exec "$CASEBOOK" --db open.db export places -o shut.csv) 2>err
[ "$(stat -c %a shut.csv)" = 640 ] || fault "an export: $(stat -c %a shut.csv)"

t 'a current folder that is gone is told (F20)'
mkdir gone
program=$(realpath "$CASEBOOK")
for words in 'ingest x.txt' 'ingest .' list; do
	last="casebook $words, in a folder that is gone"
	mkdir -p gone
	(cd gone && rmdir ../gone && exec "$program" $words) >out 2>err
	status=$?
	prints_nothing; says 'No such file or directory'
	exits 3
done

finish
