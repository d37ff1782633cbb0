# Converters that misbehave, and the cage around them (promises P11 and P12): a
# program that hangs, forks, floods, dies or lies harms nothing, and reaches
# neither network nor files.
. "$TOP/tests/cli/functions"

mkdir -p data/converters bin
cat >data/converters/fake.yml <<'END'
programs:
  fake:
    package: fake-utils
    version: [--version]
    seconds: 2
    processor: 1
    memory: 512
    output: 1
    exhausted: [MemoryError]
  absent: {package: absent-utils}
formats:
  application/x-fake: {name: a fake, begins: [FAKE], files: [.fake], program: fake, empty: 'is it a scan?'}
  application/x-absent: {begins: [ABSENT], program: absent}
END
# The document's second line is the script of what the program does.
cat >bin/fake <<'END'
#!/bin/sh
[ "$1" != --version ] || { echo 'fake, version 1.2.3 of today'; exit; }
read -r magic
script=$(cat)
eval "$script"
END
chmod 755 bin bin/fake
PATH=$PWD/bin:$PATH
export PATH
cp "$TOP/tests/golden/werkplaats-zeedorp.txt" good.txt
echo secret-of-the-canary >canary
here=$PWD

# Nobody else sleeps so long, another run of these tests neither.
nap=4321$$

# fake NAME SCRIPT: ingests a document that makes the program do this, and a
# good report behind it, which must come in; then no process must be left.
fake() {
	rm -f casebook.db
	printf 'FAKE\n%s\n' "$2" | sed "s/sleep 4321/sleep $nap/g" >"$1.fake"
	began=$(date +%s)
	run --data data ingest "$1.fake" good.txt
	[ $(($(date +%s) - began)) -le 8 ] || fault "$1: took too long"
	[ ! -e casebook.db ] || grep -qa secret-of-the-canary casebook.db &&
		fault "$1: the canary is in the casebook"
	for process in /proc/[0-9]*/cmdline; do
		cat "$process" 2>/dev/null | tr '\0' ' ' | grep -q "^sleep $nap" &&
			fault "$1: $process survives"
	done
	last="$1: $2"
}

# refuses NAME SCRIPT WORDS: it comes to nothing but this message.
refuses() {
	fake "$1" "$2"
	exits 1; says "$1.fake: error: "; says "$3"; says '1 refused'
	holds 1
}

t 'a converter that is not there names the package to install'
echo ABSENT >a.dat
run --data data ingest a.dat good.txt
exits 3; says 'absent not found; install absent-utils, or convert to text'
says 'apt install absent-utils'; holds 1

t 'its name and version stand with the source'
fake fine 'cat "$0" >/dev/null; cat <<E
$(sed -n "1,\$p")
E
echo nothing'
printf 'FAKE\ncat <<E\n%s\nE\n' "$(cat good.txt)" >fine.fake
run --data data --db f.db ingest fine.fake
exits 0
run --db f.db sql 'SELECT media_type, converter, converter_version FROM sources' --csv
prints_line 'application/x-fake,fake,1.2.3'

t 'no output is a failure, told with the first complaint (V2, V8)'
refuses silent 'echo "Loop in Pages tree" >&2' 'produced no text: "Loop in Pages tree"; is it a scan?'
refuses blank 'printf " \n\f\n"' 'produced no text'
refuses noisy 'i=0; while [ $i -lt 300 ]; do printf "%01000d\n" 0 >&2; i=$((i + 1)); done' 'produced no text'

t 'an exit status that is not 0 is a failure (V3), its complaint harmless'
refuses status1 'echo text; printf "\033]0;x\007bad\n" >&2; exit 1' 'fake failed with exit status 1: "\x1b]0;x'
refuses status99 'exit 99' 'exit status 99'
refuses status251 'echo text; exit 251' 'exit status 251'

t 'a signal is a failure (V4)'
refuses segv 'echo text; kill -SEGV $$' 'was killed by signal 11'
refuses abrt 'kill -ABRT $$' 'was killed by signal 6'
refuses kill 'kill -KILL $$' 'was killed by signal 9'
refuses xcpu 'kill -XCPU $$' 'killed by signal 24'

t 'what hangs is stopped at its limit, and leaves nothing (V5, V9, V10)'
refuses sleeps 'trap "" TERM; echo text; sleep 4321' 'took longer than 2 s'
refuses closes 'exec >&-; sleep 4321' 'took longer than 2 s'
refuses half 'printf half; sleep 4321' 'took longer than 2 s'
refuses holds_the_pipe 'sleep 4321 & sleep 4321' 'took longer than 2 s'
refuses daemon 'setsid sh -c "setsid sleep 4321 & sleep 4321" & sleep 4321' 'took longer than 2 s'

