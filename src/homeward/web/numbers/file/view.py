"""What is in the files that anyone may open?"""

from django.http import HttpResponse

from homeward.measures import api as measures
from homeward.web.page import OpenRequest, open_page

KEEP = "public, max-age=180"  # counted anew every three minutes at most


@open_page(methods=("GET",))
def open_csv(request: OpenRequest, code: str) -> HttpResponse:
    """Settled quarters, by month and by group, as CSV. Nothing in the address narrows it."""
    response = HttpResponse(measures.open_file(code), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{code}.csv"'
    response["Cache-Control"] = KEEP
    return response


@open_page(methods=("GET",))
def open_json(request: OpenRequest, code: str) -> HttpResponse:
    """The same as JSON."""
    response = HttpResponse(measures.open_json(code), content_type="application/json")
    response["Cache-Control"] = KEEP
    return response
