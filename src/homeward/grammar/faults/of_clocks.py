"""Does every clock stop, cite its rule, tell someone in time, and have a use?"""

from collections.abc import Iterator
from datetime import date, timedelta

from homeward.grammar.clocks import Clock, On
from homeward.grammar.faults.fault import EVENT_SHAPE, Fault, fault, uncited, unknown, unknown_facts
from homeward.grammar.place import Place

# However a need or an episode ends, the clock that began with it must end too.
ENDINGS = {"referral": ("referral.close", "referral.revoke"), "episode": ("episode.close",)}
PRIORITIES = ("routine", "urgent", "asap", "stat")


def faults_of_clocks(place: Place, today: date) -> Iterator[Fault]:
    used = {code for each in place.urgencies.values() for code in each.clocks}
    used |= {code for each in place.services.values() for code in each.clocks}
    for clock in place.clocks.values():
        yield from unknown(clock, "calendar", (clock.calendar,), place.calendars)
        yield from unknown(clock, "role", (rung.to_role for rung in clock.escalations), place.roles)
        yield from uncited(clock, clock.standard)
        yield from unknown_facts(place, clock, clock.applies)
        yield from _ends(clock)
        yield from _pauses(place, clock)
        yield from _warnings(clock)
        if clock.code not in used:
            yield fault(clock, "unused", f"No urgency or service uses the clock '{clock.title}'.")
    yield from _urgencies(place)


def _ends(clock: Clock) -> Iterator[Fault]:
    for event in (*clock.starts_on, *clock.stops_on, *clock.abandons_on):
        if not EVENT_SHAPE.fullmatch(event.event):
            yield fault(clock, "event-shape", f"'{clock.title}' listens for '{event.event}', which is not an event.")
    if not clock.starts_on:
        yield fault(clock, "never-starts", f"The clock '{clock.title}' never starts.")
    if not clock.stops_on:
        yield fault(clock, "never-stops", f"The clock '{clock.title}' never stops: no event answers it.")
    if clock.target <= timedelta(0):
        yield fault(clock, "no-target", f"'{clock.title}' has no time to run. Give a target longer than nothing.")
    ended = {event.event for event in (*clock.stops_on, *clock.abandons_on) if not event.where}
    for subject in sorted({event.event.split(".")[0] for event in clock.starts_on}):
        for ending in ENDINGS.get(subject, ()):
            if ending not in ended:
                yield fault(
                    clock,
                    "runs-for-ever",
                    f"The clock '{clock.title}' keeps running after '{ending}'. Let that stop or abandon it.",
                )


def _pauses(place: Place, clock: Clock) -> Iterator[Fault]:
    listed = {
        reason.code for each in place.reason_lists.values() if each.used_for == "pause" for reason in each.reasons
    }
    for pause in clock.pauses:
        if not pause.until:
            yield fault(clock, "pause-without-end", f"A pause of '{clock.title}' never ends.")
        if pause.reason not in listed:
            yield fault(
                clock,
                "pause-without-reason",
                f"A pause of '{clock.title}' gives the reason '{pause.reason}', which is not on the list.",
            )


def _warnings(clock: Clock) -> Iterator[Fault]:
    if not clock.escalations:
        yield fault(clock, "nobody-told", f"Nobody is told when the clock '{clock.title}' is running out.")
    for rung in clock.escalations:
        if rung.after_fraction <= 0 or not rung.words.strip():
            yield fault(
                clock,
                "empty-warning",
                f"A warning of '{clock.title}' has no words or comes before the clock starts.",
            )


def _urgencies(place: Place) -> Iterator[Fault]:
    orders: dict[int, str] = {}
    for urgency in place.urgencies.values():
        yield from unknown(urgency, "clock", urgency.clocks, place.clocks)
        if urgency.order in orders:
            yield fault(
                urgency,
                "same-order",
                f"'{urgency.title}' and '{orders[urgency.order]}' have the same order. One must be sooner.",
            )
        orders[urgency.order] = urgency.title
        if urgency.fhir_priority not in PRIORITIES:
            yield fault(
                urgency,
                "no-such-priority",
                f"'{urgency.title}' has the FHIR priority '{urgency.fhir_priority}'; it is one of {', '.join(PRIORITIES)}.",
            )
    if not any(urgency.clocks for urgency in place.urgencies.values()):
        yield fault(place.card, "no-clock", "No urgency has a clock, so nothing is ever late.")


def events_named(place: Place) -> frozenset[str]:
    """Every event kind that a clock or a move of this place listens for."""
    listened: list[On] = []
    for clock in place.clocks.values():
        listened += [*clock.starts_on, *clock.stops_on, *clock.abandons_on]
        for pause in clock.pauses:
            listened += [pause.from_, *pause.until]
    for service in place.services.values():
        listened += [event for move in service.moves for event in move.on]
    return frozenset(each.event for each in listened)
