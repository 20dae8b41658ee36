"""How do gathered boards become an accessible PDF (PDF/UA-1)? Typst sets it; no browser and no system library."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from homeward.web.boards.pack.paper import PAPER

SET_AT = datetime(2000, 1, 1, tzinfo=UTC)  # so that the same numbers give the same bytes


def typeset(pack: Mapping[str, Any]) -> bytes:
    """The bytes of the PDF."""
    import typst  # 80 MB that only paper needs

    told = {"pack": json.dumps(pack, ensure_ascii=False)}
    return bytes(typst.compile(PAPER.encode(), format="pdf", pdf_standards=["ua-1"], sys_inputs=told, timestamp=SET_AT))
