"""Does every need have an owner at every hour, wherever the person lives?"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from homeward.grammar.calendars import Calendar
from homeward.grammar.faults.fault import Fault, fault, unknown
from homeward.grammar.intake import IntakeRule
from homeward.grammar.place import Place
from homeward.grammar.working_time import always_open, is_open

HALF_HOUR = timedelta(minutes=30)
HALF_HOURS_A_WEEK = 336


def faults_of_intake(place: Place, today: date) -> Iterator[Fault]:
    for rule in place.intake_rules.values():
        yield from unknown(rule, "team", (rule.team,), place.teams)
        yield from unknown(rule, "calendar", (rule.calendar,), place.calendars)
        yield from unknown(rule, "area", rule.areas, place.areas)
        yield from unknown(rule, "need", rule.needs, place.needs)
        yield from _kept(place, rule, today)
    if not any(_catches_all(place, rule) for rule in place.intake_rules.values()):
        yield fault(
            place.card,
            "no-night-cover",
            "At some hour, or in some area, no hub takes a new need. "
            "Declare a fallback with no areas and no needs, to a team that never closes.",
        )
    for contact in place.contacts.values():
        yield from unknown(contact, "area", (contact.area,), place.areas)
    named = {contact.area for contact in place.contacts.values()}
    for network in place.areas_of_kind("pcn", on=today):
        if network.code not in named:
            yield fault(network, "no-named-contact", f"Nobody is promised as a named contact for '{network.name}'.")


def _kept(place: Place, rule: IntakeRule, today: date) -> Iterator[Fault]:
    team = place.teams.get(rule.team)
    if team is None:
        return
    if not team.hub:
        yield fault(rule, "not-a-hub", f"New needs go to '{team.name}', which is not a hub.")
    hours, answered = place.calendars.get(rule.calendar), place.calendars.get(team.calendar)
    if hours is None or answered is None:
        return
    shut = _first_gap(hours, answered, today)
    if shut is not None:
        yield fault(
            rule, "no-night-cover", f"'{team.name}' is given new needs when it is closed, first on {shut:%A at %H:%M}."
        )


def _catches_all(place: Place, rule: IntakeRule) -> bool:
    team, hours = place.teams.get(rule.team), place.calendars.get(rule.calendar)
    if team is None or hours is None or not rule.fallback or rule.areas or rule.needs:
        return False
    answered = place.calendars.get(team.calendar)
    return always_open(hours) and answered is not None and always_open(answered)


def _first_gap(hours: Calendar, answered: Calendar, today: date) -> datetime | None:
    """The first half hour of a week in which needs are given and nobody answers."""
    if always_open(answered) or hours == answered:
        return None
    start = datetime.combine(today, time(0), tzinfo=UTC)
    for step in range(HALF_HOURS_A_WEEK):
        at = start + HALF_HOUR * step
        if is_open(hours, at=at) and not is_open(answered, at=at):
            return at
    return None
