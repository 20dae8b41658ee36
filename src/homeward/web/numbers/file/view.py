"""What is in the file that anyone may open?"""

from django.http import HttpResponse

from homeward.measures import api as measures
from homeward.web.numbers.asked import read
from homeward.web.page import OpenRequest, open_page


@open_page(methods=("GET",))
def open_csv(request: OpenRequest, code: str) -> HttpResponse:
    """Counts by week and locality as CSV. Only whole periods may be asked for, so that no two files can be taken apart."""
    kept = request.GET.copy()
    for name in ("week", "cut", "value", "status"):
        kept.pop(name, None)
    asked, _ = read(kept, now=request.at)
    response = HttpResponse(measures.open_file(code, asked=asked), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{code}.csv"'
    return response
