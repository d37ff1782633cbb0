#!/usr/bin/env python3
"""Invents reports in the form of kvds, and the facts that must be found in them.

usage: corpus.py OUT PROJECTS [--seed N] [--jobs N]

OUT/reports/ gets files of 43 projects, OUT/facts/ the tables as `casebook
evaluate` reads them. A file depends on the seed and its number alone, so that
a small corpus is the beginning of a large one (its last file is the shorter).
Read it with --data tests/bench/data --layout kvds-bench.
"""
import argparse
import csv
import multiprocessing
import os
import random
import re
import textwrap
import unicodedata

import phrases
from phrases import PLACES, Words

PER_FILE = 43
TABLES = {
    "projects": "project kind title area start end period_note",
    "places": "project place",
    "involvements": "project role organisation named note",
    "advisers": "project adviser email contact",
    "measurements": "project component object moment grade",
    "participation": "project component level stance",
    "phases": "project ordinal phase kind start end",
    "themes": "project theme",
    "quotes": "project ordinal text speaker",
}
HEADINGS = {
    "opdrachtgever": ["Opdrachtgever(s)"],
    "adviseur": ["JSO-adviseur"],
    "gebied": ["Gebied waar de proeftuin is uitgevoerd"],
    "partners": ["Met wie wordt samengewerkt?"],
    "betrokken": ["Op welke wijze zijn inwoners en/of cliënten betrokken?"],
    "uitvoering": ["Uitvoering"],
    "doel": ["Wat is het doel van de proeftuin en voor wie?"],
    "resultaten": ["Wat zijn de bereikte resultaten?", "Wat zijn de gerealiseerde resultaten?"],
    "vernieuwend": ["Wat is er vernieuwend aan de aanpak van deze proeftuin?",
                    "Wat is vernieuwend aan de aanpak van deze proeftuin?"],
    "quotes": ["Quotes", "Quotes van betrokkenen", "Quotes vanuit betrokkenen",
               "Quotes door betrokkenen", "Quotes vanuit de betrokken partijen"],
    "onderzoek": ["Onderzoeksresultaten", "Onderzoekresultaten"],
    "aansturing": ["Aansturing"],
    "burgerparticipatie": ["Burgerparticipatie"],
    "samenwerking": ["Samenwerking"],
    "effecten": ["Effecten voor inwoners", "Effect voor inwoners"],
}
# Long headings bear a slip of the pen, and any of them capitals or a colon.
SLIPS = ["Gebied waar de proeftiun is uitgevoerd", "Wat zijn de bereikte resultatn?",
         "Op welke wijze zijn inwoners en/of clienten betrokken?",
         "Wat is het doel van de proeftuin en voor wie"]
WORDS = Words()