t 'what ends well, and leaves processes behind, leaves none (V10)'
fake leaves 'setsid sleep 4321 >/dev/null 2>&1 & setsid sleep 4321 & cat "$0"'
exits 1; says 'leaves.fake: error: no headings of any layout'; holds 1

t 'what burns the processor is stopped (V6)'
refuses burns 'while :; do :; done' 'took longer than'

t 'what floods is stopped (V7)'
refuses floods 'yes' 'gave more than 1 MiB of text'

t 'a document that is not read does no harm (V11)'
{ printf 'FAKE\nexit 7\n'; head -c 3000000 /dev/zero | tr '\0' x; } >unread.fake
run --data data ingest unread.fake
exits 1; says 'unread.fake: error: fake failed with exit status'

t 'what is no text in UTF-8 is refused, form feeds are not (V12)'
refuses latin 'printf "caf\351\n"' 'gave text that is not UTF-8'
refuses nul 'printf "a\000b\n"' 'gave text that is not UTF-8'
printf 'FAKE\nprintf "een\\n\\ftwee\\n"\n' >pages.fake
run --data data text pages.fake
exits 0; prints '     1  een'; prints 'twee'

t 'it has no files: none to read, none to write, none inherited (V13, P12)'
# Whether the kernel offers Landlock (system call 444, asked for its version).
landlock() {
	python3 -c 'import ctypes, sys
sys.exit(ctypes.CDLL(None).syscall(444, 0, 0, 1) < 1)'
}
if landlock; then
	refuses reads "cat '$here/canary' >&2; true" 'produced no text'
	refuses lists "ls '$here' /tmp /etc /home /root; true" 'produced no text'
else
	echo '# no Landlock here: it may read files'
fi
refuses writes "(echo x >'$here/written') || (echo x >/tmp/casebook-written-$$); true" 'produced no text'
[ ! -s written ] && [ ! -s "/tmp/casebook-written-$$" ] || fault 'it wrote'
exec 7<canary
refuses inherits 'for n in 3 4 5 6 7 8 9; do
		(eval "cat <&$n") 2>/dev/null && echo open $n; done; true' 'produced no text'
exec 7<&-

t 'it changes no file: not its length, rights, times or attributes (P12)'
echo as it was >kept
chmod 666 kept
touch -d 2020-01-01 kept
stat -c '%s %a %Y' kept >before
cat >spoil.py <<'END'
import os, socket, sys
path = sys.argv[1]
def connect():
    socket.socket(socket.AF_UNIX).connect(path + ".socket")
def extend():
    os.setxattr(path, "user.casebook", b"1")
for spoil in (lambda: os.truncate(path, 0), lambda: os.chmod(path, 0o777),
              lambda: os.utime(path, (0, 0)), extend, connect):
    try:
        spoil()
        print("spoilt")
    except OSError:
        pass
END
python3 -c 'import socket, sys, time
s = socket.socket(socket.AF_UNIX)
s.bind(sys.argv[1])
s.listen(5)
time.sleep(60)' kept.socket &
listener=$!
while [ ! -S kept.socket ]; do sleep 0.05; done
refuses spoils "exec python3 -c '$(cat spoil.py)' '$here/kept'" 'produced no text'
kill "$listener"
stat -c '%s %a %Y' kept | cmp - before || fault 'the file was changed'

t 'its environment is PATH and LC_ALL, its folder the root (V13)'
printf 'FAKE\nunset PWD OLDPWD; env; pwd; echo "[$*]"\n' >environment.fake
SECRET=x run --data data text environment.fake
exits 0; prints 'PATH=/usr/bin'; prints 'LC_ALL=C.UTF-8'; prints '  /'
grep -qv 'PATH=/usr/bin$\|LC_ALL=C.UTF-8$\|  /$\|\[\]$\|_=\|magic=\|script=' out &&
	fault "more: $(cat out)"

t 'it has no network (P12)'
cat >listen.py <<'END'
import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
s.listen(5)
s.settimeout(20)
print(s.getsockname()[1], flush=True)
n = 0
while True:
    c, _ = s.accept()
    if c.recv(4) == b"end\n":
        break
    n += 1
print(n, flush=True)
END
python3 listen.py >heard &
listener=$!
while [ ! -s heard ]; do sleep 0.05; done
port=$(cat heard)
if unshare -Urn true 2>/dev/null || unshare -n true 2>/dev/null; then
	refuses connects "python3 -c 'import socket; socket.create_connection((\"127.0.0.1\", $port)).send(b\"hack\")'" 'fake failed'
	python3 -c "import socket; socket.create_connection(('127.0.0.1', $port)).send(b'end\n')"
	wait "$listener"
	[ "$(tail -1 heard)" = 0 ] || fault 'a connection was made'
