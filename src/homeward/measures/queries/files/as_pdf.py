"""A document as an accessible PDF (PDF/UA-1): the figure, its chart with words for it, tables, and what it means."""

import json
from dataclasses import asdict
from datetime import UTC, datetime

from homeward.measures.queries.files.document import Document, Value

ROWS_MOST = 120  # of one table on paper; the other forms hold all of them
DRAWN_AT = datetime(2000, 1, 1, tzinfo=UTC)  # so that the same figures give the same bytes

PAGE = """
#let it = json(bytes(sys.inputs.document))
#set document(title: it.title, date: none)
#set page(paper: "a4", margin: (x: 2cm, y: 2cm), footer: context [
  #set text(size: 7.5pt, fill: luma(90))
  #grid(columns: (1fr, auto), column-gutter: 16pt, [#it.title. #it.foot], [Page #counter(page).display() of #counter(page).final().first()])])
#set text(lang: "en", region: "gb", size: 10pt, font: ("Liberation Sans", "Arial", "DejaVu Sans", "Libertinus Serif"))
#set par(justify: false)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set block(above: 1.4em, below: 0.7em)
= #it.title
#text(fill: luma(80))[#it.lead]
#block(above: 1em, below: 1em)[#text(size: 26pt, weight: "bold")[#it.figure]]
#if it.picture != "" [#figure(image(bytes(it.picture), format: "svg", width: 100%, alt: it.told), kind: image, supplement: none, numbering: none)]
#it.told
#for sheet in it.sheets [
  == #sheet.name
  #table(
    columns: sheet.head.len(), stroke: (x, y) => (bottom: 0.4pt + luma(200)), inset: (x: 4pt, y: 3pt),
    table.header(..sheet.head.map(each => strong(each))),
    ..sheet.rows.flatten().map(each => if each == none [] else [#each]),
  )
]
== What it means
#for fact in it.facts [
  #block(below: 0.7em)[#strong(fact.at(0) + ":") #fact.at(1)]
]
"""


def as_pdf(document: Document) -> bytes:
    """The bytes of the PDF."""
    import typst  # only where paper is asked for

    said = asdict(document)
    for sheet in said["sheets"]:
        sheet["rows"] = [[_on_paper(each) for each in row] for row in sheet["rows"][:ROWS_MOST]]
    made = typst.compile(
        PAGE.encode(),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"document": json.dumps(said, ensure_ascii=False)},
        timestamp=DRAWN_AT,
    )
    return bytes(made)


def _on_paper(value: Value) -> str:
    """As a reader wants it: one decimal, or two digits of what is less than one; the other forms hold it finer."""
    if isinstance(value, float):
        return f"{value:.1f}" if abs(value) >= 1 or value == 0 else f"{value:.2g}"
    return "" if value is None else str(value)
