"""How does a colleague take a figure away: CSV, Excel, JSON or PDF?"""

from collections.abc import Callable, Mapping

from django.http import HttpResponse

from homeward.foundation.errors import NotFound
from homeward.measures import api as measures
from homeward.web.numbers.asked import read
from homeward.web.page import PageRequest, page

FORMS: Mapping[str, tuple[Callable[[measures.Document], bytes], str]] = {
    "csv": (measures.as_csv, "text/csv; charset=utf-8"),
    "json": (measures.as_json, "application/json"),
    "xlsx": (measures.as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "pdf": (measures.as_pdf, "application/pdf"),
}


@page("number.export", methods=("GET",))
def export(request: PageRequest, code: str, form: str) -> HttpResponse:
    """The figure for the same days and part as its page, as a file."""
    if form not in FORMS:
        raise NotFound(
            "There is no such kind of file.", next_step="Choose CSV, Excel, JSON or PDF on the number's page."
        )
    reading = read(request.GET, now=request.at)
    asked = reading.asked
    write, kind = FORMS[form]
    document = measures.exported(code, asked=asked, by=request.actor, at=request.at, of=reading.of)
    response = HttpResponse(write(document), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{code}-{asked.first}-{asked.last}.{form}"'
    response["Cache-Control"] = "no-store"
    return response
