"""Who is at work for a team on a day?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from homeward.access.api import members_of
from homeward.foundation.errors import Invalid
from homeward.rounds import api as rounds
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.rounds.chosen import the_day, the_team
from homeward.web.rounds.staff.form import StaffForm

MOST = 100


@page("round.staff")
def staff(request: PageRequest, day: str) -> HttpResponse:
    """Say who works, from when to when, and how they travel; said again it replaces what was said."""
    (team, name), when, how = the_team(request), the_day(day), rounds.policy()
    able = members_of(team, roles=[each.role for each in how.abilities], at=request.at, limit=MOST) if how else []
    initial = {"on": str(how.on_hour), "off": str(how.off_hour), "travels_by": "car"} if how else {}
    form = StaffForm(
        request.POST if request.method == "POST" else None, members=able, day=when, initial=initial, auto_id="f-%s"
    )
    if form.is_valid():
        on_at, off_at = form.hours()
        try:
            for user_id, member in form.chosen():
                rounds.at_work(
                    team_code=team, day=when, user_id=user_id, name=member.name, role_code=member.role, on_at=on_at, off_at=off_at,
                    travels_by=form.cleaned_data["travels_by"], by=request.actor, at=request.at,
                )  # fmt: skip
            messages.success(request, "Noted. The day can be planned with them now.")
            return redirect(f"{reverse('rounds_day', args=[day])}?team={team}")
        except Invalid as wrong:
            blame(
                form, Invalid({"off" if field == "off_at" else field: words for field, words in wrong.errors.items()})
            )
    return show(request, "rounds/staff/page.html", {"team": team, "team_name": name, "day": when}, form=form)
