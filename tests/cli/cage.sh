# The walls of the cage one by one (promises P11 and P12): how many processes,
# what may be changed, and what holds where the kernel offers fewer walls.
. "$TOP/tests/cli/functions"

# Where others than root may look, so that root's converters run as nobody.
place=$(mktemp -d -p /tmp casebook.XXXXXX)
trap 'rm -rf "$place"' EXIT
mkdir -p "$place/data/converters"
cat >"$place/data/converters/fake.yml" <<END_OF_YAML
programs:
  $place/fake: {seconds: 20, processor: 10, memory: 512, output: 1}
formats:
  application/x-fake: {name: a fake, begins: [FAKE], program: $place/fake}
END_OF_YAML
# The document, behind its first line, is Python; it tells what it could do.
cat >"$place/fake" <<'END_OF_PYTHON'
#!/usr/bin/python3
import os, sys
exec(sys.stdin.read().split("\n", 1)[1])
END_OF_PYTHON
cp "$CASEBOOK" "$place/casebook"
cp "$TOP/tests/support/without" "$place"
chmod -R a+rX "$place"
chmod 755 "$place/fake" "$place/casebook" "$place/without"
nobody=
[ "$(id -u)" != 0 ] || nobody='setpriv --reuid=65534 --regid=65534
	--clear-groups'
nap=5432$$
# Are a plain user's converters counted by themselves?
counted() {
	$nobody unshare -U true 2>/dev/null
}

# fake PREFIX… <SCRIPT: what the program prints, in the file out.
fake() {
	{ echo FAKE; cat; } >"$place/script"
	chmod 644 "$place/script"
	last="$* casebook text"
	timeout -k 1 60 "$@" "$place/casebook" --data "$place/data" text \
		"$place/script" >out 2>err </dev/null
	status=$?
}

# Nothing of this test runs on.
survivors() {
	for process in /proc/[0-9]*/cmdline; do
		cat "$process" 2>/dev/null | tr '\0' ' ' |
			grep -q "^sleep $nap" && fault "$process survives"
	done
}

# It would stop at 300 by itself: no machine is taken down.
bomb() {
	fake "$@" <<E
n = 0
while n < 300:
    try:
        if os.fork() == 0:
            os.execv("/usr/bin/sleep", ["sleep", "$nap"])
    except OSError:
        break
    n += 1
print("forked", "to the end" if n == 300 else "some")
E
	exits 0; prints 'forked some'; survivors
}

t 'a fork bomb stops at the limit and leaves nothing (V10)'
if [ -n "$nobody" ] || counted; then
	bomb env
	[ -z "$nobody" ] || ! counted || bomb $nobody
else
	skip_test 'no namespaces here, and this is not root'
fi

t 'it does so without namespaces, where root can become nobody'
if [ -n "$nobody" ]; then
	bomb "$place/without" namespaces
else
	# All that the user runs would count: there is no limit, but an end.
	fake "$place/without" namespaces <<E
if os.fork() == 0:
    os.setsid()
    os.execv("/usr/bin/sleep", ["sleep", "$nap"])
print("forked")
E
	exits 0; prints forked; survivors
fi

t 'what root runs, runs as nobody, without rights'
if [ -n "$nobody" ]; then
	cat >whoami <<'E'
print(*os.getresuid(), *os.getresgid(), *os.getgroups())
E
	for prefix in env "$place/without namespaces"; do
		fake $prefix <whoami
		exits 0; prints '  65534 65534 65534 65534 65534 65534'
	done
	# Closed to nobody: it is run all the same, by root without rights.
	chmod 700 "$place/fake"
	for prefix in env "$place/without namespaces"; do
		fake $prefix <<'E'
try:
    os.chroot("/tmp")
except PermissionError:
    print("root", os.getuid() == 0)
E
		exits 0; prints 'root True'
	done
	chmod 755 "$place/fake"
else
	skip_test 'this is not root'
fi

t 'it changes no file and makes none, with and without Landlock (P12)'
cat >spoil.py <<E
import ctypes, mmap, socket
mine = "$place/mine"
made = [mine + "/" + name for name in "abcdefgh"]
libc = ctypes.CDLL(None, use_errno=True)
def through_memory():
    file = os.open(mine + "/file", os.O_RDWR)
    mmap.mmap(file, 0)[0:1] = b"X"
def shared_memory():
    if libc.shmget(0, 4096, 0o1600) < 0:
        raise OSError
def nested():
    ctypes.set_errno(0)
    if libc.syscall(56 if os.uname().machine == "x86_64" else 220,
                    0x10000000 | 17, 0, 0, 0, 0) == 0:
        os._exit(0)
    if ctypes.get_errno():
        raise OSError
