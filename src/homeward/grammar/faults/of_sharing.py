"""Does every sensitive matter have somebody who sees it, and is it said once how far records are handed on and opened?"""

from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import Fault, fault, unknown
from homeward.grammar.place import Place


def faults_of_sensitivities(place: Place, today: date) -> Iterator[Fault]:
    for each in place.sensitivities.values():
        yield from unknown(each, "role", each.roles, place.roles)
        yield from unknown(each, "team", each.teams, place.teams)
        if not each.roles and not each.teams:
            yield fault(
                each, "seen-by-nobody", f"'{each.title}' names nobody who may see it, so nobody could act on it."
            )
        for mark in (*each.codes, *each.categories, *each.labels):
            if "|" not in mark or mark.startswith("*"):
                yield fault(
                    each,
                    "mark-without-system",
                    f"'{each.title}' is marked by '{mark}', which should be a system and a code, like 'http://snomed.info/sct|123'.",
                )


def faults_of_sharing(place: Place, today: date) -> Iterator[Fault]:
    for partner in place.sharing_partners.values():
        yield from unknown(partner, "organisation", partner.organisations, place.organisations)
        if not partner.organisations:
            yield fault(partner, "partner-of-nobody", f"'{partner.title}' has no organisation in it.")
    if sum(each.direct_care for each in place.sharing_purposes.values()) != 1:
        yield fault(
            place.card,
            "no-direct-care",
            "Exactly one purpose of sharing must be direct care: it is why staff open records.",
        )
    if len(place.access_policies) != 1:
        yield fault(
            place.card,
            "no-access-policy",
            "There must be exactly one policy of access: how long a broken glass opens, and so on.",
        )
    for policy in place.access_policies.values():
        yield from unknown(policy, "role", (policy.proxy_role,), place.roles)
        if min(policy.glass_minutes, policy.judge_within_days, policy.proxy_longest_days) < 1:
            yield fault(policy, "never-shuts", "Minutes and days in the policy of access must be 1 or more.")
