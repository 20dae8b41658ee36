"""What does this form ask, and for how long does an answer stand?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.web.handbook.kept import kept
from homeward.web.handbook.shown import NOWHERE, shown
from homeward.web.page import PageRequest, page


@page("handbook.view", methods=("GET",))
def questionnaire(request: PageRequest, code: str) -> HttpResponse:
    """One form, question by question."""
    declared = directory.place().questionnaires.get(code)
    if declared is None:
        raise NOWHERE
    keeper = kept(declared, today=london_day(request.at))
    return shown(request, "handbook/questionnaire/page.html", each=declared, kept=keeper)
