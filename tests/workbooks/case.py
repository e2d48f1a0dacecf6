"""Every yellow cell of a case's calculator is changed, and a new run must agree to the øre."""
import json
import subprocess

from office import rows_by_label, values

NAMES = {"Municipality": "municipality", "Region": "region", "State": "state",
         "Citizens": "citizen", "Service expenditure": "service", "Transfers": "transfer",
         "Capital": "capital", "Revenue": "revenue", "Children and families": "child_family",
         "Employment": "employment", "Coordination programme": "coordination"}


class Case:
    """The open workbook, read as the case that its yellow cells tell."""

    def __init__(self, book):
        self.book = book
        self.inputs = book.Sheets.getByName("Inputs")
        self.results = book.Sheets.getByName("Result")
        self.rows = rows_by_label(self.inputs, 80)

    def cell(self, row, column):
        return self.inputs.getCellByPosition(column, row)

    def row(self, begin):
        return next(rows[0] for label, rows in self.rows.items() if label.startswith(begin))

    def number(self, row, column):
        return self.cell(row, column).Value

    def account(self, row):
        name = {column: NAMES[self.cell(row, column).String] for column in (1, 2, 3)}
        return (f'name = "row {row}"\npayer = "{name[1]}"\ndepartment = "{name[2]}"\n'
                f'account_type = "{name[3]}"\n')

    def toml(self):
        people = self.row("Participants who begin")
        intakes = [self.number(people, column) for column in range(1, 6)]
        text = (f"[case]\nparticipants = {intakes}\n"
                f"success_rate = {self.number(self.row('Success rate'), 1)!r}\n"
                f"discount_rate = {self.number(self.row('Discount rate a year, from year 0'), 1)!r}\n"
                f"first_year = {int(self.number(self.row('Year 1'), 1))}\n")
        costs, consequences = self.row("Costs") + 1, self.row("Consequences") + 1
        for row in range(costs, consequences - 2):
            if self.cell(row, 6).Value == 0:
                continue
            once = "true" if self.cell(row, 4).String == "yes" else "false"
            text += (f"[[cost]]\n{self.account(row)}one_off = {once}\n"
                     f"time = {self.number(row, 5)!r}\namount = {self.number(row, 6)!r}\n")
        row = consequences
        while self.cell(row, 1).String:
            each = [self.number(row, column) for column in range(4, 14)]
            if any(each):
                text += f"[[consequence]]\n{self.account(row)}per_success = {each}\n"
            row += 1
        return text

    def figures(self):
        """What the result sheet shows."""
        rows = rows_by_label(self.results, 80)
        cells = values(self.results, 0, 0, 79, 16)
        shown = {}
        for column, purse in enumerate(("municipality", "region", "state", "total"), 1):
            def verdict(label):
                return cells[rows[label][0]][column]
            shown[purse] = {"npv": verdict("Net present value"),
                            "payback_simple": verdict("Payback, years"),
                            "payback_discounted": verdict("Payback discounted, years"),
                            "break_even_success_rate": verdict("Break-even success rate"),
                            "successes_needed": verdict("Successes needed")}
            label = "Public total" if purse == "total" else purse.capitalize()
            shown[purse]["yearly"] = cells[rows[label][0]][1:16]
        return shown


def run_of(program, text, folder):
    file = folder / "changed.toml"
    file.write_text(text)
    done = subprocess.run([program, "case", str(file), "--json"], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr + text)
    return json.loads(done.stdout)


def differences(shown, told):
    """Of every figure by which the sheet and the run are a half øre or more apart."""
    found = []
    for purse, figures in shown.items():
        run = told["total"] if purse == "total" else told["payers"][purse]
        for name, value in figures.items():
            if name == "yearly":
                wanted = run["yearly"] + [0] * (len(value) - len(run["yearly"]))
                found += [f"{purse} year {i}: {a} / {b}" for i, (a, b) in
                          enumerate(zip(value, wanted)) if abs(a - b) > 0.005]
            elif run[name] is None or isinstance(value, str):
                if not (run[name] is None and value in ("never", "-")):
                    found.append(f"{purse} {name}: {value} / {run[name]}")
            elif abs(value - run[name]) > (0.005 if name == "npv" else 1e-6):
                found.append(f"{purse} {name}: {value} / {run[name]}")
    return found


def changed_value(case, row, column):
    """Another value that the cell may hold, and what to put it back to; None of a cell that is no
    number."""
    cell = case.cell(row, column)
    label = case.cell(row, 0).String
    if label.startswith(("Title", "Price level")):
        return None
    costs, consequences = case.row("Costs"), case.row("Consequences")
    if row < costs:
        return 2031 if label.startswith("Year 1") else cell.Value * 1.1 + 0.01
    if row < consequences:
        return {5: 2.5, 6: cell.Value + 12345.67}.get(column)
    return cell.Value - 1111.25 if 4 <= column <= 13 else None


def check_case(program, book, folder, cells):
    """How many cells were changed, and every difference."""
    case, changed, faults = Case(book), 0, []

    def compare(what):
        book.calculateAll()
        faults.extend(f"{what}: {one}" for one in
                      differences(case.figures(), run_of(program, case.toml(), folder)))

    compare("as written")
    rates = [case.row(f"Discount rate a year, from year {year}") for year in (0, 35, 70)]
    for row, column in cells:
        value = changed_value(case, row, column)
        if value is None:
            continue
        # One rate in a file is that of all steps.
        at = [case.cell(one, 1) for one in rates] if row in rates else [case.cell(row, column)]
        before = [(cell.Type.value, cell.Value) for cell in at]
        for cell in at:
            cell.Value = value
        compare(f"Inputs {row + 1},{column + 1} = {value}")
        changed += 1
        for cell, (kind, old) in zip(at, before):
            if kind == "EMPTY":
                cell.String = ""
                cell.clearContents(1 + 2 + 4 + 16)
            else:
                cell.Value = old
    for column, other in ((1, "State"), (2, "Employment"), (3, "Capital")):
        for heading in ("Costs", "Consequences"):
            cell = case.cell(case.row(heading) + 1, column)
            before, cell.String = cell.String, other
            compare(f"{heading} {other}")
            cell.String = before
            changed += 1
    compare("put back")
    return changed, faults
