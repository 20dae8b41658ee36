"""What follows from a set of observations: the newest score, when to look again, and who must be told?"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Min

from homeward.foundation.moments import within_the_minute
from homeward.grammar.api import MonitoringPolicy, ScoreBand
from homeward.monitoring.actions.close_alert import causes_gone
from homeward.monitoring.actions.held import house
from homeward.monitoring.actions.raise_alert import raise_alert
from homeward.monitoring.models import Gap, ObservationSet, Stay
from homeward.monitoring.rules.scoring import band_called_for
from homeward.plans.api import SCORES, Scored


def consider(
    stay: Stay, policy: MonitoringPolicy, row: ObservationSet, found: Scored, *, at: datetime, besides: UUID | None = None
) -> UUID | None:
    """Change the stay (the caller saves it) and raise what must be raised; the alert's id. Part of an action.

    `besides`: who measured it knows already, so somebody else is told at once.
    A set older than the newest whole one, told late, changes nothing and rings nobody. A partial one moves no due time.
    """
    outdated = stay.last_set_at is not None and row.taken_at < stay.last_set_at
    if not outdated and found.total is not None:
        newest(stay, policy, row)
        gone = "A whole set of observations has come."
        causes_gone(stay, ("late",), who=row.actor_name, words=gone, at=at)
        Gap.objects.filter(stay=stay, ended_at=None).update(ended_at=at, ended_by=row.actor_name)
    elif not outdated:
        stay.partial = True
    if row.source != "staff":
        stay.unseen += 1
    alert = None if outdated else _score_alert(stay, policy, row, found, at=at, besides=besides)
    if alert is None and not outdated:
        alert = _rising_alert(stay, policy, row, at=at, besides=besides)
    if row.worried and not outdated:
        watch = policy.worried
        worried = raise_alert(
            stay=stay, policy=policy, kind="worried", level=watch.level, set_id=row.id, by=house(), at=at,
            words=f"{row.actor_name} is worried about them.",
        )  # fmt: skip
        alert = alert or worried
    return alert


def measured_at(stay: Stay, told: datetime) -> datetime:
    """When a set typed in whole minutes was taken: not before a set of the very same minute that stood when it was written down."""
    return within_the_minute(told, began=stay.last_set_at) if stay.last_set_at else told


def newest(stay: Stay, policy: MonitoringPolicy, row: ObservationSet) -> None:
    """This whole set is the newest: its score stands, and its band says when to look again."""
    stay.last_set_at, stay.last_total, stay.last_response = row.taken_at, row.total, row.response
    stay.partial = False
    if stay.state != "visited":  # nobody has promised to look again: who was told decides
        stay.next_due_at = row.taken_at + policy.band(row.response).look_again


def _score_alert(
    stay: Stay, policy: MonitoringPolicy, row: ObservationSet, found: Scored, *, at: datetime, besides: UUID | None
) -> UUID | None:
    band = band_called_for(policy, found)
    if band is None or band.level is None:
        return None
    return raise_alert(
        stay=stay, policy=policy, kind="score", level=band.level, response=band.response, total=found.total,
        set_id=row.id, words=words_of(policy, band, found) + where_measured(stay, row.actor_name), by=house(), at=at,
        besides=besides,
    )  # fmt: skip


def _rising_alert(
    stay: Stay, policy: MonitoringPolicy, row: ObservationSet, *, at: datetime, besides: UUID | None
) -> UUID | None:
    """A score that is still low, and was much lower a day ago: told before it alerts by itself. Partial sets are no part of a trend.

    A set of the very same moment was before: typed minutes have no seconds, so a person's set takes the moment of the device's.
    """
    rise = policy.rising
    if rise is None or row.total is None or row.total < rise.points:
        return None
    others = ObservationSet.objects.filter(stay=stay, total__isnull=False, struck_at__isnull=True).exclude(id=row.id)
    within = (row.taken_at - rise.within, row.taken_at)
    before = others.filter(taken_at__range=within).aggregate(lowest=Min("total"))["lowest"]
    if before is None or row.total - before < rise.points:
        return None
    return raise_alert(
        stay=stay, policy=policy, kind="rising", level=rise.watch.level, total=row.total, set_id=row.id, by=house(), at=at,
        words=f"{SCORES[policy.score].title} has risen from {before} to {row.total} in {_hours(rise.within)}.{where_measured(stay, row.actor_name)}",
        besides=besides,
    )  # fmt: skip


def _hours(span: timedelta) -> str:
    hours = int(span.total_seconds() // 3600)
    return f"{hours} {'hour' if hours == 1 else 'hours'}"


def where_measured(stay: Stay, who: str) -> str:
    """What is added for those who read of somebody on no ward."""
    return f" Measured at a visit by {who}." if stay.state == "visited" else ""


def words_of(policy: MonitoringPolicy, band: ScoreBand, found: Scored) -> str:
    title = SCORES[policy.score].title
    if found.total is not None:
        return f"{title} {found.total}: {band.title.lower()}."
    missing = len(found.missing)
    return (
        f"No {title} yet: {missing} {'sign' if missing == 1 else 'signs'} not measured. "
        f"What was measured already calls for this: {band.title.lower()}."
    )
