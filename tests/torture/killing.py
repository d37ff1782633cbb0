"""What P2 and P4 share: commands that write, each with what is there before,
in which states it may leave the casebook, and how it is done again."""

import pathlib
import shutil

import faulty
import torment

CHANGED = ("groenlab-schiedam", "werkplaats-vlaardingen")
CORRECTION = ("correct", "kvds-02", "themes", "--drop", "theme=participatie",
              "--because", "Verzonnen.", "--by", "Toets")


class Scenario:
    """before, good: names of casebooks below the place (see prepare)."""

    def __init__(self, name, before, good, *arguments, again=(0,), then=None):
        self.name, self.before, self.good = name, before, good
        self.arguments = arguments
        self.again = again      # exit statuses of doing it again
        self.then = then        # what puts away what a failed one leaves


def scenarios(place):
    return (
        Scenario("load", "none", ("none", "old"), "ingest", place / "reports"),
        Scenario("update", "old", ("old", *CHANGED, "new"), "ingest",
                 place / "new"),
        Scenario("remove", "old", ("old", "removed"), "remove", CHANGED[0],
                 again=(0, 1)),
        Scenario("correct", "old", ("old", "corrected"), *CORRECTION,
                 again=(0, 1), then=("ingest", place / "reports")),
        Scenario("rebuild", "old", ("old",), "rebuild"),
    )


def prepare(place):
    """Reports, others of which two have changed, and a casebook of each."""
    reports = place / "reports"
    shutil.copytree(torment.REPORTS, reports)
    for name in (*CHANGED, "new"):
        shutil.copytree(reports, place / name)
        for source in CHANGED:
            if name in (source, "new"):
                with open(place / name / f"{source}.txt", "a") as file:
                    file.write("\nAnders dan eerst.\n")
    (place / "casebooks/none").mkdir(parents=True)
    made = {"old": ["ingest", reports],
            **{name: ["ingest", place / name] for name in (*CHANGED, "new")},
            "removed": ["remove", CHANGED[0]], "corrected": CORRECTION}
    for name, arguments in made.items():
        folder = place / "casebooks" / name
        if name == "old":
            folder.mkdir()
        else:
            shutil.copytree(place / "casebooks/old", folder)
        done = torment.Run("--db", folder / "casebook.db", *arguments)
        assert done.status == 0, done
    return list(made)


class Trial:
    """A folder in which commands are struck, one worker's own."""

    def __init__(self, place, names, worker):
        self.place = pathlib.Path(place)
        self.folder = self.place / f"trial.{worker}" / "casebook"
        self.database = self.folder / "casebook.db"
        self.states = faulty.States(self.folder.parent / "look")
        for name in names:
            self.states.learn(name, self.place / "casebooks" / name)
        assert len(self.states.known) == len(names)

    def begin(self, scenario):
        faulty.renew(self.folder,
                     like=self.place / "casebooks" / scenario.before)

    def number_of_calls(self, scenario, calls):
        self.begin(scenario)
        return faulty.number_of_calls(calls, self.folder, "--db",
                                      self.database, *scenario.arguments)

    def struck(self, scenario, calls, **asked):
        """The run, with the fault."""
        self.begin(scenario)
        return torment.Run(
            "--db", self.database, *scenario.arguments,
            env=faulty.environment(calls, self.folder, **asked))

    def wrong_now(self, scenario):
        """What is wrong with what was left: its state, and how it reads."""
        wrong = []
        files = faulty.files_of(self.folder)
        state = self.states.of(files)
        if state not in scenario.good:
            wrong.append(f"the casebook is {state}")
        read = torment.Run("--db", self.database, "list")
        if state == "none":
            if read.status != 3 or b"no casebook at" not in read.err:
                wrong.append(f"reading: {read}")
        elif read.status != 0 or read.err:
            wrong.append(f"reading: {read}")
        return wrong

    def wrong_again(self, scenario, beside=True):
        """What is wrong when the same is done once more, undisturbed."""
        wrong = []
        done = torment.Run("--db", self.database, *scenario.arguments)
        if done.status not in scenario.again:
            wrong.append(f"again: {done}")
        if scenario.then:
            torment.Run("--db", self.database, *scenario.then)
        files = faulty.files_of(self.folder)
        state = self.states.of(files)
        if state != scenario.good[-1]:
            wrong.append(f"again: the casebook is {state}")
        if beside and set(files) != {"casebook.db"}:
            wrong.append(f"again: beside it {sorted(files)}")
        return wrong