for name, spoil in (
        ("unlink", lambda: os.unlink(mine + "/file")),
        ("rename", lambda: os.rename(mine + "/file", made[0])),
        ("mkdir", lambda: os.mkdir(made[1])),
        ("rmdir", lambda: os.rmdir(mine + "/folder")),
        ("link", lambda: os.link(mine + "/file", made[2])),
        ("symlink", lambda: os.symlink("x", made[3])),
        ("mkfifo", lambda: os.mkfifo(made[4])),
        ("create", lambda: os.open(made[5], os.O_CREAT | os.O_WRONLY)),
        ("create to read", lambda: os.open(made[6], os.O_CREAT)),
        ("nameless", lambda: os.open(mine, os.O_TMPFILE | os.O_WRONLY)),
        ("cut", lambda: os.open(mine + "/file", os.O_WRONLY | os.O_TRUNC)),
        ("cut to read", lambda: os.open(mine + "/file", os.O_TRUNC)),
        ("append", lambda: os.open(mine + "/file", os.O_APPEND | os.O_WRONLY)),
        ("memory", through_memory),
        ("socket", socket.socket),
        ("socketpair", socket.socketpair),
        ("shared memory", shared_memory),
        ("namespace", nested)):
    try:
        spoil()
        print("could", name)
    except OSError:
        pass
print("done")
E
# What is open to all is open to nobody too.
spoils() {
	rm -rf "$place/mine"
	mkdir -p "$place/mine/folder"
	echo as it was >"$place/mine/file"
	chmod -R a+rwX "$place/mine"
	(cd "$place/mine" && find . -printf '%p %m %s %T@\n' && cat file) |
		sort >before
	fake "$@" <spoil.py
	exits 0; prints '  done'
	! grep -q could out || fault "$(cat out)"
	(cd "$place/mine" && find . -printf '%p %m %s %T@\n' && cat file) |
		sort | cmp -s - before || fault 'something was changed'
}
for prefix in env "$place/without landlock" "$place/without landlock,namespaces"; do
	spoils $prefix
	[ -z "$nobody" ] || spoils $nobody $prefix
done

t 'it has standard input, output and error, and no other descriptor (P12)'
exec 8<"$place/script"
fake env <<'E'
def is_open(n):
    try:
        return bool(os.fstat(n))
    except OSError:
        return False
print("open:", *(n for n in range(1024) if is_open(n)))
E
exec 8<&-
exits 0; prints_line '     1  open: 0 1 2'

t 'its limits are those that the manual tells'
fake env <<'E'
import ctypes, resource
for name in ("CPU", "AS", "NOFILE", "FSIZE", "CORE", "NPROC"):
    print(name.lower(), *resource.getrlimit(getattr(resource, "RLIMIT_" + name)))
print("nice", os.nice(0) >= 10, "session", os.getsid(0) == os.getpid(),
      "privileges", ctypes.CDLL(None).prctl(39, 0, 0, 0, 0))
E
exits 0
prints '  cpu 10 11'; prints '  as 536870912 536870912'; prints '  nofile 64 64'
prints '  fsize 0 0'; prints '  core 0 0'
[ -z "$nobody" ] && ! counted || prints '  nproc 64 64'
prints '  nice True session True privileges 1'

t 'without processes of its own it signals only itself'
sleep "$nap" &
victim=$!
for prefix in env "$place/without namespaces" "$nobody $place/without namespaces"; do
	fake $prefix <<E
for signal in (0, 9):
    try:
        os.kill($victim, signal)
        print("could")
    except OSError:
        pass
os.kill(os.getpid(), 0)
print("done")
E
	exits 0; prints done; ! grep -q could out || fault 'it could'
done
kill "$victim" 2>/dev/null || fault 'it was killed'

t 'that Landlock is missing is told once'
cp "$place/script" second
last='casebook ingest without Landlock'
"$place/without" landlock "$place/casebook" --data "$place/data" ingest \
	"$place/script" second >out 2>err
says 'this system does not let '; says 'be kept from reading your files (no Landlock)'
[ "$(grep -c Landlock err)" = 1 ] || fault 'not once'
fake "$place/without" namespaces </dev/null
! grep -q 'from the network' err || fault 'without sockets there is no network'

t 'what reads PDF and Word runs behind each of these walls'
if command -v pandoc >/dev/null && command -v pdftotext >/dev/null; then
	echo '<!DOCTYPE html><p>Bewoners beslissen mee.</p>' >page.html
	python3 "$TOP/tests/support/hostile.py" fine.pdf
	for prefix in env "$place/without landlock" "$place/without namespaces" \
		"$place/without landlock,namespaces"; do
		for file in page.html fine.pdf; do
			last="$prefix $file"
			$prefix "$CASEBOOK" text "$file" >out 2>err
			status=$?
			exits 0; prints 'Bewoners beslissen mee.'
		done
	done
else
	skip_test 'no pandoc or pdftotext here'
fi

finish
