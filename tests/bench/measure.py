"""Runs commands in turns, and tells of each its time and memory."""
import csv
import os
import platform
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
ONCE_RECORD = HERE + "/once.csv"
RUNS = int(os.environ.get("BENCH_RUNS", "5"))


def quiet(command):
    if subprocess.run(["bash", "-c", command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode not in (0, 1):
        sys.exit("bench: failed: " + command)


def output(command):
    return subprocess.run(["bash", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          check=False).stdout.decode()


class Table:
    """Commands that are compared with one another."""

    def __init__(self, title, runs=RUNS):
        self.title, self.runs = title, runs
        self.rows = {}

    def add(self, name, command, before="", once=False, told=False):
        """told: what counts are the seconds that the command prints, not those that it runs."""
        self.rows[name] = {"command": command, "before": before, "once": once, "told": told,
                           "wall": [], "cpu": [], "memory": []}

    def run(self):
        for turn in range(self.runs):
            for row in self.rows.values():
                if turn == 0 or not row["once"]:
                    self.run_one(row)

    @staticmethod
    def run_one(row):
        if row["before"]:
            quiet(row["before"])
        start = time.perf_counter()
        out = subprocess.PIPE if row["told"] else subprocess.DEVNULL
        process = subprocess.Popen(["bash", "-c", row["command"]], stdout=out, stderr=subprocess.DEVNULL)
        told = process.stdout.read() if row["told"] else None
        _, status, usage = os.wait4(process.pid, 0)
        row["wall"].append(float(told) if told else time.perf_counter() - start)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit("bench: failed: " + row["command"])
        row["cpu"].append(usage.ru_utime + usage.ru_stime)
        row["memory"].append(usage.ru_maxrss / 1024)

    def median(self, name):
        return statistics.median(self.rows[name]["wall"])

    def ratio(self, name, other):
        return self.median(name) / self.median(other)

    def memory(self, name):
        return max(self.rows[name]["memory"])

    def text(self):
        lines = ["| %s | n | median | min | max | CPU | MB |" % self.title, "|---|--:|--:|--:|--:|--:|--:|"]
        for name, row in self.rows.items():
            wall = row["wall"]
            rest = ("–", "–") if row["told"] else (seconds(statistics.median(row["cpu"])), "%.0f" % max(row["memory"]))
            lines.append("| %s | %d | %s | %s | %s | %s | %s |" % (
                name, len(wall), seconds(statistics.median(wall)), seconds(min(wall)), seconds(max(wall)), *rest))
        return "\n".join(lines)


def seconds(s):
    return "%.2f s" % s if s >= 1 else "%.1f ms" % (s * 1000)


def machine():
    model = [l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return "%s, %d processors, %.0f GB, %s; load at the end %.1f" % (
        model[0] if model else platform.machine(), os.cpu_count(), memory, platform.system() + " " + platform.machine(),
        os.getloadavg()[0])


def write_results(tables, goals, counted, missing, program):
    version = output(program + " version").split("\n")[0]
    parts = ["# Speed, as `make bench` measured it", "",
             "Written by `tests/bench/bench`; do not edit. Repeat with `make bench` (under ten minutes) or "
             "`make bench-full`. Reports are invented by `tests/bench/corpus.py` (seed 1); before a run counts, "
             "`casebook evaluate` must find every fact that was put in.", "",
             "- machine: " + machine(),
             "- program: %s; SQLite %s" % (version, output("sqlite3 --version").split(" ")[0]),
             "- commit: " + output("git -C %s describe --always --dirty" % ROOT).strip(), ""]
    parts += ["| goal | reached | asked | |", "|---|--:|--:|---|"]
    parts += ["| %s | %s | %s | %s |" % g for g in goals] + [""]
    for table in tables:
        parts += [table.text(), ""]
    if os.path.exists(ONCE_RECORD):
        with open(ONCE_RECORD, encoding="utf-8") as file:
            once = list(csv.DictReader(file))
        parts += ["| Loaded once | seconds | CPU | MB | database | a project | machine |", "|---|--:|--:|--:|--:|--:|---|"]
        parts += ["| %s projects | %s | %s s | %s | %s | %.2f ms | %s |" % (
            r["held"], r["seconds"], r["cpu"], r["megabytes"], r["database"],
            1000 * float(r["seconds"]) / int(r["held"]), r["machine"]) for r in once] + [""]
    if counted:
        parts += ["| Instructions (callgrind) | now | last recorded | |", "|---|--:|--:|---|"]
        parts += ["| %s | %s | %s | %s |" % c for c in counted] + [""]
    if missing:
        parts += ["Not at hand, and left out:", ""] + ["- " + m for m in missing] + [""]
    with open(HERE + "/RESULTS.md", "w", encoding="utf-8") as file:
        file.write("\n".join(parts))
