"""Can every front door and advice line be opened: do their teams, forms and places to go exist, and is something worth counting meant?"""

from collections.abc import Iterator
from datetime import date, timedelta

from homeward.grammar.faults.fault import Fault, fault, uncited, unknown, unknown_facts
from homeward.grammar.front_doors import AdviceLine, Disposition, FrontDoor
from homeward.grammar.place import Place


def faults_of_front_doors(place: Place, today: date) -> Iterator[Fault]:
    concepts = {item.concept for form in place.questionnaires.values() for item in form.items if item.concept}
    for door in place.front_doors.values():
        yield from unknown(door, "organisation", (door.hospital,), place.organisations)
        yield from unknown(door, "team", door.teams, place.teams)
        yield from unknown(door, "advice line", (door.line,), place.advice_lines)
        yield from unknown(door, "form", door.forms, place.questionnaires)
        yield from unknown(door, "fact", (door.frailty, door.delirium), concepts)
        yield from unknown(door, "way of arriving", door.crews, {way.code for way in door.ways})
        yield from _places_to_go(place, door, door.intended, door.decided)
        yield from _beds(place, door)
    for line in place.advice_lines.values():
        yield from unknown(line, "team", (line.team,), place.teams)
        for criterion in line.eligibility:
            yield from unknown_facts(place, line, criterion.test)
        yield from _places_to_go(place, line, line.intended, line.outcomes)
        yield from _no_beds(line, (*line.intended, *line.outcomes))


def _places_to_go(
    place: Place, each: AdviceLine | FrontDoor, meant: tuple[Disposition, ...], decided: tuple[Disposition, ...]
) -> Iterator[Fault]:
    yield from uncited(each, each.standard)
    yield from unknown(each, "urgency", (one.urgency for one in decided if one.refers), place.urgencies)
    if not any(one.hospital for one in meant) or not any(one.hospital is False for one in decided):
        yield fault(
            each, "nothing-to-avoid",
            f"'{each.title}' must offer hospital among what is meant, and something else among what is decided.",
        )
    if any(one.hospital is None for one in decided):
        yield fault(each, "undecided", f"'{each.title}' offers a decision that does not say whether it is a hospital bed.")
    if not each.checks or min(each.checks) <= timedelta():
        yield fault(each, "never-checked", f"'{each.title}' must say when admissions and deaths are looked up afterwards.")


def _beds(place: Place, door: FrontDoor) -> Iterator[Fault]:
    """What takes a bed names a service that keeps beds, once a door, and says within how long they are meant to have left it."""
    yield from _no_beds(door, door.intended)
    taking = [one for one in door.decided if one.service]
    yield from unknown(door, "service", (one.service for one in taking), place.services)
    for one in taking:
        service = place.services.get(one.service)
        if service is not None and service.capacity_kind != "beds":
            yield fault(
                door, "keeps-no-beds",
                f"'{one.title}' at '{door.title}' takes a bed of '{service.title}', which keeps no beds.",
            )
        if service is not None and one.stay_aim is None or (one.stay_aim is not None and one.stay_aim <= timedelta()):
            yield fault(
                door, "stay-without-aim",
                f"'{one.title}' at '{door.title}' takes a bed and does not say within how long they are meant to have left it.",
            )
    if len({one.service for one in taking}) < len(taking):
        yield fault(door, "beds-twice", f"'{door.title}' offers the beds of one service under two decisions. Keep one.")


def _no_beds(each: AdviceLine | FrontDoor, named: tuple[Disposition, ...]) -> Iterator[Fault]:
    for one in named:
        if one.service:
            yield fault(
                each, "bed-not-given-here",
                f"'{one.title}' at '{each.title}' takes a bed, but only what is decided at a front door puts somebody in one.",
            )
