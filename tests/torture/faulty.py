"""What the scripts share that let calls fail (faults.c): the environment that
asks for it, folders on a fast disk, and what is beside a casebook."""

import atexit
import hashlib
import os
import pathlib
import re
import shutil
import signal
import sys
import tempfile

import torment

FAULTS = torment.BUILD / "tests/torture/faults.so"
WORKERS = os.cpu_count() or 2
MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
KEPT = ("casebook.db", "casebook.db-wal", "casebook.db-shm",
        "casebook.db-journal")


def environment(calls, folder=None, **asked):
    """What asks faults.c for a fault: environment("write", folder, at=3)."""
    given = {"LD_PRELOAD": str(FAULTS), "FAULT_CALLS": calls,
             "FAULT_ALONE": "1"}
    if folder:
        given["FAULT_FOLDER"] = f"{folder}/"
    for name, value in asked.items():
        if value:
            given[f"FAULT_{name.upper()}"] = str(value)
    return given


def fast_folder():
    """A folder in memory, where syncing takes no time; else a usual one. It
    is removed at the end, whatever the end."""
    place = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = pathlib.Path(tempfile.mkdtemp(prefix="casebook.", dir=place))
    owner = os.getpid()

    def remove():
        if os.getpid() == owner:
            shutil.rmtree(folder, ignore_errors=True)

    atexit.register(remove)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    return folder


def renew(folder, *, like=None):
    """The folder, empty or a copy of another."""
    shutil.rmtree(folder, ignore_errors=True)
    if like:
        shutil.copytree(like, folder)
    else:
        folder.mkdir(parents=True)
    return folder


def number_of_calls(calls, folder, *arguments):
    """How many calls of these kinds a run of the program makes."""
    count = folder.parent / f"{folder.name}.count"
    torment.Run(*arguments,
                env=environment(calls, folder, count=count))
    found = int(count.read_text())
    count.unlink()
    return found


def files_of(folder):
    return {entry.name: pathlib.Path(entry.path).read_bytes()
            for entry in os.scandir(folder) if entry.is_file()}


class States:
    """Which of the known states a casebook is in, by what it holds. What was
    met before, byte for byte, is not looked at again."""

    def __init__(self, place):
        self.place = place
        self.known = {}
        self.met = {}

    def learn(self, name, folder):
        state = self.look(files_of(folder))
        self.known[state] = name
        return state

    def look(self, files):
        if not files.get("casebook.db"):
            return "none"
        renew(self.place)
        for name, content in files.items():
            (self.place / name).write_bytes(content)
        database = self.place / "casebook.db"
        faults = torment.faults_of(database)
        if faults:
            return f"unsound: {faults}"
        done = torment.Run("--db", database, "export", "--output",
                           self.place / "export")
        if done.status != 0:
            return f"unread: {done}"
        digest = hashlib.sha256()
        for path in sorted((self.place / "export").iterdir()):
            digest.update(path.name.encode() + b"\0" +
                          MOMENT.sub(b"", path.read_bytes()))
        return digest.hexdigest()

    def of(self, files):
        """The name of the state, or what is wrong."""
        files = {name: content for name, content in files.items()
                 if name in KEPT and not name.endswith("-shm")}
        digest = hashlib.sha256()
        for name in sorted(files):
            digest.update(name.encode() + b"\0" + files[name])
        key = digest.digest()
        if key not in self.met:
            self.met[key] = self.look(files)
        state = self.met[key]
        return "none" if state == "none" else self.known.get(state, state)


def leftovers(files):
    return sorted(set(files) - set(KEPT))
