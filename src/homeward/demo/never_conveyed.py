"""Who fell one evening in the demonstration, was seen at home ninety minutes later and never taken to hospital?"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.api import gate, system
from homeward.demo.schedule import Someone
from homeward.demo.staff import Staff
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.foundation.moments import at_london, london_day
from homeward.front_door import api as front_door
from homeward.grammar.api import AdviceLine, CallerKind, Disposition, SyntheticPopulation, YearlyNeed
from homeward.people import api as people_door
from homeward.referrals import api as referrals
from homeward.visits import api as visits

DAYS_AGO = 5  # so that 72 hours are over and what came of it is found
OLDEST_FEW, OLD = 12, timedelta(days=365 * 70)
ASKED = "Fell by the bed at twenty to eight. No injury found, cannot get up alone. Must they go in?"
ADVICE = "Safe to stay tonight with a visit within two hours. Warm drink, stay off the stairs."
NET = "Drowsy, sick, or new pain: 999. Anything else: ring us."
SEEN = "Lifted with a cushion, no injury. Walked to the kitchen and back. Frame lent, rails asked for, daughter stays the night."


def make_never_conveyed(*, shape: SyntheticPopulation, staff: Staff, people: Sequence[Someone], until: datetime) -> int:
    """A crew rings at 19:40, advice is signed at 19:48, somebody is at the door at 21:10; returns how many needs that made."""
    found = _asked_on(staff)
    who = _somebody([one for one in people if one.near] or people, until)
    if found is None or who is None:
        return 0
    line, caller, outcome, by = found
    fell = at_london(london_day(until) - timedelta(days=DAYS_AGO), 19) + timedelta(minutes=40)
    try:
        need = _rung(line, caller, outcome, _need(shape, staff), who, by, fell)
        if need is None:
            return 0
        _seen(need, staff, fell)
    except Refused:
        return 0
    return 1


def _asked_on(staff: Staff) -> tuple[AdviceLine, CallerKind, Disposition, Actor] | None:
    """A line that somebody answers, a caller who conveys, and the outcome that asks for a team within hours."""
    for line in staff.place.advice_lines.values():
        callers = [each for each in line.callers if each.conveys]
        outcomes = [each for each in line.outcomes if each.refers]
        able = staff.who_may("line.take", team=line.team)
        if callers and outcomes and able:
            return line, callers[0], outcomes[0], able[0]
    return None


def _need(shape: SyntheticPopulation, staff: Staff) -> YearlyNeed:
    """What a crew most often stands beside: of the two-hour needs the one that arises most."""
    urgent = [each for each in shape.needs if staff.place.needs[each.need].two_hour_need]
    return max(urgent or shape.needs, key=lambda each: each.per_year)


def _somebody(people: Sequence[Someone], until: datetime) -> UUID | None:
    """Somebody old who lives, and whom the virtual wards and the rounds leave alone: they take the oldest."""
    oldest = sorted(people, key=lambda one: (one.birth_date, one.person_id))
    at_most = [*(one for one in oldest[OLDEST_FEW:] if until.date() - one.birth_date > OLD), *oldest]
    for one in at_most:
        if people_door.banner(one.person_id, system("demo"), until).died_on is None:
            return one.person_id
    return None


def _rung(
    line: AdviceLine, caller: CallerKind, outcome: Disposition, need: YearlyNeed, who: UUID, by: Actor, fell: datetime
) -> UUID | None:
    call = front_door.take(
        details=front_door.CallDetails(
            line=line.code, caller_kind=caller.code, caller_name="Kate Hadley", caller_phone="07700 900123", question=ASKED,
            need_code=need.need, intended=next(each for each in line.intended if each.hospital).code, answered_at=fell,
            person_id=who, waited_seconds=20,
        ),
        by=by, at=fell + timedelta(seconds=50),
    )  # fmt: skip
    advised = fell + timedelta(minutes=8)
    advice = front_door.AdviceDetails(
        outcome=outcome.code, words=ADVICE, safety_words=NET, safety_due_at=advised + line.safety_net, told="Kate Hadley",
        decided_by=by.name, decided_role="Consultant geriatrician", wants_words="To stay at home",
    )  # fmt: skip
    front_door.advise(call_id=call, advice=advice, by=by, at=advised)
    front_door.check_back(call_id=call, heard="as-hoped", by=by, at=advised + line.safety_net)
    return front_door.call_view(call, by=by, at=advised).call.referral_id


def _seen(referral_id: UUID, staff: Staff, fell: datetime) -> None:
    """Judged and placed by the hub, taken by the team that fits, at the door ninety minutes after the fall."""
    house = system("demo")

    def now(minutes: int) -> tuple[referrals.ServiceRequest, datetime]:
        at = fell + timedelta(minutes=minutes)
        return referrals.referral(referral_id, by=house, at=at), at

    need, at = now(12)
    hub = staff.who_may("referral.triage", team=need.owner_team_id)[0]
    referrals.triage(
        referral_id=referral_id, answers={}, words="As advised.", by=hub, at=at, expected_version=need.version
    )
    need, at = now(14)
    by = staff.who_may("referral.place", team=need.owner_team_id)[0]
    fitting = referrals.candidates(referral_id, by=by, at=at).fitting
    chosen = next(each for each in fitting if staff.who_may("visit.record_contact", team=each.team_code))
    referrals.place(
        referral_id=referral_id, service_code=chosen.service_code, team_code=chosen.team_code, why="Nearest, and can go now.",
        by=by, at=at, expected_version=need.version,
    )  # fmt: skip
    need, at = now(18)
    nurse = staff.who_may("visit.record_contact", team=need.owner_team_id)[0]
    referrals.accept(referral_id=referral_id, by=nurse, at=at, expected_version=need.version)
    with gate.job("demo", by=house, at=at):
        visit = next(each.id for each in visits.visits_of([referral_id]) if each.open)
    at_the_door = fell + timedelta(minutes=90)
    visits.record_contact(
        encounter_id=visit, contact_at=at_the_door, way="in_person", words=SEEN, by=nurse, at=at_the_door + timedelta(minutes=35),
        key=f"demo-{visit}",
    )  # fmt: skip
