"""Does every service have hours, a catchment somebody covers, known parts, and a next owner after a decline?"""

from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import PERMISSION_SHAPE, Fault, fault, unknown, unknown_facts
from homeward.grammar.faults.of_stages import faults_of_stages
from homeward.grammar.place import Place
from homeward.grammar.services import Service
from homeward.grammar.working_time import always_open


def faults_of_services(place: Place, today: date) -> Iterator[Fault]:
    for service in place.services.values():
        yield from _parts(place, service)
        yield from faults_of_stages(service)
        yield from _where_and_when(place, service, today)
        yield from _next_owner(place, service)
        for criterion in service.eligibility:
            yield from unknown_facts(place, service, criterion.test)
            if criterion.kind != "prefer" and not criterion.against.strip():
                yield fault(
                    service,
                    "no-words-against",
                    f"'{service.title}' does not say what to tell someone for whom '{criterion.words}' is not so.",
                )
    yield from _nights(place)
    met = {need for service in place.services.values() for need in service.needs_met}
    for need in place.needs.values():
        yield from unknown(need, "urgency", (need.usual_urgency,), place.urgencies)
        if need.code not in met:
            yield fault(need, "nobody-meets-it", f"No service meets the need '{need.title}'.")


def _parts(place: Place, service: Service) -> Iterator[Fault]:
    yield from unknown(service, "team", (each.team for each in service.providers), place.teams)
    yield from unknown(service, "area", (a for each in service.providers for a in each.areas), place.areas)
    yield from unknown(service, "need", service.needs_met, place.needs)
    yield from unknown(service, "urgency", service.urgencies, place.urgencies)
    yield from unknown(service, "clock", service.clocks, place.clocks)
    yield from unknown(service, "form", (*service.questionnaires, *service.also_recorded), place.questionnaires)
    yield from unknown(service, "measure", service.measures, place.measures)
    ways = {way.code: way for policy in place.discharge_policies.values() for way in policy.pathways}
    yield from unknown(service, "pathway", service.pathways, ways)
    for move in service.moves:
        yield from unknown(service, "form", move.asks, place.questionnaires)
        if not PERMISSION_SHAPE.fullmatch(move.permission):
            yield fault(
                service,
                "permission-shape",
                f"In '{service.title}', '{move.title}' asks for '{move.permission}', which is not a permission.",
            )
    declines = place.reason_lists.get(service.decline_reasons)
    if declines is None or declines.used_for != "decline":
        yield fault(
            service, "unknown-reasons", f"'{service.title}' names no list of reasons to hand a need to a better team."
        )
    if service.units is not None and service.units <= 0:
        yield fault(service, "no-units", f"'{service.title}' says that it has {service.units} {service.capacity_kind}.")
    if service.capacity_shelf_life_hours <= 0:
        yield fault(service, "capacity-never-fresh", f"What '{service.title}' has free is out of date at once.")


def _where_and_when(place: Place, service: Service, today: date) -> Iterator[Fault]:
    yield from unknown(service, "area", service.catchment, place.areas)
    calendar = place.calendars.get(service.calendar)
    if calendar is None or not calendar.weekly:
        yield fault(service, "no-hours", f"'{service.title}' has no opening hours.")
    if not service.catchment:
        yield fault(
            service, "no-catchment", f"'{service.title}' serves no area. Say where people must live to have it."
        )
    if not service.providers:
        yield fault(service, "no-provider", f"No team gives '{service.title}'.")
    covered = {area for each in service.providers for area in each.areas}
    for code in service.catchment:
        for missing in _uncovered(place, code, covered, today):
            yield fault(
                service,
                "nobody-there",
                f"'{service.title}' is offered in {place.areas[missing].name}, but no team gives it there.",
            )


def _uncovered(place: Place, code: str, covered: set[str], today: date) -> list[str]:
    """The area itself, or its localities, that no provider's area equals or contains."""
    if code not in place.areas or _held_by(place, code, covered, today):
        return []
    localities = [
        area.code for area in place.areas_of_kind("locality", on=today) if _held_by(place, area.code, {code}, today)
    ]
    return [each for each in localities if not _held_by(place, each, covered, today)] if localities else [code]


def _held_by(place: Place, code: str, holders: set[str], today: date) -> bool:
    area = place.areas.get(code)
    return code in holders or (
        area is not None and any(_held_by(place, each, holders, today) for each in area.parents_on(today))
    )


def _next_owner(place: Place, service: Service) -> Iterator[Fault]:
    team = place.teams.get(service.after_decline)
    if team is None or not team.hub:
        yield fault(
            service,
            "no-next-owner",
            f"When '{service.title}' hands a need on, nobody owns it next. Name a hub team.",
        )
    elif {each.team for each in service.providers} == {team.code}:
        yield fault(
            service,
            "no-next-owner",
            f"When '{service.title}' hands a need on, it comes back to the same team. Name another hub team.",
        )


def _nights(place: Place) -> Iterator[Fault]:
    if not place.urgencies:
        return
    soonest = min(place.urgencies.values(), key=lambda each: each.order)
    for service in place.services.values():
        calendar = place.calendars.get(service.calendar)
        if soonest.code in service.urgencies and calendar is not None and always_open(calendar):
            return
    yield fault(
        soonest, "nobody-at-night", f"At night no service takes needs that must be met '{soonest.title.lower()}'."
    )
