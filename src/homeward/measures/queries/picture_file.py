"""How does a drawn picture become a file that can be sent: PNG or PDF? Typst sets it; no browser and no system library."""

from datetime import UTC, datetime
from re import search
from typing import Literal

Form = Literal["png", "pdf"]
DRAWN_AT = datetime(2000, 1, 1, tzinfo=UTC)  # so that the same picture gives the same bytes


def picture_file(svg: str, *, form: Form, told: str, dots: float = 192.0) -> bytes:
    """The SVG text as bytes of a PNG, or of an accessible PDF (PDF/UA-1) whose picture is told as `told`."""
    import typst

    box = search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if box is None:
        raise ValueError("A picture without a viewBox has no size.")
    width, height = (float(each) * 0.75 for each in box.groups())
    page = (
        "#let said = sys.inputs\n#set document(title: said.told, date: none)\n"
        f"#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n"
        '#set text(lang: "en", region: "gb")\n'
        f'#image(bytes(said.svg), format: "svg", width: {width}pt, height: {height}pt, alt: said.told)\n'
    ).encode()
    inputs = {"svg": svg, "told": told}
    if form == "png":
        return bytes(typst.compile(page, format="png", ppi=dots, sys_inputs=inputs))
    return bytes(typst.compile(page, format="pdf", pdf_standards=["ua-1"], sys_inputs=inputs, timestamp=DRAWN_AT))
