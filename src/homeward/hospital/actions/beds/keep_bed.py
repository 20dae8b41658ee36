"""How is a recovery bed kept for somebody still in hospital, and how does its team say yes or no to it?"""

from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from homeward.access import api as access
from homeward.access.api import relationships
from homeward.capacity import api as capacity
from homeward.capacity.api import Kept
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotFound, NotPermitted
from homeward.hospital.actions.beds import reserve
from homeward.hospital.actions.held import held
from homeward.hospital.actions.step import add_step, done_by_itself
from homeward.hospital.models import BedStay, Stay
from homeward.hospital.queries.bed_sites import site_of
from homeward.hospital.queries.person_of import person_of_stay
from homeward.hospital.queries.policy import policy
from homeward.hospital.vocabulary import JOB

T = TypeVar("T")
NOT_GIVEN, KEEP = "cannot be given: ", "Keep another, or agree another way home"
SOON = timedelta(hours=2)  # by when the hub looks for another bed


@action("stay.keep_bed", about=person_of_stay)
def keep_bed(*, stay_id: UUID, site: str, by: Actor, at: datetime) -> Happening[bool | None]:
    """Keep a bed at `site` for a day, until its team says yes. False: none is free, and the need counts as unmet; None: not known."""
    stay = held(stay_id, "keep a recovery bed", by=by)
    found = directory.place().recovery_beds.get(site)
    if found is None:
        raise Invalid({"site": "Choose where the bed is."})
    kept = reserve.keep(stay, found, by=by, at=at)
    if kept:
        _looked_for(stay_id, at)
    return _happened(stay, kept, found.team, {"site": site, "kept": kept})


@action("bed_stay.accept", about=person_of_stay)
def accept_bed(*, stay_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """The team of the bed says yes: what was held is booked until they come; returns the bed's id on the ledger.

    Raises NotFound when the hold ran out, Refused when the bed was closed meanwhile, Clash when somebody else has it.
    """
    stay = held(stay_id, "say yes to a bed", by=by, anyone=True, over=True)
    kept = _theirs(stay_id, by, at)
    if kept.state == "booked":
        raise Clash(
            "This bed is booked for them already.",
            who=kept.made_by,
            when=kept.made_at,
            next_step="Nothing is left to do.",
        )
    reserve.book(stay, kept, by=by, at=at)
    done_by_itself(stay_id, "bed_booked", at=at)
    return _happened(stay, kept.unit_id, kept.team_code, {"bed": kept.label, "accepted": True})


def refuse_bed(*, stay_id: UUID, words: str, by: Actor, at: datetime) -> UUID:
    """The team of the bed cannot take them, and says why: the need stays with the hub, whose next step's id this returns."""
    with transaction.atomic():
        kept, hub = _refused(stay_id=stay_id, words=words, by=by, at=at)
        return _next_step(stay_id, f"{_said(kept)} {NOT_GIVEN}{words.strip()}. Find another", hub, at)


@action("bed_stay.refuse", about=person_of_stay)
def _refused(*, stay_id: UUID, words: str, by: Actor, at: datetime) -> Happening[tuple[Kept, str]]:
    if not words.strip():
        raise Invalid({"words": "Say why they cannot come to this bed."})
    stay = held(stay_id, "say no to a bed", by=by, anyone=True, over=True)
    kept = _theirs(stay_id, by, at)
    reserve.give_back(stay_id, by=by, at=at, why=words.strip())
    reserve.count(stay_id, kept.team_code, at=at)
    return _happened(stay, (kept, stay.hub_team), kept.team_code, {"bed": kept.label, "accepted": False})


def bed_lost(*, stay_id: UUID, lost: Kept, why: str, again: bool, by: Actor, at: datetime) -> None:
    """A bed that was kept is not theirs any more (`why`); the hub gets a next step. `again`: another of the site is looked for first."""
    with transaction.atomic():
        title, hub = _lost(stay_id=stay_id, lost=lost, why=why, again=again, by=by, at=at)
        if title:
            _next_step(stay_id, title, hub, at)


@action("stay.bed_lost", about=person_of_stay)
def _lost(*, stay_id: UUID, lost: Kept, why: str, again: bool, by: Actor, at: datetime) -> Happening[tuple[str, str]]:
    """Returns what the hub has to do, and which team that is; nothing where they have left for somewhere else."""
    stay = held(stay_id, "follow their bed", by=by, over=True)
    site = site_of(lost)
    if not _still_wanted(stay):
        return _happened(stay, ("", stay.hub_team), lost.team_code, {"bed": lost.label, "why": why})
    relationships.end(lost.booking_id, at=at)
    if again:
        reserve.give_back(stay_id, by=by, at=at, why=why)
    kept = reserve.keep(stay, site, by=by, at=at) if again and site else False
    if not kept:
        reserve.count(stay_id, lost.team_code, at=at)
    mine = next(iter(capacity.kept_for(stay_id, at=at)), None) if kept else None
    title = f"{_said(lost)} {why}." + (
        f" {mine.label} is kept instead" if mine else f" {KEEP}"
    )
    return _happened(stay, (title, stay.hub_team), lost.team_code, {"bed": lost.label, "why": why, "kept": bool(kept)})


def _still_wanted(stay: Stay) -> bool:
    """Not when they came to a bed after all, left for somewhere else, or go another way home."""
    way, ended = policy().pathway(stay.agreed), policy().destination(stay.destination_code)
    if (way is not None and way.place != "bed") or (ended is not None and ended.kind != "community_bed"):
        return False
    return not BedStay.objects.filter(stay=stay).exists()


def _theirs(stay_id: UUID, by: Actor, at: datetime) -> Kept:
    """What is kept for the stay, if it is a bed of the actor's team."""
    kept = next((each for each in capacity.kept_for(stay_id, at=at) if each.state != "expired"), None)
    if kept is None:
        raise NotFound("This bed is not kept any more.", next_step="Ask the hub to keep it again, if it is still free.")
    if by.kind == "staff" and kept.team_code not in by.teams:
        raise NotPermitted(f"Only {directory.team(kept.team_code).name} can say this.", next_step="Ring them.")
    return kept


def _looked_for(stay_id: UUID, at: datetime) -> None:
    """Another bed is kept: what asked for one is done."""
    for task in episodes.tasks_about([stay_id], at=at):
        if task.done_at is None and (NOT_GIVEN in task.title or KEEP in task.title):
            episodes.finish_task(task_id=task.id, by=access.system(JOB), at=at)


def _said(kept: Kept) -> str:
    site = site_of(kept)
    return (
        f"{kept.label} at {site.name}" if site and kept.by_unit else f"The bed at {site.name}" if site else kept.label
    )


def _next_step(stay_id: UUID, title: str, owner: str, at: datetime) -> UUID:
    return add_step(
        stay_id=stay_id, title=title[:200], owner_team=owner, due_at=at + SOON, by=access.system(JOB), at=at
    )


def _happened(stay: Stay, result: T, team: str, facts: dict[str, object]) -> Happening[T]:
    stay.version += 1
    stay.save(update_fields=["version"])
    return Happening(
        result=result, subject_kind="stay", subject_id=stay.id, person_id=stay.person_id, facts=facts,
        teams=tuple(dict.fromkeys((stay.flow_team, stay.hub_team, team))),
    )  # fmt: skip
