"""What Excel is strict about and other programs are not: where a workbook breaks one of these, Excel offers to
repair it. And columns without a width, in which large numbers are ###. `faults_of(file)` tells them, one line each."""
import posixpath
import re
import zipfile
from xml.etree import ElementTree

from openpyxl import load_workbook

from office import MAIN, RELATION, place

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
# Known to Excel since 2007, so that none needs a prefix (_xlfn.) in the file.
FUNCTIONS = {"ABS", "COLUMN", "COLUMNS", "IF", "INDEX", "INT", "MAX", "MIN", "POWER", "ROUND", "ROUNDUP", "SUM",
             "SUMIFS", "SUMPRODUCT"}
# What XML has no place for; libraries write it as _x0001_, which a reader sees.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
TEXT_IN_FORMULA = re.compile(r'"(?:[^"]|"")*"')
SHEET_IN_FORMULA = re.compile(r"'((?:[^']|'')+)'!")


def nested(formula):
    """How many calls stand within each other."""
    depth = most = 0
    for sign in TEXT_IN_FORMULA.sub("", formula):
        depth += (sign == "(") - (sign == ")")
        most = max(most, depth)
    return most if depth == 0 else 999


def formula_faults(formula, sheets):
    bare = SHEET_IN_FORMULA.sub("", TEXT_IN_FORMULA.sub('""', formula))
    named = [name.replace("''", "'") for name in SHEET_IN_FORMULA.findall(TEXT_IN_FORMULA.sub('""', formula))]
    texts = TEXT_IN_FORMULA.findall(SHEET_IN_FORMULA.sub("", formula))
    if len(formula) > 8192:
        yield f"a formula of {len(formula)} characters"
    if nested(formula) > 64:
        yield "calls within calls, more than 64"
    for name in set(re.findall(r"([A-Z][A-Z0-9.]*)\(", bare)) - FUNCTIONS:
        yield f"function {name}"
    for name in set(named) - set(sheets):
        yield f"sheet '{name}' of a formula is none"
    if any(len(text) > 257 for text in texts):
        yield "a text of a formula is longer than 255 characters"


def name_faults(names):
    if len({name.lower() for name in names}) < len(names):
        yield "two sheets of one name"
    for name in names:
        if not 1 <= len(name) <= 31 or re.search(r"[\[\]:*?/\\]", name) or name[0] == "'" or name[-1] == "'":
            yield f"sheet name {name!r}"


def area(reference):
    first, last = (reference.split(":") * 2)[:2]
    return *place(first.replace("$", "")), *place(last.replace("$", ""))


def meet(one, other):
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def overlaps(references):
    areas = [(reference, area(reference)) for reference in references]
    for i, (name, one) in enumerate(areas):
        for other_name, other in areas[i + 1:]:
            if meet(one, other):
                yield f"{name} and {other_name} lie over each other"


def cell_faults(root, strings, styles, sheets):
    last_row = 0
    for row in root.iter(MAIN + "row"):
        number, last_column = int(row.get("r")), -1
        if number <= last_row:
            yield f"row {number} after {last_row}"
        last_row = number
        for cell in row:
            at, column = cell.get("r"), place(cell.get("r"))[1]
            if column <= last_column or place(at)[0] != number - 1:
                yield f"{at} out of order"
            last_column = column
            if int(cell.get("s", 0)) >= styles:
                yield f"{at}: no such style"
            value, formula = cell.findtext(MAIN + "v"), cell.findtext(MAIN + "f")
            if cell.get("t") == "s" and not 0 <= int(value) < strings:
                yield f"{at}: no such text"
            if cell.get("t") in (None, "n") and value is not None and not re.fullmatch(
                    r"-?\d+(\.\d+)?([eE][-+]?\d+)?", value):
                yield f"{at}: {value} is no number"
            if formula is not None:
                for fault in formula_faults(formula, sheets):
                    yield f"{at}: {fault}"


