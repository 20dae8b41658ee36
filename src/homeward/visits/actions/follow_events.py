"""What happens to planned visits when an episode opens, a need ends, or the person moves, goes into hospital, leaves it or dies?

These rows follow from the event that is being written and are part of it, so they make no event of their own, except
the first visit, which is planned like any other.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.actions import all_or_nothing
from homeward.foundation.events import EventRow
from homeward.foundation.moments import london
from homeward.visits.actions.plan import plan
from homeward.visits.models import Encounter
from homeward.visits.queries.visit_clocks import visit_clocks
from homeward.visits.vocabulary import OPEN

IN_HOSPITAL = "In hospital since"

def plan_first_visit(event: EventRow) -> None:
    """Every service begins with a first contact, worded by its setting, due when the first clock is that a visit stops."""
    service = directory.place().services.get(event.facts["service"])
    if service is None or event.person_id is None:
        return
    referral_id = UUID(event.facts["referral_id"])
    clocks = visit_clocks(episodes.clocks_of([referral_id], event.at, live_only=True).get(referral_id, []))
    first = service.first_contact
    with all_or_nothing():
        plan(
            person_id=event.person_id, referral_id=referral_id, episode_id=event.subject_id, team_code=event.facts["team"],
            due_at=next((clock.due_at for clock in clocks if clock.due_at), None),
            purpose=first.title, way="telephone" if first.by_telephone else "in_person",
            by=access.system("cascade"), at=event.at,
        )  # fmt: skip


def stop_on_death(event: EventRow) -> None:
    """Nobody knocks at the door of somebody who has died."""
    # The needs that the same death ended may have stopped their visits already, in fewer words.
    _stop(
        Q(person_id=event.person_id),
        "The person has died. Do not visit; speak with the family first.",
        event,
        again=True,
    )


def stop_with_the_need(event: EventRow) -> None:
    """The need has ended, so nobody need go; advice that leaves it open ends nothing."""
    if event.facts.get("closes") is False:
        return
    _stop(Q(referral_id=event.subject_id), "The need has ended. The visit is not needed any more.", event)


def stop_with_the_episode(event: EventRow) -> None:
    """The episode has ended, so its other visits are not needed."""
    _stop(Q(episode_id=event.subject_id), "The episode has ended. The visit is not needed any more.", event)


def tell_of_move(event: EventRow) -> None:
    """The visit goes with the person; its visitor is told that the address is new."""
    day = london(event.at)
    Encounter.objects.filter(Q(person_id=event.person_id), state__in=OPEN).update(
        changed=f"The address or practice changed on {day.day} {day:%B}. Check where to go before you set off."
    )


def tell_of_hospital(event: EventRow) -> None:
    """Nobody knocks at an empty home: whoever goes reads that they are in hospital, that they left it, or that neither was so. No visit is stopped.

    A team that works in hospitals is told nothing: it sees them there. Nor is a visit planned since they left, however late we hear.
    """
    hospital = directory.place().hospitals.get(event.facts.get("hospital", ""))
    told = event.facts.get("happened_at")
    moment = datetime.fromisoformat(told) if told else event.at
    day = london(moment)
    name = hospital.name if hospital else "hospital"
    going = Encounter.objects.filter(Q(person_id=event.person_id), state__in=OPEN).exclude(team_code__in=_teams_in_hospitals())
    if event.kind == "stay.strike":
        told = going.filter(Q(changed__startswith=IN_HOSPITAL) | Q(changed__startswith=f"Left {name} on"), changed__contains=name)
        told.update(changed=f"Not in {name}: that was entered in error. Check where to go before you set off.")
        return
    if event.kind == "stay.admit":
        going.update(changed=f"{IN_HOSPITAL} {day.day} {day:%B}: {name}. Ask where they are before you set off.")
        return
    going.filter(added_at__lte=moment).update(changed=f"Left {name} on {day.day} {day:%B}. Check where to go before you set off.")
    going.filter(added_at__gt=moment, changed__startswith=IN_HOSPITAL).update(changed="")


def _teams_in_hospitals() -> list[str]:
    services = directory.place().services.values()
    return [provider.team for each in services if each.setting == "hospital" for provider in each.providers]


def _stop(which: Q, why: str, event: EventRow, *, again: bool = False) -> None:
    standing = Q(state__in=OPEN)
    if again:
        standing |= Q(state="stopped", recorded_at=event.at)
    Encounter.objects.filter(which & standing).update(state="stopped", recorded_at=event.at, notice=why)
