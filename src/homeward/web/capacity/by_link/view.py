"""Is the number that this link is about still right? One press says so, another number says what it is; the link opens nothing else."""

from allauth.core import ratelimit
from django.http import HttpResponse

from homeward.access import api as access
from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted, Refused
from homeward.web.capacity.by_link.form import NowForm
from homeward.web.page import OpenRequest, blame, open_page, show
from homeward.web.refusal import refusal

OVER = "This link has ended. Links to say what is free last 24 hours, and end as soon as anybody of the team reports."
NEXT = "Nothing is lost: sign in and report it on the capacity page. If the number grows old again, you get a new link."


@open_page(methods=("GET", "POST"))
def asked(request: OpenRequest, token: str) -> HttpResponse:
    """GET shows the number and spends nothing, so that a mail scanner does not answer; POST answers as whoever holds the link."""
    try:
        response = _asked(request, token)
    except NotPermitted:
        response = refusal(request, NotPermitted(OVER, next_step=NEXT))
    response.headers["Referrer-Policy"] = "strict-origin"  # our own name goes on, never the token
    return response


def _asked(request: OpenRequest, token: str) -> HttpResponse:
    by = access.look_at_link(token, request.at)
    if by.role != "capacity" or by.subject is None:
        raise NotPermitted(OVER)
    line = capacity.line(by.subject, at=request.at)
    if line is None:
        raise NotPermitted(OVER)
    form = NowForm(request.POST if request.method == "POST" and "other" in request.POST else None, auto_id="f-%s")
    done = request.method == "POST" and _answered(request, token, by, line, form)
    place = directory.place()
    context = {
        "line": capacity.line(by.subject, at=request.at) if done else line,
        "title": place.services[line.service_code].title,
        "team": place.teams[line.team_code].name,
        "unit": capacity.units_of(line.unit),
        "holder": by.name,
        "done": done,
    }
    return show(request, "capacity/by_link/page.html", context, form=form)


def _answered(request: OpenRequest, token: str, by: Actor, line: capacity.Offer, form: NowForm) -> bool:
    """Whether the answer was taken. Too many tries from one place are refused as at the other links."""
    if form.is_bound and not form.is_valid():
        return False
    if not ratelimit.consume(request, action="login"):
        form.add_error(None, "Too many links were used from here. Wait 5 minutes, then try again.")
        return False
    try:
        access.open_link(token, request.at)
        if not form.is_bound:
            capacity.confirm(line_id=line.line_id, by=by, at=request.at)
            return True
        capacity.report(
            service_code=line.service_code, team_code=line.team_code, site=line.site, skill=line.skill,
            free=form.cleaned_data["free"], total=line.of, by=by, at=request.at,
        )  # fmt: skip
    except NotPermitted:
        raise
    except Refused as refused:
        blame(form, refused)
        return False
    return True
