"""Can every trigger be read off the ledger, does every level rise above the one before, and does somebody act on it?"""

from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import Fault, fault
from homeward.grammar.place import Place
from homeward.grammar.surge import ActionCard, SurgeTrigger


def faults_of_surge(place: Place, today: date) -> Iterator[Fault]:
    for trigger in place.surge_triggers.values():
        yield from _of_trigger(place, trigger)
    for card in place.action_cards.values():
        yield from _of_card(place, card)


def _of_trigger(place: Place, trigger: SurgeTrigger) -> Iterator[Fault]:
    if not trigger.services:
        yield fault(trigger, "reads-no-service", f"'{trigger.title}' reads no service, so it never says anything.")
    for code in trigger.services:
        if code not in place.services:
            yield fault(trigger, "unknown-service", f"'{trigger.title}' reads '{code}', which is not a service of this place.")
    giving = {p.team for code in trigger.services if code in place.services for p in place.services[code].providers}
    for team in trigger.teams:
        if team not in giving:
            yield fault(trigger, "unknown-team", f"'{trigger.title}' reads '{team}', which gives none of its services.")
    levels = [each.level for each in trigger.thresholds]
    if not levels or sorted(set(levels)) != levels:
        yield fault(trigger, "level-order", f"'{trigger.title}' must name its levels once each, the lowest first.")
    steps = [each.at for each in trigger.thresholds]
    rising = sorted(steps, reverse=trigger.measure == "free")
    if steps != rising or len(set(steps)) < len(steps):
        yield fault(trigger, "threshold-order", f"'{trigger.title}' must press harder from one level to the next.")
    answered = [card.level for card in place.action_cards.values() if trigger.code in card.triggers]
    if levels and max(levels) not in range(min(answered, default=9), 5):
        yield fault(trigger, "no-card", f"'{trigger.title}' has no action card, so nobody acts on it.")


def _of_card(place: Place, card: ActionCard) -> Iterator[Fault]:
    if not card.steps:
        yield fault(card, "no-steps", f"The card '{card.title}' has nothing to do on it.")
    if len({step.code for step in card.steps}) < len(card.steps):
        yield fault(card, "declared-twice", f"The card '{card.title}' has the same step twice.")
    for code in card.triggers:
        if code not in place.surge_triggers:
            yield fault(card, "unknown-trigger", f"The card '{card.title}' waits for '{code}', which is not a trigger.")
    for step in card.steps:
        if step.team not in place.teams:
            yield fault(card, "unknown-team", f"On the card '{card.title}', '{step.words}' is for '{step.team}', which is not a team.")
    for opened in card.opens:
        service = place.services.get(opened.service)
        if service is None or opened.team not in {each.team for each in service.providers}:
            yield fault(card, "unknown-team", f"The card '{card.title}' opens more of '{opened.service}' at '{opened.team}', which does not give it.")
        if opened.count < 1:
            yield fault(card, "no-count", f"The card '{card.title}' opens none of '{opened.service}'.")
