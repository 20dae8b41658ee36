"""How is one thing about a person's care asked for and done? Show the form, do it, and go back to the care."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Clash, NotPermitted, Refused
from homeward.visits.api import Care
from homeward.web.page import PageRequest, blame, show
from homeward.web.people.health.opened import alerts_of


def ask(
    request: PageRequest, template: str, care: Care, form: Form, *, act: Callable[[Mapping[str, Any]], object],
    done: str, context: Mapping[str, Any] | None = None, ends: bool = False,
) -> HttpResponse:  # fmt: skip
    """GET shows the form; POST does it and says `done`. A refusal is shown beside what was typed.

    What `ends` the care ends the team's right to open the record too, so it goes back to the list of work.
    """
    if form.is_valid():
        try:
            act(form.cleaned_data)
        except (Clash, NotPermitted):
            raise
        except Refused as refused:
            blame(form, refused)
        else:
            messages.success(request, done)
            return redirect("my_work") if ends else redirect("care", care.need.row.id)
    told = alerts_of(request, care.banner.person_id, why="care")
    return show(request, template, {"care": care, "alerts": told, **(context or {})}, form=form)


def open_care(care: Care) -> UUID:
    """The id of the care that is open. Raises Refused when it has ended."""
    if not care.open:
        raise Refused("This care has ended.", next_step="Reopen the referral if help is needed again.")
    return care.episode.id
