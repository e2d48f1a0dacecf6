"""Every yellow cell of a run's workbook is changed, and a new run must agree to the øre. What a run cuts to
whole øre family by family is no yellow cell."""
import csv
import json
import subprocess

from office import rows_by_label, values

DEPARTMENTS = {"Children and families": "child_family", "Adults, social": "adult_social",
               "Employment": "employment", "School and day care": "school_daycare",
               "Health": "health", "Tax": "tax", "Coordination programme": "coordination",
               "Block grant (guarantee)": "block_grant"}
STRATEGY = "familiens_fremtid"
LEVERS = {"wage": 612345.67, "supervision_share": 0.0987, "training_once": 4321.5,
          "preparation_once": 3456.75, "development_once": 15000.5, "evaluation_per_family": 8000.25}
LOCKED = {"material", "meeting_hours", "meeting_hour_price", "joint_financing"}

SCENARIO = """title_da = "Prøve"
title_en = "Trial"
years = 3
seed = 3
families = 300
population = "people.toml"
strategies = ["{strategy}"]
break_even = false
{prices}{discount}
[municipality]
name = "Somewhere"
target_children = {children}
"""
POPULATION = """id = "few"
title_da = "Få"
title_en = "Few"
year = 2022
candidates = 2000
families = 300
families_per_site = 20
min_challenges = 1
youth_support_counts = true
[[margin]]
name = "child_placed"
target = { value = 0.32, unit = "share", low = 0.3, high = 0.34, grade = "assumed", source = "a test" }
"""


