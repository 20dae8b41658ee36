"""Which notices has nobody in our team seen?"""

from django.http import HttpResponse

from homeward.web.notices.shown import shown
from homeward.web.page import PageRequest, page, show


@page("notice.see", methods=("GET",))
def notices(request: PageRequest) -> HttpResponse:
    """All of them: deaths first, then moves, newest first."""
    return show(request, "notices/all/page.html", shown(request, page="notices"))
