"""How does one bed stand, who has it, when is it likely to free, and what can be done with it?"""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from homeward.capacity import api as capacity
from homeward.capacity.api import UnitRow
from homeward.directory import api as directory
from homeward.foundation.errors import Invalid, NotFound, Refused
from homeward.front_door import api as front_door
from homeward.hospital import api as hospital
from homeward.web.asker import may
from homeward.web.capacity.unit.form import LikelyForm, StandForm
from homeward.web.page import PageRequest, blame, page, show


@page("capacity.view", methods=("GET",))
def unit(request: PageRequest, unit_id: UUID) -> HttpResponse:
    """One bed, and what may be done with it by whoever asks."""
    return _drawn(request, _unit(request, unit_id))


@page("capacity.set_state", methods=("POST",))
def stand(request: PageRequest, unit_id: UUID) -> HttpResponse:
    """It is open, closed with a reason, being cleaned, or closed for infection."""
    form = StandForm(request.POST, auto_id="f-%s")
    return _done(
        request, unit_id, form, "stand", "Written down. The board shows it now.",
        lambda: capacity.set_state(
            unit_id=unit_id, state=form.cleaned_data["state"], reason=form.cleaned_data["reason"], by=request.actor,
            at=request.at,
        ),
    )  # fmt: skip


@page("capacity.leave", methods=("POST",))
def left(request: PageRequest, unit_id: UUID) -> HttpResponse:
    """Whoever was in it has left."""
    cleaning = request.POST.get("then") == "cleaning"
    words = "It is being cleaned: open it when it is ready." if cleaning else "It is free now."
    return _done(
        request, unit_id, None, "", words,
        lambda: capacity.leave(unit_id=unit_id, cleaning=cleaning, by=request.actor, at=request.at),
    )  # fmt: skip


@page("capacity.likely_free", methods=("POST",))
def likely(request: PageRequest, unit_id: UUID) -> HttpResponse:
    """When it is likely to free."""
    form = LikelyForm(request.POST, at=request.at, auto_id="l-%s")
    return _done(
        request, unit_id, form, "likely", "Kept. Whoever places people sees it now; the bed stays taken until they have left.",
        lambda: capacity.likely_free(unit_id=unit_id, expected_at=form.expected_at(), by=request.actor, at=request.at),
    )  # fmt: skip


def _unit(request: PageRequest, unit_id: UUID) -> UnitRow:
    found = capacity.units(at=request.at, unit_id=unit_id)
    if not found:
        raise NotFound("There is no such bed or place.", next_step="Choose one from the list.")
    return found[0]


def _done(
    request: PageRequest, unit_id: UUID, form: forms.Form | None, name: str, words: str, act: Callable[[], object]
) -> HttpResponse:  # fmt: skip
    row = _unit(request, unit_id)
    if form is not None and not form.is_valid():
        return _drawn(request, row, **{name: form})
    try:
        act()
    except Invalid as wrong:
        if form is None:
            raise
        blame(form, wrong)
        return _drawn(request, row, **{name: form})
    except Refused as refused:
        messages.warning(request, f"{refused.message} {refused.next_step}".strip())
        return redirect("capacity_unit", unit_id)
    messages.success(request, f"{row.label}: {words[:1].lower()}{words[1:]}")
    return redirect("capacity_unit", unit_id)


def _who(request: PageRequest, row: UnitRow) -> str:
    """For the bed's own team, the address of the stay of whoever has it; that page opens the record, or refuses, by itself."""
    by = request.actor
    if row.subject_id is not None and row.subject_kind == "arrival":
        theirs = row.service_code in front_door.services_of(by) and may(by, "front_door.view")
        return reverse("front_door_arrival", args=[row.subject_id]) if theirs else ""
    if row.subject_id is None or row.team_code not in by.teams:
        return ""
    if row.taken == "occupied" and may(by, "bed_stay.view"):
        try:
            hospital.person_of_bed_stay({"bed_stay_id": row.subject_id})
        except NotFound:
            return ""  # somebody who is there for a need, not for a stay of recovery
        return reverse("flow_bed", args=[row.subject_id])
    return reverse("flow_stay", args=[row.subject_id]) if row.subject_kind == "stay" and may(by, "flow.view") else ""


def _drawn(
    request: PageRequest, row: UnitRow, *, stand: forms.Form | None = None, likely: forms.Form | None = None
) -> HttpResponse:
    own = capacity.may_report_for(request.actor, row.team_code)
    context = {
        "unit": row,
        "service_title": directory.service(row.service_code).title,
        "team_name": directory.team(row.team_code).name,
        "stand": stand or StandForm(initial={"state": row.state, "reason": row.reason}, auto_id="f-%s"),
        "likely": likely or LikelyForm(at=request.at, auto_id="l-%s"),
        "may_stand": own and may(request.actor, "capacity.set_state"),
        "may_leave": row.taken == "occupied" and may(request.actor, "capacity.leave"),
        "may_say": row.taken == "occupied" and may(request.actor, "capacity.likely_free"),
        "may_name": own and row.by_unit and row.taken == "outside" and may(request.actor, "capacity.keep_units"),
        "may_hub": may(request.actor, "hub.view"),
        "who": _who(request, row),
    }
    return show(request, "capacity/unit/page.html", context, form=stand or likely)
