"""What is in the file that anyone may open?"""

from django.http import HttpResponse

from homeward.measures import api as measures
from homeward.web.page import OpenRequest, open_page


@open_page(methods=("GET",))
def open_csv(request: OpenRequest, code: str) -> HttpResponse:
    """Counts of the last 52 whole weeks, by week and by locality, as CSV."""
    response = HttpResponse(measures.open_file(code), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{code}.csv"'
    return response
