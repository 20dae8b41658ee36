"""A document as CSV: one long table, then what it means; no cell that a spreadsheet would run."""

import csv
import io

from homeward.measures.queries.files.document import Document
from homeward.measures.rules.plain_cells import plain


def as_csv(document: Document) -> bytes:
    """With a byte order mark, so that Excel reads its letters."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for sheet in document.sheets:
        writer.writerow([plain(each) for each in (sheet.name, *sheet.head)])
        for row in sheet.rows:
            writer.writerow(["", *(plain(each) if each is not None else "" for each in row)])
        writer.writerow([])
    for name, words in document.facts:
        writer.writerow([plain(name), plain(words)])
    return out.getvalue().encode("utf-8-sig")
