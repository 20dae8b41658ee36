"""A document as JSON."""

import json

from homeward.measures.queries.files.document import Document


def as_json(document: Document) -> bytes:
    """Facts by name, and each table as a list of rows by heading."""
    said = {
        "measure": document.code,
        "title": document.title,
        "figure": document.figure,
        "facts": dict(document.facts),
        "tables": {
            sheet.name: [dict(zip(sheet.head, row, strict=True)) for row in sheet.rows] for sheet in document.sheets
        },
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()
