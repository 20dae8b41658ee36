"""How is a way home recommended, and how is one agreed? Another one than was recommended needs a reason."""

from datetime import date, datetime, timedelta
from typing import Literal
from uuid import UUID

from django.db import transaction

from homeward.access import api as access
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor, Happening, action, all_or_nothing
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.hospital.actions.beds import reserve
from homeward.hospital.actions.beds.keep_bed import keep_bed
from homeward.hospital.actions.held import held
from homeward.hospital.actions.step import add_step
from homeward.hospital.models import Choice, Stay
from homeward.hospital.queries.person_of import person_of_stay
from homeward.hospital.queries.policy import policy
from homeward.hospital.rules.choosing import why_fault

JOB = "way-home"


@action("stay.recommend", about=person_of_stay)
def recommend(*, stay_id: UUID, pathway: str, by: Actor, at: datetime, words: str = "") -> Happening[UUID]:
    """Recommend a way home, home first; returns the stay's id. Whoever looks after them may. Raises Invalid."""
    stay = held(stay_id, "recommend a way home", by=by, anyone=True)
    return _kept(stay, "recommended", pathway, by, at, why_words=words)


def agree(
    *, stay_id: UUID, pathway: str, by: Actor, at: datetime, why_code: str = "", why_words: str = "",
    review_on: date | None = None, bed_site: str = "",
) -> UUID:  # fmt: skip
    """Agree a way home; returns the stay's id. Each thing it needs becomes a step with one owner.

    `bed_site`: where the way home is by a bed, one is kept there for a day; where none is free, the need counts as unmet.

    Raises Invalid without a reason where it is not the one recommended, and without a recommendation at all.
    """
    by_bed = (found := policy().pathway(pathway)) is not None and found.place == "bed"
    if bed_site and not by_bed:
        raise Invalid({"bed_site": "A bed is kept only for a way home by a recovery bed."})
    with transaction.atomic():
        with all_or_nothing():
            stay = _agree(
                stay_id=stay_id, pathway=pathway, why_code=why_code, why_words=why_words, review_on=review_on, by=by, at=at
            )
            _give_out(stay, pathway, at)
        if bed_site:
            keep_bed(stay_id=stay_id, site=bed_site, by=by, at=at)
        elif not by_bed:
            reserve.over(stay_id, by=by, at=at, why="stay.agree")
    return stay_id


@action("stay.agree", about=person_of_stay)
def _agree(
    *, stay_id: UUID, pathway: str, why_code: str, why_words: str, review_on: date | None, by: Actor, at: datetime
) -> Happening[Stay]:
    stay = held(stay_id, "agree a way home", by=by)
    if not stay.recommended:
        raise Invalid({"pathway": "Recommend a way home first, so that the two can be held side by side."})
    if pathway != stay.recommended:
        faults = why_fault(policy().why_otherwise, code=why_code, words=why_words)
        if faults:
            raise Invalid(faults)
    else:
        why_code = ""
    if review_on is not None and review_on < london_day(at):
        raise Invalid({"review_on": "The review must be ahead."})
    told = _kept(stay, "agreed", pathway, by, at, why_code=why_code, why_words=why_words, review_on=review_on)
    return Happening(
        result=stay,
        subject_kind="stay",
        subject_id=stay.id,
        person_id=stay.person_id,
        facts=told.facts,
        teams=told.teams,
    )


def _kept(
    stay: Stay, kind: Literal["recommended", "agreed"], pathway: str, by: Actor, at: datetime, *, why_code: str = "",
    why_words: str = "", review_on: date | None = None,
) -> Happening[UUID]:  # fmt: skip
    if policy().pathway(pathway) is None:
        raise Invalid({"pathway": "Choose a way home."})
    differs = kind == "agreed" and pathway != stay.recommended
    Choice.objects.create(
        id=new_id(), person_id=stay.person_id, stay=stay, kind=kind, pathway=pathway, differs=differs,
        why_code=why_code if differs else "", why_words=why_words.strip(), review_on=review_on, chosen_at=at,
        chosen_by=by.name,
    )  # fmt: skip
    setattr(stay, kind, pathway)
    stay.version += 1
    stay.save(update_fields=[kind, "version"])
    facts = {"pathway": pathway, "recommended": stay.recommended, "differs": differs, "why": why_code}
    return Happening(
        result=stay.id, subject_kind="stay", subject_id=stay.id, person_id=stay.person_id, facts=facts,
        teams=(stay.flow_team, stay.hub_team),
    )  # fmt: skip


def _give_out(stay: Stay, pathway: str, at: datetime) -> None:
    """The pathway's steps that are not on the list yet, each to its one owner."""
    house = access.system(JOB)
    found = policy().pathway(pathway)
    with access.gate.person(stay.person_id, by=house, at=at, why="giving out the steps of a way home"):
        known = {task.title for task in episodes.tasks_about([stay.id], at=at)}
    for step in found.steps if found else ():
        if step.title not in known:
            owner = {"ward": stay.flow_team, "hub": stay.hub_team}.get(step.owner, step.owner)
            due = at + timedelta(hours=step.within_hours)
            add_step(stay_id=stay.id, title=step.title, owner_team=owner, due_at=due, by=house, at=at)
