"""Workbooks for tests: as people save them, and as nobody should."""

import io
import zipfile

from openpyxl import Workbook


def workbook(*lines, **more_sheets):
    """The content of a workbook with these lines on its first sheet, and more sheets by their names."""
    made = Workbook()
    for line in lines:
        made.worksheets[0].append(line)
    for title, rows in more_sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(made)


def saved(made):
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_part(content, name, part):
    """The same workbook with one of its parts replaced, or one more."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, part)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def sheet(rows):
    """The XML of a sheet with this XML in it."""
    return f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def bomb():
    """A workbook of a few kilobytes that unpacks to a hundred megabytes."""
    return with_part(workbook(["a"]), SHEET, b" " * 100_000_000)


def many_parts():
    """A workbook with thousands of parts."""
    out = io.BytesIO(workbook(["a"]))
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(2_000):
            archive.writestr(f"xl/part{number}.xml", "<a/>")
    return out.getvalue()


def endless_entities():
    """A workbook whose sheet defines entities by entities."""
    laughs = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 9))
    head = f'<!DOCTYPE worksheet [<!ENTITY l0 "ha">{laughs}]>'.encode()
    return with_part(workbook(["a"]), SHEET, head + sheet('<row><c t="str"><v>&l8;</v></c></row>'))


def long_sheet(rows):
    """A workbook with so many rows."""
    lines = "".join(f'<row r="{number}"><c r="A{number}"><v>1</v></c></row>' for number in range(1, rows + 1))
    return with_part(workbook(["a"]), SHEET, sheet(lines))


def wide_row():
    """A workbook with a cell in the last column there can be."""
    return with_part(workbook(["a"]), SHEET, sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'))


def far_row():
    """A workbook with a cell in the last row there can be."""
    return with_part(workbook(["a"]), SHEET, sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))


def many_styles():
    """A workbook with more styles than anybody uses."""
    styles = f'<styleSheet xmlns="{SPREADSHEET}"><cellXfs>{"<xf/>" * 1_000_000}</cellXfs></styleSheet>'
    return with_part(workbook(["a"]), "xl/styles.xml", styles)
