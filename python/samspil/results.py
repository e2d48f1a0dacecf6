"""Reads a results file, or a folder of tables that --csv wrote."""
import io
import json
import pathlib

import h5py
import pandas

# What a column's name ends with, and what that counts.
ENDINGS = {"_kr": "kr.", "kr": "kr.", "hours": "hours", "_months": "months", "_share": "share",
           "variance_ratio": "ratio", "probability_of_saving": "share", "year": "calendar year",
           "_level": "calendar year", "count": "people, days, hours or weeks, by the outcome"}


def units_of(table):
    """By column; of `units`, which differ by row, the column that tells them."""
    units = {}
    for column in table.columns:
        for ending, unit in ENDINGS.items():
            if column.endswith(ending) and pandas.api.types.is_numeric_dtype(table[column]):
                units[column] = unit
        if column == "units" and "unit" in table:
            units[column] = "as the column unit says"
    return units


def table_of(text):
    """A CSV table; an empty cell is a missing value, the word none is not."""
    table = pandas.read_csv(io.StringIO(text), keep_default_na=False, na_values=[""])
    for column in table.columns:
        if set(table[column].dropna().unique()) <= {"yes", "no"} and len(table) > 0:
            table[column] = table[column].map({"yes": True, "no": False})
    table.attrs["units"] = units_of(table)
    return table


class Results:
    """One run: its document, and its tables by name."""

    def __init__(self, document, texts, source):
        self.document = document
        self.source = source
        self._texts = texts
        self._tables = {}

    def __getitem__(self, name):
        if name not in self._texts:
            raise KeyError(f"{self.source} has no table '{name}'; it has {', '.join(self.tables)}")
        if name not in self._tables:
            self._tables[name] = table_of(self._texts[name])
        return self._tables[name]

    def __contains__(self, name):
        return name in self._texts

    @property
    def tables(self):
        return sorted(self._texts)

    @property
    def hash(self):
        return self.document["results_hash"]

    @property
    def caveats(self):
        """What no net result is shown without, in English."""
        return [caveat["text"] for caveat in self.document["caveats"]]

    def label(self, kind, name, language="en"):
        """What a name of a table is called: label("department", "employment", "da")."""
        labels = self["labels"]
        found = labels[(labels.kind == kind) & (labels.name == name)]
        return name if found.empty else found.iloc[0][language]

    def net_by_department(self, strategy, effect_level="centre", payer="municipality"):
        """kr. of less expenditure by department and year, the programme counted as a cost."""
        changes = self["cashable"]
        own = changes[(changes.strategy == strategy) & (changes.effect_level == effect_level) &
                      (changes.payer == payer)]
        table = own.pivot_table(index="department", columns="year", values="net_result_kr",
                                aggfunc="sum", fill_value=0)
        table.attrs["units"] = {year: "kr." for year in table.columns}
        return table


def _text(dataset):
    value = dataset[()]
    return value.decode() if isinstance(value, bytes) else str(value)


def read_results(path):
    """Of a results file (.h5), or of a folder that `--csv` wrote."""
    path = pathlib.Path(path)
    if path.is_dir():
        texts = {file.stem: file.read_text(encoding="utf-8-sig") for file in path.glob("*.csv")}
        if not texts:
            raise ValueError(f"{path}: holds no table of samspil")
        about = path / "run.json"
        return Results(json.loads(about.read_text()) if about.exists() else {}, texts, path)
    try:
        with h5py.File(path, "r") as file:
            if "document/run" not in file:
                raise ValueError(f"{path}: is no results file of samspil")
            document = json.loads(_text(file["document/run"]))
            texts = {name.removesuffix(".csv"): _text(file["tables"][name])
                     for name in file["tables"] if name.endswith(".csv")}
    except OSError as error:
        raise ValueError(f"{path}: cannot be read as HDF5: {error}") from error
    return Results(document, texts, path)
