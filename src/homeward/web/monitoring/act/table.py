"""Which things can be done for somebody on the ward: their words, their form, and the one call that does each?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.monitoring import api as monitoring
from homeward.monitoring.api import StayView
from homeward.web.monitoring.act.form import GapForm, LeaveForm, ReviewForm, ScaleForm, StrikeForm, WordsForm
from homeward.web.words import clock_face, short_day


@dataclass(frozen=True, kw_only=True)
class Act:
    """One of them. `states`: of a stay in which it is offered; `says` what happens next; `quiet` ones need no form."""

    permission: str
    title: str
    button: str
    said: str
    form: Callable[[Any, StayView], forms.Form] | None
    do: Callable[[StayView, Any, Actor, datetime], object]
    states: tuple[str, ...] = ("on",)
    hint: str = ""


def _who(view: StayView, by: Actor, at: datetime) -> Mapping[str, Any]:
    return {"stay_id": view.stay.id, "by": by, "at": at}


def _outcomes(view: StayView) -> dict[str, str]:
    return {each.code: each.title for each in directory.service(view.stay.service_code).outcomes}


def _sets(view: StayView) -> dict[str, str]:
    standing = [each for each in view.sets if not each.struck][:20]
    return {str(each.id): f"{short_day(each.taken_at)} {clock_face(each.taken_at)}, {each.who}" for each in standing}


ACTS: Mapping[str, Act] = {
    "look": Act(
        permission="monitoring.look", title="I have looked", button="I have looked", said="Kept: you have looked.",
        form=None, do=lambda view, form, by, at: monitoring.look(**_who(view, by, at)), states=("on", "in_hospital", "visited"),
    ),
    "review": Act(
        permission="monitoring.review", title="Senior daily review", button="Keep the review",
        said="Reviewed. The next is due in a day.", form=lambda data, view: ReviewForm(data, auto_id="f-%s"),
        do=lambda view, form, by, at: monitoring.review(words=form["words"], **_who(view, by, at)),
        hint="Only a senior clinician's review counts.",
    ),
    "gap": Act(
        permission="monitoring.gap", title="Not being monitored, because", button="Keep this",
        said="Kept. It stands on the ward's list with its end; a whole set is due then.",
        form=lambda data, view: GapForm(data, view=view, auto_id="f-%s"),
        do=lambda view, form, by, at: monitoring.begin_gap(
            reason=form["reason"], until=at + form["span"], words=form["words"], **_who(view, by, at)
        ),
        hint="When the time is over, observations are due again and late ones are alerted. While the score alerts it may not last longer than until the next look.",
    ),
    "watch-again": Act(
        permission="monitoring.watch_again", title="Being monitored again", button="They are being monitored again",
        said="A whole set of observations is due now.", form=None,
        do=lambda view, form, by, at: monitoring.end_gap(**_who(view, by, at)),
    ),
    "scale": Act(
        permission="monitoring.scale", title="Change the SpO2 scale", button="Change the scale",
        said="Kept. Sets are scored on this scale from now on; earlier ones keep their score.",
        form=lambda data, view: ScaleForm(data, initial={"scale": view.stay.spo2_scale}, auto_id="f-%s"),
        do=lambda view, form, by, at: monitoring.set_scale(scale=form["scale"], why=form["why"], **_who(view, by, at)),
    ),
    "strike": Act(
        permission="monitoring.strike", title="A set was entered in error", button="Strike the set",
        said="Struck. It stays to be seen.", states=("on", "visited"),
        form=lambda data, view: StrikeForm(data, sets=_sets(view), auto_id="f-%s"),
        do=lambda view, form, by, at: monitoring.strike(set_id=UUID(form["set_id"]), why=form["words"], by=by, at=at),
    ),
    "hospital": Act(
        permission="monitoring.step_up", title="Step up to hospital", button="They go to hospital",
        said="Kept. Their place is held, and the need goes on without a new referral.",
        form=lambda data, view: WordsForm(data, label="Where do they go, and why?", auto_id="f-%s"),
        do=lambda view, form, by, at: monitoring.step_up(words=form["words"], **_who(view, by, at)),
        hint="The stay goes on: when they come home they step down to the same stay, without a new referral.",
    ),
    "home": Act(
        permission="monitoring.step_down", title="Step down: home again", button="They are home again",
        said="Welcome home. A whole set of observations is due now.", form=None, states=("in_hospital",),
        do=lambda view, form, by, at: monitoring.step_down(**_who(view, by, at)),
    ),
    "leave": Act(
        permission="monitoring.leave", title="Leave the virtual ward", button="They leave the ward",
        said="They have left the virtual ward. The place is free again.", states=("on", "in_hospital"),
        form=lambda data, view: LeaveForm(data, outcomes=_outcomes(view), auto_id="f-%s"),
        do=lambda view, form, by, at: monitoring.leave(
            outcome=form["outcome"], words=form["words"], **_who(view, by, at)
        ),
    ),
}  # fmt: skip


def offered(view: StayView, may: Callable[[str], bool]) -> list[tuple[str, Act]]:
    """What the asker may do for this stay as it stands, in order."""
    gap = view.gap is not None
    return [
        (code, act)
        for code, act in ACTS.items()
        if view.stay.state in act.states and may(act.permission) and (code != "watch-again" or gap)
    ]