else
	kill "$listener"
	skip_test 'no namespaces here'
fi

t 'what wants too much memory is told so (V14)'
refuses memory 'python3 -c "bytearray(1 << 30)"' 'needed more than 512 MiB of memory'

t 'the limit that is told is the one that was met, and a user may move it'
cat >data/converters/later.yml <<'END'
programs:
  fake: {arguments: [told, 'heap={heap}m'], heap: 96, output: 2}
END
refuses heap 'echo MemoryError >&2; exit 1' 'needed more than 96 MiB of memory (casebook-converters(5) tells how'
printf 'FAKE\necho "[$*]"\n' >arguments.fake
run --data data text arguments.fake
exits 0; prints '[told heap=96m]'
refuses higher 'yes' 'gave more than 2 MiB of text'
refuses kept 'sleep 4321' 'took longer than 2 s'
rm data/converters/later.yml

t 'a format may be known by bytes that are no text'
cat >data/converters/bytes.yml <<'END'
formats:
  application/x-old: {name: old, begins: ['hex: D0cf 11E000'], program: fake}
END
printf '\320\317\021\340\000X\necho seen' >old.dat
run --data data text old.dat
exits 0; prints seen
printf '\320\317\021\340\001X\necho seen' >other.dat
run --data data text other.dat
exits 1
rm data/converters/bytes.yml

t 'a killed casebook leaves no converter'
printf 'FAKE\nsleep 4321.5\n' >orphan.fake
"$CASEBOOK" --data data ingest orphan.fake >/dev/null 2>&1 &
casebook=$!
sleep 0.5
kill -KILL "$casebook"
wait "$casebook" 2>/dev/null
sleep 0.3
for process in /proc/[0-9]*/cmdline; do
	cat "$process" 2>/dev/null | tr '\0' ' ' | grep -q '^sleep 4321.5' &&
		fault "$process survives"
done

t 'a name that promises another format is refused (V18)'
printf '<!DOCTYPE html><p>x' >page.pdf
run --data data ingest page.pdf
exits 1; says 'named .pdf but looks like HTML; let its name end in .html'
printf '%%PDF-1.4\n' >paper.txt
run --data data ingest paper.txt
exits 1; says 'named .txt but looks like a PDF'
echo plain >plain.docx
run --data data ingest plain.docx
exits 1; says 'named .docx but does not look like a Word document'
mkdir walked
printf 'FAKE\nexit 3\n' >"walked/\$(touch hacked) -rf;.fake"
printf 'FAKE\nexit 3\n' >walked/--help.fake
run --data data ingest walked good.txt
exits 1; says 'exit status 3'; says '2 refused'; [ ! -e hacked ] || fault hacked

t 'converters.yml beside converters/ is not read, and told'
mkdir -p beside
echo 'formats: {}' >beside/converters.yml
printf '<!DOCTYPE html><p>tekst' >beside.html
run --data beside text good.txt
exits 0; says 'beside/converters.yml: warning: not read here: '
says 'converters in converters/'; says_lines 1
mkdir -p beside/converters
cp data/converters/fake.yml beside/converters
cp "$TOP/data/converters.yml" beside
sed -i 's/DOCTYPE/x/;s/<html/<nothtml/;s/pandoc/absent/' beside/converters.yml
run --data beside text beside.html
says 'not read here'; ! grep -q 'absent' err || fault 'it was read'
run --data beside text fine.fake
exits 0

t 'a wrong converters.yml is told with file, line and nearest word'
wrong() {
	mkdir -p wrong/converters
	printf '%s\n' "$1" >wrong/converters/w.yml
	run --data wrong text good.txt
	exits 2; prints_nothing; says "w.yml:$2"; says "$3"
}
wrong 'programs: {a: {pakage: x}}' 1:16 'did you mean "package"?'
wrong 'programs: {a: {seconds: 0}}' 1: 'a whole number from 1'
wrong 'programs: {a: {version: x}}' 1: 'a list is needed'
wrong 'formats: {a/b: {begins: [X], program: nosuch}}' 1: 'nothing in programs about "nosuch"'
wrong 'formats: {a/b: {program: pandoc}}' 1: 'is needed for "a/b"'
wrong 'programs: {a: {gives: html}}' 1: 'not "html"'
wrong 'formats: {a/b: {begins: ["hex: D0C"], program: pandoc}}' 1: 'bytes are told as'
wrong 'formats: {a/b: {begins: ["hex:"], program: pandoc}}' 1: 'bytes are told as'
wrong 'programs: [' 2: ''

finish
