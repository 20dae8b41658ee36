"""Can everybody who is watched at home be watched: is somebody told of each alert, and somebody else when nobody looks?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from homeward.grammar.faults.fault import Fault, fault, unknown
from homeward.grammar.monitoring import MonitoringPolicy, Rung
from homeward.grammar.place import Place
from homeward.grammar.working_time import always_open


def faults_of_monitoring(place: Place, today: date) -> Iterator[Fault]:
    """Unknown services, teams and roles; ladders that end in an empty office; spans that make no sense."""
    watched = Counter(code for policy in place.monitoring_policies.values() for code in policy.services)
    for policy in place.monitoring_policies.values():
        yield from unknown(policy, "service", policy.services, place.services)
        yield from unknown(policy, "role", policy.senior_roles, place.roles)
        for code in policy.services:
            if watched[code] > 1:
                yield fault(
                    policy, "watched-twice", f"'{code}' is watched by two policies, so nobody knows which rules."
                )
            if code in place.services and place.services[code].capacity_kind != "places":
                yield fault(policy, "no-places", f"'{code}' counts no places, so its ward has no cap.")
        yield from _visits(place, policy)
        yield from _spans(policy)
        for ladder in _ladders(policy):
            yield from _ladder(place, policy, ladder)
        yield from _held_by_nobody(place, policy)


def _visits(place: Place, policy: MonitoringPolicy) -> Iterator[Fault]:
    """A service whose visitors measure the score, outside a hospital, has somebody who is told of it."""
    told = policy.at_visits
    yield from unknown(policy, "service", told.services if told else (), place.services)
    for service in place.services.values():
        asked = {*service.questionnaires, *service.also_recorded, *(code for move in service.moves for code in move.asks)}
        forms = [place.questionnaires[code] for code in sorted(asked) if code in place.questionnaires]
        scored = [form for form in forms if any(item.score is not None and item.score.name == policy.score for item in form.items)]
        if scored and service.setting != "hospital" and place.told_of_visits_to(service.code) is None:
            yield fault(
                policy, "measured-and-told-nobody",
                f"Visitors of '{service.title}' measure on '{scored[0].title}', and nobody is told when the score is high.",
            )  # fmt: skip


def _held_by_nobody(place: Place, policy: MonitoringPolicy) -> Iterator[Fault]:
    """A rung that names people by roles of whom a team that is told has none: it falls to whoever is there."""
    visits = policy.at_visits.services if policy.at_visits else ()
    at_visits = [*(band.ladder for band in policy.bands), *((policy.rising.watch.ladder,) if policy.rising else ())]
    asked = [(code, rung) for code in policy.services for ladder in _ladders(policy) for rung in ladder]
    asked += [(code, rung) for code in visits for ladder in at_visits for rung in ladder]
    nobody: dict[tuple[str, tuple[str, ...]], dict[str, str]] = {}
    for code, rung in asked:
        if code not in place.services:
            continue
        own = [each.team for each in place.services[code].providers]
        for team in (place.teams.get(each) for each in (*([rung.team] if rung.team else own), rung.when_closed)):
            if team is not None and rung.roles and team.roles and not {*rung.roles} & {*team.roles}:
                nobody.setdefault((code, rung.roles), {})[team.code] = team.name
    for (code, roles), teams in nobody.items():
        named = " or ".join(place.roles[each].title.lower() if each in place.roles else each for each in roles)
        first, others = next(iter(teams.values())), len(teams) - 1
        whose = f"'{first}' has" if not others else f"'{first}' and {others} other {'teams have' if others > 1 else 'team has'}"
        yield fault(
            policy, "rung-held-by-nobody",
            f"In '{policy.title}' an alert of '{place.services[code].title}' is told to a {named}, but {whose} none: "
            "it falls to whoever is there. Name a role that works there.",
        )  # fmt: skip


def _ladders(policy: MonitoringPolicy) -> Iterator[tuple[Rung, ...]]:
    yield from (band.ladder for band in policy.bands if band.level is not None)
    yield from (watch.ladder for watch in policy.watches)


def _spans(policy: MonitoringPolicy) -> Iterator[Fault]:
    if not policy.bands:
        yield fault(policy, "no-bands", f"'{policy.title}' does not say what any score means.")
    spans = [band.look_again for band in policy.bands]
    spans += [policy.review_every, policy.longest_stay, policy.usual_stay, policy.together, policy.kept_in_hospital]
    spans += [reason.longest for reason in policy.gap_reasons]
    if any(span <= timedelta() for span in spans):
        yield fault(policy, "no-time", f"'{policy.title}' gives no time for something that takes time.")
    looks = [band.look_again for band in policy.bands]
    if looks != sorted(looks, reverse=True):
        yield fault(
            policy, "calmer-sooner", f"In '{policy.title}' a worse score is looked at again later than a better one."
        )
    if not policy.senior_roles:
        yield fault(policy, "no-senior", f"'{policy.title}' names no role that may make the daily review.")
    if not policy.responses or not policy.gap_reasons:
        yield fault(
            policy, "nothing-to-choose", f"'{policy.title}' offers no answer to an alert, or no reason for a gap."
        )


def _ladder(place: Place, policy: MonitoringPolicy, ladder: Sequence[Rung]) -> Iterator[Fault]:
    if not ladder or ladder[0].after != timedelta():
        yield fault(policy, "nobody-at-once", f"In '{policy.title}' nobody is told of an alert at once.")
        return
    moments = [rung.after for rung in ladder]
    if moments != sorted(set(moments)):
        yield fault(policy, "ladder-order", f"In '{policy.title}' the rungs of a ladder do not follow one another.")
    for rung in ladder:
        yield from unknown(policy, "team", (code for code in (rung.team, rung.when_closed) if code), place.teams)
        yield from unknown(policy, "role", rung.roles, place.roles)
    last = ladder[-1]
    teams = [place.teams.get(code) for code in (last.team, last.when_closed) if code]
    if not any(
        team and team.calendar in place.calendars and always_open(place.calendars[team.calendar]) for team in teams
    ):
        yield fault(
            policy, "asleep", f"In '{policy.title}' a ladder does not end with a team that is awake day and night."
        )
