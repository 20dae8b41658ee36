"""A document as an Excel book: a sheet for each table, and one of definitions. Text stays text: no formula, no link."""

import io
from typing import Any

from homeward.measures.queries.files.document import Document, Sheet

WIDEST = 60
SHEET_NAME_MOST = 31  # Excel's own limit
TEXT_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def as_xlsx(document: Document) -> bytes:
    """The bytes of the book."""
    import xlsxwriter  # only where a book is asked for

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, TEXT_ONLY) as book:
        book.set_properties({"title": document.title, "comments": document.figure})
        looks = {
            "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        for sheet in document.sheets:
            _sheet(book, sheet, looks)
        _sheet(book, Sheet(name="Definitions", head=("What", "Said"), rows=document.facts), looks)
    return out.getvalue()


def _sheet(book: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    page = book.add_worksheet(sheet.name[:SHEET_NAME_MOST])
    page.freeze_panes(1, 0)
    for column, words in enumerate(sheet.head):
        page.write_string(0, column, words, looks["head"])
        longest = max([len(words), *(len(str(row[column] or "")) for row in sheet.rows)])
        page.set_column(column, column, min(WIDEST, longest + 2))
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(number, column, value, looks["text"])
            elif value is not None:
                page.write_number(number, column, value)