class Report:
    """One file in the making."""

    def __init__(self, seed, number, n_projects):
        self.number, self.n_projects = number, n_projects
        self.random = random.Random(seed * 1000003 + number)
        self.name = "r%06d" % number
        self.rows = {table: [] for table in TABLES}
        self.lines = []
        self.key = ""

    # --- words ---------------------------------------------------------------

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def pick(self, things):
        return things[int(self.random.random() * len(things))]

    def word(self):
        """Zipf's law with an open end: new words go on coming."""
        return WORDS[int(60 * (self.random.random() ** -1.25 - 1)) % 20000000]

    def name_of(self):
        return self.word().capitalize()

    def prose(self, n):
        return [self.pick(phrases.NEUTRAL).format(self.word(), self.word(), self.word(), self.word())
                for _ in range(n)]

    # --- lines ---------------------------------------------------------------

    def heading(self, section, heading=None):
        heading = heading or self.pick(HEADINGS[section])
        if self.chance(2):
            slips = [s for s in SLIPS if s[:10] == heading[:10]]
            heading = slips[0] if slips else heading
        elif self.chance(2):
            heading = heading.upper()
        elif self.chance(2) and not heading.endswith("?"):
            heading += ":"
        self.lines += [heading, ""]

    def paragraph(self, text):
        self.lines += [text, ""]

    def section(self, section, text, heading=None):
        self.heading(section, heading)
        self.paragraph(text)

    def fact(self, table, *values):
        self.rows[table].append((self.key,) + values)

    # --- sections ------------------------------------------------------------

    def clients(self, place):
        names = ["Gemeente " + place]
        if self.chance(20):
            names.append("Gemeente " + self.pick([p for p in PLACES if p != place]))
        for name in names:
            self.fact("involvements", "opdrachtgever", name, 1, "")
        self.section("opdrachtgever", self.pick([", ", " en ", "; "]).join(names))

    def advisers(self):
        first, last = self.pick(phrases.FIRST), self.pick(phrases.LAST)
        address = "%s.%s@jso.nl" % (first[0].lower(), last.lower())
        printed = address.replace("jso", "js0") if self.chance(5) else address
        form = self.pick(["{} {}, {}", "{} {} ({})"])
        self.fact("advisers", first + " " + last, address, 1)
        text = form.format(first, last, printed)
        if self.chance(15):
            other = self.pick([f for f in phrases.FIRST if f != first])
            name = other + " " + self.pick([l for l in phrases.LAST if l != last])
            self.fact("advisers", name, "", 0)
            text = name + " en " + text
        self.section("adviseur", text)

    def area(self, place):
        text = place
        self.fact("places", place)
        if self.chance(15):
            text = place + "-" + self.pick(phrases.WINDS)
            self.fact("places", text)
        elif self.chance(10):
            other = self.pick([p for p in PLACES if p != place])
            self.fact("places", other)
            text = self.pick(["{} en {}", "{}, {}", "{}/{}"]).format(place, other)
        elif self.chance(10):
            text = self.pick(["Gemeente ", "Regio "]) + place
        self.section("gebied", text)
        return text

    def partners(self):
        items = {}
        for _ in range(self.random.randint(2, 7)):
            if self.chance(70):
                items[self.pick(phrases.NAMED).format(self.name_of())] = 1
            else:
                items[self.pick(phrases.GROUPS)] = 0
        names = list(items)
        for name in names:
            self.fact("involvements", "partner", name, items[name], "")
        form = self.random.random()
        if form < .6:
            text = ", ".join(names[:-1]) + (" en " if len(names) > 1 else "") + names[-1] + "."
        elif form < .75:
            text = "; ".join(names)
        else:
            mark = self.pick(["- ", "• ", ""])
            text = "\n".join(mark + name for name in names)
        self.section("partners", text)

    def participation(self):
        levels = list(phrases.PARTICIPATION)
        level = self.pick(levels)
        chosen = {level, self.pick(levels)} if level != "geen" else {level}
        sentences = []
        for level in sorted(chosen - ({"geen"} if len(chosen) > 1 else set())):
            stance = self.pick(list(phrases.PARTICIPATION[level]))
            text = self.pick(phrases.PARTICIPATION[level][stance]).format(self.word())
            self.fact("participation", "", level, stance)
            sentences.append(text)
        self.section("betrokken", " ".join(sentences + self.prose(2)))

    def period(self):
        start = self.random.randint(2008, 2023)
        end = start if self.chance(25) else start + self.random.randint(1, 2)
        forms = ["{0}-{1}", "{0} - {1}", "{0} – {1}", "{0} t/m {1}", "{0} tot en met {1}"]
        self.section("uitvoering", str(start) if start == end else self.pick(forms).format(start, end))
        self.fact("phases", 0, "uitvoering", "uitvoering", start, end)
        return start, end

    def aim(self):
        themes = self.random.sample(list(phrases.THEMES), self.random.randint(2, 3))
        sentences = []
        for theme in themes:
            self.fact("themes", theme)
            sentences.append(self.pick(phrases.AIMS).format(self.pick(phrases.THEMES[theme])))
        self.heading("doel")
        self.paragraph(" ".join(sentences + self.prose(6)))
        self.paragraph(" ".join(self.prose(8)))

    def results(self):
        self.heading("resultaten")
        self.paragraph(" ".join(self.prose(9)))
        self.lines += ["%d. %s" % (i + 1, s) for i, s in enumerate(self.prose(3))] + [""]
        self.heading("vernieuwend")
        self.lines += ["- " + s for s in self.prose(4)] + [""]
        text = self.prose(11)
        if self.chance(20):
            steps = self.random.sample(phrases.STEPS, self.random.randint(2, 4))
            for i, step in enumerate(steps):
                self.fact("phases", i + 1, step, "stap", "", "")
            joined = ", ".join(steps[:-1]) + " en " + steps[-1]
            text.insert(3, self.pick(phrases.STEP_LISTS).format(n=phrases.NUMBERS[len(steps)], steps=joined))
        self.paragraph(" ".join(text))

    def grade(self):
        tenths = self.random.randint(40, 95)
        return "%d,%d" % divmod(tenths, 10) if tenths % 10 else str(tenths // 10)

    def marks(self, component, kind):
        text = self.prose(9)
        if self.chance(30):
            a, b = self.grade(), self.grade()
            form, facts = self.pick([g for g in phrases.GRADES if g[1][0][0] == kind])
            for thing, moment, which in facts:
                grade = "%.1f" % float({"a": a, "b": b}[which].replace(",", "."))
                self.fact("measurements", component, thing, moment, grade)
            text.insert(self.random.randint(0, 5), form.format(a=a, b=b))
        if self.chance(20):
            text.append(self.pick(phrases.NO_GRADES))
        return " ".join(text)

    def research(self):
        component, heading = "", None
        if self.chance(8):
            component = "De " + self.word()
            marks = self.pick(["‘’", "“”", "''", '""'])
            heading = "Onderzoeksresultaten onderdeel " + marks[0] + component + marks[1]
        self.lines += [heading, ""] if heading else []
        if not heading:
            self.heading("onderzoek")
        self.section("aansturing", " ".join(self.prose(9)))
        self.section("burgerparticipatie", " ".join(self.prose(8)))
        self.section("samenwerking", self.marks(component, "samenwerking"))
        self.section("effecten", self.marks(component, "proeftuin"))

    def quotes(self):
        self.heading("quotes")
        for i in range(self.random.randint(1, 3)):
            text = self.pick(phrases.QUOTES).format(self.word())
            speaker = self.pick(phrases.SPEAKERS) if self.chance(50) else ""
            form = self.pick(["{1}: “{0}.”", "“{0}” ({1})"]) if speaker else self.pick(["“{0}.”", "‘{0}.’"])
            self.fact("quotes", i + 1, text, speaker)
            self.paragraph(form.format(text, speaker))

    def project(self, ordinal, title, place):
        self.key = "%s-%02d" % (self.name, ordinal)
        self.paragraph(title)
        self.clients(place)
        self.advisers()
        area = self.area(place)
        self.partners()
        self.participation()
        start, end = self.period()
        self.fact("projects", "proeftuin", title, area, start, end, "")
        self.aim()
        self.results()
        self.research()
        if self.chance(60):
            self.quotes()

    # --- the file ------------------------------------------------------------

    def text(self):
        titles = []
        for _ in range(self.n_projects):
            place = self.pick(PLACES)
            titles.append(("%s %s %s" % (self.name_of(), self.word(), place), place))
        self.lines = ["Samen innoveren", "", "Eindverslag %d proeftuinen" % self.n_projects, "",
                      "Verzonnen verslag voor een meting", "", "Gouda, 25 oktober 2017", "",
                      "Overzicht proeftuinen", ""]
        self.lines += ["%d.\t%s\t%d" % (i + 1, t[0], 5 + 3 * i) for i, t in enumerate(titles)]
        self.lines += ["", "Woord vooraf", "", "Alles in dit verslag is verzonnen.", ""]
        for i, (title, place) in enumerate(titles):
            self.project(i + 1, title, place)
        self.lines += ["Postadres:", "Postbus 1, Gouda"]
        return self.disguised("\n".join(self.lines) + "\n")

    def disguised(self, text):
        """Now and then a file has the look of another program."""
        guise = self.number % 16
        if guise == 3:
            text = text.replace("\n", "\r\n")
        elif guise == 5:
            text = "\ufeff" + text
        elif guise == 7:
            text = unicodedata.normalize("NFD", text)
        elif guise == 9:
            text = "\n".join(textwrap.fill(line, 76, break_long_words=False, break_on_hyphens=False)
                             if len(line) > 76 else line for line in text.split("\n"))
        elif guise == 11:
            text = re.sub(r"(?<=\w) (?=en )", "\u00a0", text)
        return text


def make(job):
    out, seed, number, n_projects = job
    report = Report(seed, number, n_projects)
    path = os.path.join(out, "reports", report.name + ".txt")
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(report.text())
    return report.rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out")
    parser.add_argument("projects", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    args = parser.parse_args()
    os.makedirs(os.path.join(args.out, "reports"), exist_ok=True)
    os.makedirs(os.path.join(args.out, "facts"), exist_ok=True)
    jobs = [(args.out, args.seed, i, min(PER_FILE, args.projects - i * PER_FILE))
            for i in range(-(-args.projects // PER_FILE))]
    files = {t: open(os.path.join(args.out, "facts", t + ".csv"), "w", encoding="utf-8", newline="")
             for t in TABLES}
    writers = {t: csv.writer(files[t]) for t in TABLES}
    for table, columns in TABLES.items():
        writers[table].writerow(columns.split())
    with multiprocessing.Pool(args.jobs) as pool:
        for rows in pool.imap(make, jobs, 4):
            for table in TABLES:
                writers[table].writerows(rows[table])
    for file in files.values():
        file.close()


if __name__ == "__main__":
    main()
