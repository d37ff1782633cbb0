"""Instructions, as callgrind counts them: the same on a busy machine.

The last record stands in instructions.csv, which a run writes anew.
"""
import csv
import os
import re
import subprocess

from measure import HERE, quiet

RECORD = HERE + "/instructions.csv"
MOST = 1.05  # growth that is told


def count(command):
    result = subprocess.run("valgrind --tool=callgrind --callgrind-out-file=/dev/null " + command, shell=True,
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    found = re.search(r"Collected : (\d+)", result.stderr.decode(errors="replace"))
    return int(found.group(1)) if found else 0


def commands(program, reports, work):
    db = work + "/counted.db"
    asked = "%s --db %s " % (program, db)
    yield "ingest %s" % os.path.basename(reports), asked + "ingest --jobs 1 " + reports
    yield "ingest, nothing changed", asked + "ingest --jobs 1 " + reports
    yield "list --theme", asked + "list --theme groen"
    yield "show", asked + "show kvds-07 --no-pager"
    yield "search", asked + "search eenzaamheid --csv"
    yield "report grades", asked + "report grades --csv"
    yield "export involvements", asked + "export involvements"


def last():
    if not os.path.exists(RECORD):
        return {}
    with open(RECORD, encoding="utf-8") as file:
        return {row["what"]: int(row["instructions"]) for row in csv.DictReader(file)}


def compare(program, reports, work):
    before, rows = last(), []
    quiet("rm -f %s/counted.db*" % work)
    with open(RECORD, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["what", "instructions"])
        for what, command in commands(program, reports, work):
            now = count(command)
            writer.writerow([what, now])
            was = before.get(what)
            told = "" if not was else "**grew by %.0f %%**" % (100 * (now / was - 1)) if now > MOST * was else \
                "%+.1f %%" % (100 * (now / was - 1))
            rows.append((what, "{:,}".format(now), "{:,}".format(was) if was else "–", told))
    return rows
