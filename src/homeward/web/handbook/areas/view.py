"""Which areas make up the place?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page

KINDS = {
    "locality": "Localities", "neighbourhood": "Neighbourhoods", "pcn": "Primary care networks", "council": "Councils",
    "constituency": "Constituencies", "ward": "Wards", "practice_list": "General practices",
}  # fmt: skip


@page("handbook.view", methods=("GET",))
def areas(request: PageRequest) -> HttpResponse:
    """Every kind of area that stands today, the larger kinds first."""
    today = london_day(request.at)
    listed = [(words, directory.areas_listed(kind, on=today)) for kind, words in KINDS.items()]
    return shown(request, "handbook/areas/page.html", listed=listed)
