"""How is what the capacity ledger knows to be free shown as FHIR Slot and Schedule? One of each for a line of the ledger."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from homeward.capacity.api import Offer, ledger
from homeward.fhir.door.route import Call
from homeward.fhir.resources.pointing import moment, to_service, to_team, without_empty
from homeward.fhir.resources.shown import Shown


class Slots:
    """What is free now, with the age of that knowledge in its comment. A number past its shelf-life is not shown as free."""

    kind = "Slot"

    def by_id(self, call: Call) -> Mapping[str, Shown]:
        """One Slot for each line that was ever reported."""
        return {each.id: each for each in self._all(call)}

    def _all(self, call: Call) -> Iterator[Shown]:
        for offer in _offers(call):
            if offer.as_of is None:
                continue
            start = max(offer.next_at or call.at, call.at).replace(microsecond=0)
            free = bool(offer.free) and not offer.stale
            made = {
                "schedule": {"reference": f"Schedule/{offer.line_id}"},
                "serviceType": [{"text": to_service(offer.service_code)["display"]}],
                "status": "free" if free else "busy-unavailable",
                "start": moment(start),
                "end": moment(start + timedelta(days=1)),
                "comment": offer.words,
            }
            yield Shown(kind="Slot", id=str(offer.line_id), updated=offer.as_of, made=made)


class Schedules:
    """Whose capacity a line of the ledger is."""

    kind = "Schedule"

    def by_id(self, call: Call) -> Mapping[str, Shown]:
        """One Schedule for each line."""
        found = {}
        for offer in _offers(call):
            actors = [to_service(offer.service_code), to_team(offer.team_code)]
            words = ", ".join(filter(None, (offer.site, offer.skill)))
            made = without_empty({"active": True, "actor": actors, "comment": words})
            updated = offer.as_of or call.at.replace(hour=0, minute=0, second=0, microsecond=0)
            found[str(offer.line_id)] = Shown(kind="Schedule", id=str(offer.line_id), updated=updated, made=made)
        return found


def _offers(call: Call) -> Iterator[Offer]:
    for listed in ledger(at=call.at).values():
        yield from listed