class Trial:
    """Runs of one small scenario with something changed."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        (folder / "people.toml").write_text(POPULATION)

    def command(self, *words):
        done = subprocess.run([self.program, *map(str, words)], capture_output=True, text=True,
                              cwd=self.folder)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return done.stdout

    def run(self, prices=None, levers=None, discount="", children=60, out=None):
        strategy, listed = STRATEGY, ""
        if prices:
            (self.folder / "own.csv").write_text(
                "service,price,price_level,cashable_share,lag_months\n" + prices)
            listed = 'prices = ["own.csv"]\n'
        if levers:
            strategy = "own.toml"
            (self.folder / strategy).write_text(
                f'id = "own"\ntitle_en = "Own"\ntitle_da = "Egen"\nbase = "{STRATEGY}"\n[levers]\n' +
                "".join(f"{name} = {value}\n" for name, value in levers.items()))
        (self.folder / "trial.toml").write_text(SCENARIO.format(
            strategy=strategy, prices=listed, discount=discount, children=children))
        words = ["run", "trial.toml", "--lang", "en", "--json"]
        if out:
            words += ["--out", out, "--force"]
        return json.loads(self.command(*words))


class Report:
    """The open workbook."""

    def __init__(self, book):
        self.book = book
        self.inputs = book.Sheets.getByName("Change here")
        self.rows = rows_by_label(self.inputs, 150)

    def figures(self, years):
        def rows_of(name):
            cells = values(self.book.Sheets.getByName(name), 0, 0, 79, years)
            rows = {}
            for row, line in enumerate(cells):
                rows.setdefault(line[0], []).append(row)
            return cells, rows

        def by_year(cells, row):
            return cells[row][1:]

        money, rows = rows_of("Municipality")
        budget, budget_rows = rows_of("In the budget")
        payers, payer_rows = rows_of("Payers")
        types, type_rows = rows_of("Account types")
        shown = {}
        for label, name in DEPARTMENTS.items():
            shown["net", name] = by_year(money, rows[label][0])
            shown["in_budget", name] = by_year(budget, budget_rows[label][0])
        for label in ("Region", "State", "Public total"):
            shown["payer", label] = by_year(payers, payer_rows[label][0])
        for label in ("Service expenditure", "Transfers", "Revenue"):
            shown["type", label] = by_year(types, type_rows[label][0])
        shown["npv", ""] = [money[rows["Net present value, municipality"][0]][1]]
        shown["npv_public", ""] = [payers[payer_rows["Net present value, public in all"][0]][1]]
        return shown


def told(document):
    one = document["strategies"][0]
    figures = {}
    for name in DEPARTMENTS.values():
        figures["net", name] = one["municipality_by_department"][name]
        figures["in_budget", name] = one["cashable_by_department"]["in_budget"][name]
    net = one["net_result"]
    figures["payer", "Region"] = net["by_payer"]["region"]
    figures["payer", "State"] = net["by_payer"]["state"]
    figures["payer", "Public total"] = net["public"]
    types = one["municipality_by_account_type"]
    figures["type", "Service expenditure"] = types["service"]
    figures["type", "Transfers"] = types["transfer"]
    figures["type", "Revenue"] = types["revenue"]
    figures["npv", ""] = [one["municipality_budget"]["net_present_value"]]
    figures["npv_public", ""] = [one["municipality_budget"]["net_present_value_public"]]
    return figures


def farthest(shown, document, in_budget):
    """How far apart the two are at most: what meets the budget, or all else."""
    wanted = told(document)
    return max((abs(a - b), *key) for key, numbers in shown.items()
               for a, b in zip(numbers, wanted[key]) if (key[0] == "in_budget") == in_budget)


class Changes:
    """Changes cells one by one, runs again, and notes how far apart the two are."""

    def __init__(self, trial, book, first):
        self.trial, self.report, self.book = trial, Report(book), book
        self.years = len(first["years"])
        self.changed, self.faults, self.worst = 0, [], {}
        self.first = first

    def compare(self, kind, what, cells, document):
        before = [(cell, cell.Value) for cell, _ in cells]
        for cell, value in cells:
            cell.Value = value
        self.book.calculateAll()
        shown = self.report.figures(self.years)
        for name, in_budget in ((kind, False), (kind + ", in the budget", True)):
            apart = farthest(shown, document, in_budget)
            self.worst[name] = max(self.worst.get(name, 0), apart[0])
            if apart[0] > 0.005:
                self.faults.append(f"{what}: {apart}")
        for cell, value in before:
            cell.Value = value
        self.changed += 1

    def cell(self, label, column=2, place=0):
        return self.report.inputs.getCellByPosition(column, self.report.rows[label][place])

    def prices(self, labels):
        inputs, level = self.report.inputs, self.first["price_level"]
        for name, price in self.first["prices"]["services"].items():
            row = self.report.rows.get(labels["service", name], [None])[0]
            if row is None or price["closed_by"] is not None:
                continue
            for column, value in ((2, round(price["price"] * 1.07) + 3), (4, 0.35), (5, 7)):
                now = {2: price["price"], 4: price["cashable_share"], 5: price["lag_months"]}
                now[column] = value
                document = self.trial.run(prices=f"{name},{now[2]},{level},{now[4]},{now[5]}\n")
                self.compare(f"price column {column}", f"{name} {column}",
                             [(inputs.getCellByPosition(column, row), value)], document)

    def levers(self, labels):
        for name, value in LEVERS.items():
            row = self.report.rows[labels["lever", name]][0]
            cell = self.report.inputs.getCellByPosition(2, row)
            if cell.CellProtection.IsLocked:
                continue
            document = self.trial.run(levers={name: value})
            self.compare("lever " + name, name, [(cell, value)], document)
        for name in LOCKED:
            if not self.cell(labels["lever", name]).CellProtection.IsLocked:
                self.faults.append(f"{name} may be changed, and a run rounds it otherwise")

    def discounting(self):
        rates = [self.cell(f"Discount rate a year, from year {year}") for year in (0, 35, 70)]
        self.compare("discount rate", "rate", [(cell, 0.0725) for cell in rates],
                     self.trial.run(discount="discount_rate = 0.0725\n"))
        for timing, due in (("start", 0), ("middle", 0.5)):
            self.compare("timing", timing, [(self.cell("When a year's money falls due"), due)],
                         self.trial.run(discount=f'discount_timing = "{timing}"\n'))

    def families(self):
        cell = self.cell("Families of the target group")
        self.compare("families", "families", [(cell, cell.Value * 1.5)], self.trial.run(children=90))


def labels_of(trial):
    """Words of names, from the tables that a run writes."""
    trial.command("run", "trial.toml", "--csv", "tables", "--force")
    found = {}
    with open(trial.folder / "tables" / "labels.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found[row["kind"], row["name"]] = row["en"]
    document = json.loads(trial.command("explain", "--all", "--json", "--lang", "en"))
    for entry in document["entries"]:
        if entry["kind"] == "lever" and entry["label"]:
            found["lever", entry["name"].split(".")[-1]] = entry["label"]
    return found


def check_report(program, office, folder):
    trial = Trial(program, folder)
    first = trial.run(out="first.h5")
    trial.command("report", "first.h5", "--xlsx", "first.xlsx", "--force", "--lang", "en")
    book = office.open(folder / "first.xlsx")
    changes = Changes(trial, book, first)
    changes.compare("as written", "as written", [], first)
    labels = labels_of(trial)
    changes.prices(labels)
    changes.levers(labels)
    changes.discounting()
    changes.families()
    changes.compare("put back", "put back", [], first)
    book.close(True)
    return changes
