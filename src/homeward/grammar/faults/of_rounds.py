"""Can visits be planned by the policy of rounds: known needs and roles, hours in order, a protocol that ends in a decision?"""

from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import Fault, fault, unknown
from homeward.grammar.place import Place
from homeward.grammar.rounds import RoundPolicy

TRAVELS = ("car", "bicycle", "foot", "bus")


def faults_of_rounds(place: Place, today: date) -> Iterator[Fault]:
    for policy in place.round_policies.values():
        if len(place.round_policies) > 1:
            yield fault(policy, "one-policy", "There is more than one policy of rounds, so nobody knows which holds.")
        for kind in policy.visit_kinds:
            yield from unknown(policy, "need", kind.needs, place.needs)
            if kind.carers not in (1, 2):
                yield fault(policy, "carers", f"A visit is made by one or two carers, not {kind.carers}.")
        yield from unknown(policy, "role", tuple(each.role for each in policy.abilities), place.roles)
        able = {skill for each in policy.abilities for skill in each.skills}
        for skill in sorted({skill for kind in policy.visit_kinds for skill in kind.skills} - able):
            yield fault(policy, "nobody-able", f"Visits ask for '{skill}', which nobody is said to be able to do.")
        for each in policy.abilities:
            if each.travels_by not in TRAVELS:
                yield fault(
                    policy,
                    "travel",
                    f"'{each.travels_by}' is no way of travelling; choose one of {', '.join(TRAVELS)}.",
                )
        if not policy.opens_hour < policy.closes_hour or not policy.on_hour < policy.off_hour:
            yield fault(policy, "hours", "A day must begin before it ends.")
        if not policy.no_access or not policy.no_access[-1].decides:
            yield fault(
                policy,
                "no-decision",
                "The last step when nobody opens must be that somebody decides what happens next.",
            )
        yield from _caseload(policy)
        if not policy.deferral_reasons:
            yield fault(policy, "no-reasons", "There must be reasons for which a visit may be put off.")


def _caseload(policy: RoundPolicy) -> Iterator[Fault]:
    """What is worse is never said to be milder."""
    rule = policy.caseload
    if rule is None:
        return
    if not 0 <= rule.unseen_days < rule.long_unseen_days:
        yield fault(
            policy, "caseload-inverted",
            f"Somebody not seen for {rule.unseen_days} days would be amber and for {rule.long_unseen_days} days red: red must come later.",
        )  # fmt: skip
    if rule.long_task_days < 1:
        yield fault(policy, "caseload-inverted", "A task can be overdue by long only after a day or more.")
    for amber, long in (("unseen", "long_unseen"), ("task", "long_task")):
        if amber in rule.red and long not in rule.red:
            yield fault(policy, "caseload-inverted", f"'{amber}' is red and '{long}', which is worse, only amber.")
