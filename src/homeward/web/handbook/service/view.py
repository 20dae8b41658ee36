"""What is this service, who is it for, where, when, in what time, and through which stages?"""

from django.http import HttpResponse
from markupsafe import Markup

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.grammar.api import is_open, state_picture
from homeward.web.handbook.kept import kept
from homeward.web.handbook.shown import NOWHERE, shown
from homeward.web.page import PageRequest, page


@page("handbook.view", methods=("GET",))
def service(request: PageRequest, code: str) -> HttpResponse:
    """One service as declared today, with the picture of its stages and a table that says the same."""
    here = directory.place()
    declared = here.services.get(code)
    if declared is None:
        raise NOWHERE
    return shown(
        request,
        "handbook/service/page.html",
        each=declared,
        picture=Markup(state_picture(declared)),  # our own drawing, its words escaped there
        titles={stage.code: stage.title for stage in declared.stages},
        open_now=is_open(here.calendars[declared.calendar], at=request.at),
        fingerprint=directory.fingerprint_of("Service", code),
        kept=kept(declared, today=london_day(request.at), kind="service"),
    )
