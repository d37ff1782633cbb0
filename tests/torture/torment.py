"""What the scripts of the torture share: running the program, telling whether
a casebook is sound, and the rows of the table."""

import hashlib
import os
import pathlib
import sqlite3
import subprocess
import sys

CASEBOOK = os.environ["CASEBOOK"]
TOP = pathlib.Path(os.environ["TOP"])
BUILD = pathlib.Path(os.environ["BUILD"])
REPORTS = pathlib.Path(os.environ["REPORTS"])
QUICK = bool(os.environ.get("QUICK"))


def row(promise, what, reached, asked, good):
    """One row of the table; good: a truth, or "skipped: WHY"."""
    verdict = good if isinstance(good, str) else "ok" if good else "BAD"
    print(promise, what, reached, asked, verdict, sep="\t", flush=True)


def tell(*words):
    """What is wrong, with the command that shows it."""
    print(*words, file=sys.stderr, flush=True)


class Run:
    """The program, run to its end: status (negative: the signal), out, err."""

    def __init__(self, *arguments, env=None, seconds=60, **options):
        self.command = [CASEBOOK, *map(str, arguments)]
        options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        try:
            done = subprocess.run(self.command, timeout=seconds,
                                  env={**os.environ, **(env or {})}, **options)
            self.status, self.out, self.err = (done.returncode, done.stdout,
                                               done.stderr)
        except subprocess.TimeoutExpired as late:
            self.status, self.out, self.err = "late", late.stdout, late.stderr

    def __str__(self):
        said = (self.err or b"").decode(errors="replace")[:400]
        return f"{self.status}: {' '.join(self.command)}\n    {said}"


def faults_of(database):
    """What both integrity checks say that is wrong; an empty list: sound.

    FTS5's own check is an INSERT, so it is made on a copy in memory."""
    faults = []
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as file:
            copy = sqlite3.connect(":memory:")
            file.backup(copy)
        file.close()
        said = [line for (line,) in copy.execute("PRAGMA integrity_check")]
        if said != ["ok"]:
            faults += said
        faults += [f"belongs to nothing: {line}" for line in
                   copy.execute("PRAGMA foreign_key_check")]
        copy.execute("INSERT INTO search (search, rank) "
                     "VALUES ('integrity-check', 0)")
        copy.close()
    except sqlite3.Error as error:
        faults.append(str(error))
    return faults


def exported(database, folder):
    """The hash of all that the public views hold: equal casebooks, equal."""
    done = Run("--db", database, "export", "--output", folder)
    if done.status != 0:
        return str(done)
    digest = hashlib.sha256()
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
            path.unlink()
    return digest.hexdigest()
