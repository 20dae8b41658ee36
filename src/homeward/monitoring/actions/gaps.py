"""How is it said that somebody is not being monitored, because of what, and until when at the latest?"""

from datetime import datetime, timedelta
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import said_span
from homeward.grammar.api import GapReason, MonitoringPolicy
from homeward.monitoring.actions.close_alert import causes_gone
from homeward.monitoring.actions.held import happened, held, looked, policy_of
from homeward.monitoring.models import Gap, Stay
from homeward.monitoring.queries.person_of import person_of_stay


def longest_gap(policy: MonitoringPolicy, reason: GapReason, stay: Stay) -> timedelta:
    """How long this reason may stand: while the last score alerts, no longer than until the next look that it calls for."""
    band = policy.band(stay.last_response) if stay.last_response else None
    return min(reason.longest, band.look_again) if band is not None and band.level is not None else reason.longest


@action("monitoring.gap", about=person_of_stay)
def begin_gap(
    *, stay_id: UUID, reason: str, until: datetime, by: Actor, at: datetime, words: str = ""
) -> Happening[UUID]:
    """'Not being monitored because …', until a moment. The next set is due then, and late after it. Raises Invalid."""
    stay = held(stay_id, by=by)
    policy = policy_of(stay)
    chosen = next((each for each in policy.gap_reasons if each.code == reason), None)
    errors = {}
    if chosen is None:
        errors["reason"] = "Choose why they are not being monitored."
    elif chosen.asks_for_words and not words.strip():
        errors["words"] = "Say why, so that whoever comes next can judge it."
    elif not at < until <= at + longest_gap(policy, chosen, stay):
        errors["until"] = (
            f"This reason may stand for {said_span(longest_gap(policy, chosen, stay))} at most. Choose a sooner time."
        )
    if errors or chosen is None:
        raise Invalid(errors)
    Gap.objects.filter(stay=stay, ended_at=None).update(ended_at=at, ended_by=by.name)
    gap = Gap.objects.create(
        id=new_id(), stay=stay, person_id=stay.person_id, reason_code=chosen.code, reason_title=chosen.title,
        refused=chosen.refused, words=words.strip(), from_at=at, until_at=until, told_by=by.name,
    )  # fmt: skip
    stay.next_due_at = max(until, stay.next_due_at or until)
    looked(stay, by=by, at=at)
    stay.save()
    causes_gone(stay, ("late",), who=by.name, words=f"Not being monitored: {chosen.title.lower()}.", at=at)
    return happened(stay, gap.id, {"reason": chosen.code, "refused": chosen.refused, "until": until.isoformat()})


@action("monitoring.watch_again", about=person_of_stay)
def end_gap(*, stay_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """They are being monitored again: a whole set is due now."""
    stay = held(stay_id, by=by)
    if not Gap.objects.filter(stay=stay, ended_at=None).update(ended_at=at, ended_by=by.name):
        raise Refused("They are being monitored already.", next_step="Enter observations.")
    stay.next_due_at = at
    looked(stay, by=by, at=at)
    stay.save()
    return happened(stay, stay.id, {})
