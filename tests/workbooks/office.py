"""A spreadsheet program without a screen, and what stands in a workbook's file."""
import os
import pathlib
import re
import subprocess
import tempfile
import time
import zipfile
from xml.etree import ElementTree

import uno
from com.sun.star.beans import PropertyValue

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def prop(name, value):
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


class Office:
    """LibreOffice in a folder of its own, so that none that is open is met."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        pipe = f"samspil{os.getpid()}"
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", "--nodefault",
             f"-env:UserInstallation=file://{self.folder.name}", f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        context = uno.getComponentContext()
        resolver = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", context)
        for _ in range(120):
            try:
                remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except uno.getClass("com.sun.star.connection.NoConnectException"):
                time.sleep(0.5)
        self.desktop = remote.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", remote)

    def open(self, file):
        url = uno.systemPathToFileUrl(str(pathlib.Path(file).resolve()))
        return self.desktop.loadComponentFromURL(url, "_blank", 0, (prop("Hidden", True),))

    def as_pdf(self, book, file):
        url = uno.systemPathToFileUrl(str(pathlib.Path(file).resolve()))
        book.storeToURL(url, (prop("FilterName", "calc_pdf_Export"),))

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:  # it breaks the line that it is asked by
            pass
        self.process.wait(30)
        self.folder.cleanup()


def place(name):
    """Row and column from 0 of "AB12"."""
    letters, digits = re.fullmatch(r"([A-Z]+)([0-9]+)", name).groups()
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1


def cells_of(file):
    """{sheet: {(row, column): (value, formula or None)}} as the file has it: numbers and texts. Throws
    where a part is no XML, or is named and missing."""
    with zipfile.ZipFile(file) as archive:
        if archive.testzip() is not None:
            raise ValueError("damaged archive")
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
        strings = ["".join(text.text or "" for text in item.iter(MAIN + "t"))
                   for item in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))]
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        targets = {one.get("Id"): one.get("Target") for one in
                   ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
        sheets = {}
        for sheet in book.find(MAIN + "sheets"):
            root = ElementTree.fromstring(archive.read("xl/" + targets[sheet.get(RELATION)]))
            cells = sheets[sheet.get("name")] = {}
            for cell in root.iter(MAIN + "c"):
                value, formula = cell.find(MAIN + "v"), cell.find(MAIN + "f")
                if value is None:
                    continue
                said = value.text or ""
                kind = cell.get("t")
                if kind == "s":
                    said = strings[int(said)]
                elif kind != "str":
                    said = float(said)
                cells[place(cell.get("r"))] = (said, None if formula is None else formula.text)
        return sheets


def rows_by_label(sheet, last=400):
    """{text of the first column: [rows]}."""
    found = {}
    for row, (text,) in enumerate(values(sheet, 0, 0, last - 1, 0)):
        if text:
            found.setdefault(text, []).append(row)
    return found


def values(sheet, row, column, last_row, last_column):
    """Rows of what the cells hold, in one call."""
    return sheet.getCellRangeByPosition(column, row, last_column, last_row).getDataArray()


def open_cells(sheet):
    """Cells that may be changed: (row, column)."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    return [(row, column) for row in range(last.EndRow + 1) for column in range(last.EndColumn + 1)
            if not sheet.getCellByPosition(column, row).CellProtection.IsLocked]
