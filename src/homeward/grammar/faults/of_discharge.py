"""Can everybody get home: has each hospital its teams and wards, and each list of discharge codes that exist?"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from homeward.grammar.discharge import HELD_BY, DischargePolicy, Hospital
from homeward.grammar.faults.fault import Fault, fault
from homeward.grammar.place import Place


def faults_of_discharge(place: Place, today: date) -> Iterator[Fault]:
    if len(place.discharge_policies) > 1:
        for each in list(place.discharge_policies.values())[1:]:
            yield fault(each, "two-policies", f"'{each.title}' is a second policy of discharge. Keep one.")
    if place.hospitals and not place.discharge_policies:
        first = next(iter(place.hospitals.values()))
        yield fault(first, "no-policy", f"'{first.name}' has inpatients, but no policy says how they get home.")
    for hospital in place.hospitals.values():
        yield from _of_hospital(place, hospital)
    for policy in place.discharge_policies.values():
        yield from _of_policy(place, policy)
    for site in place.recovery_beds.values():
        if site.team not in place.teams:
            yield fault(site, "unknown-team", f"'{site.name}' is run by '{site.team}', which is no team of this place.")
        if site.organisation not in place.organisations:
            yield fault(
                site, "unknown-organisation", f"'{site.name}' belongs to '{site.organisation}', which is not known."
            )


def _of_hospital(place: Place, hospital: Hospital) -> Iterator[Fault]:
    for team in (hospital.flow_team, hospital.hub):
        if team not in place.teams:
            yield fault(hospital, "unknown-team", f"'{hospital.name}' names the team '{team}', which is not declared.")
    if hospital.organisation not in place.organisations:
        yield fault(
            hospital,
            "unknown-organisation",
            f"'{hospital.name}' belongs to '{hospital.organisation}', which is not known.",
        )
    names = Counter(name for ward in hospital.wards for name in {ward.code, *ward.known_as})
    for name, times in names.items():
        if times > 1:
            yield fault(hospital, "ward-twice", f"Two wards of '{hospital.name}' are known as '{name}'.")
    if not hospital.wards:
        yield fault(hospital, "no-wards", f"'{hospital.name}' has no wards.")


def _of_policy(place: Place, policy: DischargePolicy) -> Iterator[Fault]:
    for name in ("criteria", "pathways", "why_otherwise", "delays", "destinations", "areas_of_need", "methods"):
        codes = [each.code for each in getattr(policy, name)]
        if not codes:
            yield fault(policy, "empty-list", f"'{policy.title}' has no {name.replace('_', ' ')}.")
        for code, times in Counter(codes).items():
            if times > 1:
                yield fault(
                    policy, "code-twice", f"'{policy.title}' lists '{code}' twice among its {name.replace('_', ' ')}."
                )
    for service in (policy.home_care, policy.recovery):
        if service not in place.services:
            yield fault(
                policy, "unknown-service", f"'{policy.title}' names the service '{service}', which is not declared."
            )
    yield from _of_before(place, policy)
    for pathway in policy.pathways:
        for step in pathway.steps:
            if step.owner not in HELD_BY and step.owner not in place.teams:
                yield fault(
                    policy,
                    "unknown-owner",
                    f"The step '{step.title}' is for '{step.owner}', which is no team of this place.",
                )


def _of_before(place: Place, policy: DischargePolicy) -> Iterator[Fault]:
    before = policy.before
    if before is None:
        return
    said = (before.title, before.definition, before.period, before.source, before.warning, *before.cannot_tell)
    if before.days < 1 or not before.cannot_tell or not all(words.strip() for words in said):
        yield fault(
            policy,
            "figure-without-warning",
            f"'{policy.title}' holds a figure of earlier days beside people's own without saying what it counted, where it "
            "stands, why a fall against it proves little, or what it cannot tell.",
        )
    known = {each.code for each in policy.pathways}
    if not before.pathways or set(before.pathways) - known:
        yield fault(
            policy, "unknown-pathway", f"'{policy.title}' compares with earlier days on a pathway it does not have."
        )
    if before.measure and before.measure not in place.measures:
        yield fault(
            policy, "unknown-measure", f"'{policy.title}' names the number '{before.measure}', which is not declared."
        )
