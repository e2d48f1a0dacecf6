"""Workbooks in a spreadsheet program: what the file holds is what it reckons, every cell that may be
changed agrees with a new run to the øre, and nothing is in a file that Excel would repair.
`check.py PROGRAM [FOLDER]`; pictures of every sheet in FOLDER."""
import json
import pathlib
import subprocess
import sys
import tempfile

from case import check_case
from office import Office, cells_of, open_cells, values
from report import check_report
from strict import faults_of

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "scenarios" / "examples"


def made(program, folder):
    """Workbooks of every kind in both languages."""
    def command(*words):
        done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"{words}: {done.stderr}")

    results = folder / "results.h5"
    command("run", "default", "--families", 200, "--draws", 8, "--out", results)
    files = []
    for language in ("en", "da"):
        def file(name):
            files.append(folder / f"{name}.{language}.xlsx")
            return [files[-1], "--lang", language]
        command("case", EXAMPLES / "case.toml", "--draws", 500, "--xlsx", *file("case"))
        command("new", "case", "--xlsx", *file("empty"))
        command("family", EXAMPLES / "family_strategy.toml", "--xlsx", *file("family"))
        command("family", EXAMPLES / "family_strategy.toml", "--against",
                EXAMPLES / "family_baseline.toml", "--xlsx", *file("against"))
        command("report", results, "--xlsx", *file("report"))
    return files


def recalculated(office, file):
    """How many formulas the file has, and every cell that comes to something else."""
    formulas, faults = 0, []
    book = office.open(file)
    book.calculateAll()
    for name, cells in cells_of(file).items():
        shown = values(book.Sheets.getByName(name), 0, 0, max(row for row, _ in cells),
                       max(column for _, column in cells))
        for (row, column), (value, formula) in cells.items():
            if formula is None:
                continue
            formulas += 1
            now = shown[row][column]
            is_same = now == value if isinstance(value, str) or isinstance(now, str) else \
                abs(now - value) <= 1e-6 + 1e-11 * abs(value)
            if not is_same:
                faults.append(f"{file.name} {name} {row + 1},{column + 1}: ={formula}: "
                              f"{value!r} / {now!r}")
    book.close(True)
    return formulas, faults


def check_families(program, office, folder):
    """The price of a week and each year of the effort, in the calculator and in a new run."""
    faults, changed = [], 0
    book = office.open(folder / "against.en.xlsx")
    lines, comparison = book.Sheets.getByName("Services"), book.Sheets.getByName("Comparison")
    text = (EXAMPLES / "family_strategy.toml").read_text()

    def compare(what, old, new):
        nonlocal changed
        file = folder / "family.toml"
        file.write_text(text.replace(old, new))
        done = subprocess.run([program, "family", str(file), "--against",
                               str(EXAMPLES / "family_baseline.toml"), "--json"],
                              capture_output=True, text=True, check=True)
        told = json.loads(done.stdout)["against"]["years"]
        book.calculateAll()
        rows = {comparison.getCellByPosition(0, row).String: row for row in range(40, 0, -1)}
        for label, payer in (("Municipality", "municipality"), ("State", "state")):
            for year, of in enumerate(told):
                shown = comparison.getCellByPosition(1 + year, rows[label]).Value
                if abs(shown - of["payers"][payer]) > 0.005:
                    faults.append(f"family {what} {label} {year}: {shown} / {of['payers'][payer]}")
        changed += 1

    compare("as written", "", "")
    places = open_cells(lines)
    weekly = [place for place in places if place[1] == 7]
    for row, column in weekly:
        lines.getCellByPosition(column, row).Value = 3999.37
    compare("weekly", "weekly_amount = 3780", "weekly_amount = 3999.37")
    for row, column in weekly:
        lines.getCellByPosition(column, row).Value = 3780
    for place, new in zip([place for place in places if place[1] == 8],
                          ("[161234, 150000, 0, 0]", "[150000, 161234, 0, 0]")):
        cell = lines.getCellByPosition(place[1], place[0])
        before, cell.Value = cell.Value, 161234
        compare(f"programme {new}", "[150000, 150000, 0, 0]", new)
        cell.Value = before
    book.close(True)
    return changed, faults


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as own:
        folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else own).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.*"):
            old.unlink()
        files = made(program, folder)
        office, faults = Office(), []
        try:
            for file in files:
                count, more = recalculated(office, file)
                strict = [f"{file.name} {fault}" for fault in faults_of(file)]
                print(f"{file.name}: {count} formulas, {len(more)} come to something else, "
                      f"{len(strict)} things that Excel would repair")
                faults += more + strict
            for name in ("case", "empty"):
                book = office.open(folder / f"{name}.en.xlsx")
                cells = open_cells(book.Sheets.getByName("Inputs"))
                if name == "case":
                    count, more = check_case(program, book, folder, cells)
                    print(f"case: {count} cells changed, {len(more)} differences")
                    faults += more
                book.close(True)
            count, more = check_families(program, office, folder)
            print(f"family: {count} changes, {len(more)} differences")
            faults += more
            changes = check_report(program, office, folder)
            print(f"report: {changes.changed} changes, {len(changes.faults)} differences; farthest:")
            for kind, apart in changes.worst.items():
                print(f"  {kind}: {apart:.4f} kr.")
            faults += changes.faults
            if len(sys.argv) > 2:
                for file in files:
                    book = office.open(file)
                    office.as_pdf(book, file.with_suffix(".pdf"))
                    book.close(True)
        finally:
            office.close()
    for fault in faults[:40]:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