def rule_faults(root):
    rules = list(root.iter(MAIN + "dataValidation"))
    yield from overlaps([part for rule in rules for part in rule.get("sqref").split()])
    for rule in rules:
        listed = rule.findtext(MAIN + "formula1") or ""
        if rule.get("type") == "list" and listed.startswith('"') and len(listed) > 257:
            yield f"{rule.get('sqref')}: a list of {len(listed)} characters"
        if len(rule.get("error", "")) > 255 or len(rule.get("errorTitle", "")) > 32:
            yield f"{rule.get('sqref')}: a long message"


def sheet_faults(root, strings, styles, sheets):
    yield from cell_faults(root, strings, styles, sheets)
    yield from rule_faults(root)
    yield from overlaps([one.get("ref") for one in root.iter(MAIN + "mergeCell")])
    for link in root.iter(MAIN + "hyperlink"):
        target = SHEET_IN_FORMULA.match(link.get("location", ""))
        if target and target[1].replace("''", "'") not in sheets:
            yield f"a link to {link.get('location')}"
    for kind in ("oddHeader", "oddFooter"):
        for text in root.iter(MAIN + kind):
            if len(text.text or "") > 255:
                yield f"{kind} of {len(text.text)} characters"
    last = 0
    wide = {at for column in root.iter(MAIN + "col")
            for at in range(int(column.get("min")), int(column.get("max")) + 1)}
    for at in {place(cell.get("r"))[1] + 1 for cell in root.iter(MAIN + "c")} - wide:
        yield f"column {at} has no width of its own"
    for column in root.iter(MAIN + "col"):
        if int(column.get("min")) <= last:
            yield f"column {column.get('min')} is set twice"
        last = int(column.get("max"))


def package_faults(archive):
    """Every part is told of by a type and every relation leads to a part."""
    parts = set(archive.namelist())
    if len(parts) < len(archive.namelist()):
        yield "two parts of one name"
    types = ElementTree.fromstring(archive.read("[Content_Types].xml"))
    told = {one.get("PartName", "").lstrip("/") for one in types.iter(TYPES + "Override")}
    endings = {one.get("Extension") for one in types.iter(TYPES + "Default")}
    for part in parts - {"[Content_Types].xml"}:
        if part not in told and part.rsplit(".", 1)[-1] not in endings:
            yield f"{part} has no type"
    for part in told - {""} - parts:
        yield f"{part} is told and missing"
    for name in parts:
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in ElementTree.fromstring(archive.read(name)).iter(PACKAGE + "Relationship"):
            target = relation.get("Target")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(
                posixpath.join(folder, target))
            if relation.get("TargetMode") != "External" and full not in parts:
                yield f"{name} leads to {target}, which is missing"


def faults_of(file):
    faults = []
    with zipfile.ZipFile(file) as archive:
        faults += package_faults(archive)
        strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        texts = ["".join(text.text or "" for text in item.iter(MAIN + "t")) for item in strings]
        faults += [f"a text of {len(text)} characters" for text in texts if len(text) > 32767]
        faults += [f"text {text[:60]!r}" for text in texts if ILLEGAL.search(text)]
        if int(strings.get("uniqueCount")) != len(texts):
            faults.append("the texts are not as many as they are said to be")
        styles = len(ElementTree.fromstring(archive.read("xl/styles.xml")).find(MAIN + "cellXfs"))
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        names = [sheet.get("name") for sheet in book.find(MAIN + "sheets")]
        faults += name_faults(names)
        defined = [(one.get("name").lower(), one.get("localSheetId")) for one in book.iter(MAIN + "definedName")]
        if len(set(defined)) < len(defined):
            faults.append("a name is defined twice")
        relations = {one.get("Id"): one.get("Target")
                     for one in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
        for sheet in book.find(MAIN + "sheets"):
            root = ElementTree.fromstring(archive.read("xl/" + relations[sheet.get(RELATION)]))
            faults += [f"{sheet.get('name')}: {fault}" for fault in sheet_faults(root, len(texts), styles, names)]
        for part in archive.namelist():
            if part.startswith("xl/charts/"):
                for reference in ElementTree.fromstring(archive.read(part)).iter(CHART + "f"):
                    faults += [f"{part}: {fault}" for fault in formula_faults(reference.text, names)]
    load_workbook(file)  # a reader that takes nothing but what the standard says
    return faults
