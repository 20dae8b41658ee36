"""Which acts are there on a stay, what does each ask, and what does it do?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.hospital import api as hospital
from homeward.web.flow.acts import forms

Run = Callable[[Any, UUID, Actor, datetime], object]


@dataclass(frozen=True, kw_only=True)
class Act:
    """One page. `anyone` who looks after the person may; `over`: also after they left; `by_link`: reached from an entry; `stays`: goes back to the stay."""

    slug: str
    title: str
    lead: str
    permission: str
    form: type[forms.ActForm]
    button: str
    done: str
    run: Run
    anyone: bool = False
    over: bool = False
    by_link: bool = False
    warning: bool = False
    stays: bool = True


def _criteria(form: forms.CriteriaForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    meets = told["meets"] == "yes"
    return hospital.criteria(
        stay_id=stay_id, meets=meets, reasons=told["reasons"], from_at=form.moment(), words=told["words"], by=by, at=at
    )


def _void(form: forms.VoidForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    return hospital.void_criteria(stay_id=stay_id, number=told["number"], words=told["words"], by=by, at=at)


def _move(form: forms.MoveForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    where, _, ward = form.cleaned_data["ward"].partition("|")
    return hospital.move(
        stay_id=stay_id, hospital=where, ward=ward, bed=form.cleaned_data["bed"], moved_at=form.moment(), by=by, at=at
    )


def _leave(form: forms.LeaveForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    return hospital.leave(
        stay_id=stay_id, left_at=form.moment(), destination=form.cleaned_data["destination"], by=by, at=at
    )


def _step(form: forms.StepForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    due = at + timedelta(hours=told["within"])
    return hospital.add_step(
        stay_id=stay_id, title=told["title"], owner_team=told["owner_team"], due_at=due, by=by, at=at
    )


_ALL = (
    Act(
        slug="criteria", title="Say whether they need to be in hospital", permission="stay.criteria", form=forms.CriteriaForm,
        lead="This is asked of everybody, every day. Nobody is ready to leave by a date that was typed: it follows from what is said here.",
        button="Save", done="Saved. The board shows it.", run=_criteria,
    ),
    Act(
        slug="entry-was-wrong", title="An entry was an error", permission="stay.criteria_void", form=forms.VoidForm,
        lead="The entry stays in the history, struck out, with your words and your name beside it.",
        button="Strike it out", done="Struck out. It no longer counts.", run=_void, by_link=True, warning=True,
    ),
    Act(
        slug="next-step", title="Give somebody a next step", permission="task.add", form=forms.StepForm, anyone=True, over=True,
        lead="One thing, for one team. It appears on their list, and they may open this record from then on.",
        button="Give it to them", done="Given. It is on their list now.", run=_step,
    ),
    Act(
        slug="move", title="Move to another ward or bed", permission="stay.move", form=forms.MoveForm,
        lead="What was said about them goes along.", button="Move", done="Moved.", run=_move,
    ),
    Act(
        slug="leave", title="Record that they have left", permission="stay.leave", form=forms.LeaveForm,
        lead="Only once they are out of the building. The bed is free from that moment.",
        button="They have left", done="Recorded. They are off the board.", run=_leave, stays=False,
    ),
)  # fmt: skip
ACTS = {act.slug: act for act in _ALL}
