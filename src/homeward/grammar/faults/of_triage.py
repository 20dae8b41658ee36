"""Does triage ask only what it uses, use only what it asks, say when to call 999, and guard its downgrades?"""

from collections.abc import Iterator
from datetime import date

from homeward.grammar.conditions import Condition, facts_named
from homeward.grammar.faults.fault import PERMISSION_SHAPE, Fault, fault, uncited, unknown, unknown_facts
from homeward.grammar.needs import NOT_SURE
from homeward.grammar.place import Place
from homeward.grammar.triage import TriageProtocol


def faults_of_triage(place: Place, today: date) -> Iterator[Fault]:
    if not place.protocols:
        yield fault(place.card, "no-triage", "There is no triage protocol, so nobody can say how soon help is needed.")
    for protocol in place.protocols.values():
        yield from uncited(protocol, protocol.standard)
        yield from unknown(protocol, "urgency", (rule.urgency for rule in protocol.rules), place.urgencies)
        yield from unknown(protocol, "urgency", protocol.second_look.lowering_from, place.urgencies)
        for condition in _conditions(protocol):
            yield from unknown_facts(place, protocol, condition)
        yield from _questions(place, protocol)
        if not any(rule.call_999 for rule in protocol.rules):
            yield fault(protocol, "never-999", f"'{protocol.title}' never says when to call 999.")
        if not protocol.second_look.lowering_from:
            yield fault(protocol, "no-second-look", f"In '{protocol.title}' any urgency may be lowered unseen.")
        if not PERMISSION_SHAPE.fullmatch(protocol.second_look.permission):
            yield fault(
                protocol,
                "permission-shape",
                f"The second look asks for '{protocol.second_look.permission}', which is not a permission.",
            )


def _conditions(protocol: TriageProtocol) -> Iterator[Condition]:
    yield from (rule.when for rule in protocol.rules)
    yield from (each.asked_when for each in protocol.questions if each.asked_when is not None)
    if protocol.second_look.always_when is not None:
        yield protocol.second_look.always_when


def _questions(place: Place, protocol: TriageProtocol) -> Iterator[Fault]:
    used = _used(place)
    for question in protocol.questions:
        if question.code not in used and question.concept not in used:
            yield fault(protocol, "question-unused", f"'{question.words}' is asked, but nothing depends on the answer.")
        if question.kind == "choice" and not question.options:
            yield fault(protocol, "no-options", f"'{question.words}' offers no answers to choose from.")


def _used(place: Place) -> frozenset[str]:
    """Every fact that a rule, a second look or a service's eligibility turns on."""
    conditions = [each for protocol in place.protocols.values() for each in _conditions(protocol)]
    conditions += [each.test for service in place.services.values() for each in service.eligibility]
    return frozenset().union(*(facts_named(each) for each in conditions))


def faults_of_red_flags(place: Place, today: date) -> Iterator[Fault]:
    """A red flag that triage does nothing with is a promise not kept."""
    used = _used(place)
    for need in place.needs.values():
        for flag in need.red_flags:
            if flag.code not in used:
                yield fault(
                    need, "red-flag-unused", f"'{flag.words}' is a red flag of '{need.title}', but triage ignores it."
                )
    if NOT_SURE not in place.needs:
        yield fault(
            place.card, "no-not-sure", f"Someone who is not sure has nothing to choose: declare a need '{NOT_SURE}'."
        )
