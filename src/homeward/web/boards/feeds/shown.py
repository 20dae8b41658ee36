"""How is the health of a feed said: how late, how much is missing, how much was refused?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.grammar.api import FEED_WAYS
from homeward.measures import api as measures
from homeward.measures.api import FeedHealth

STATES = {"never": ("Nothing heard", "red"), "late": ("Late", "orange"), "unsound": ("Too much refused", "orange"), "on_time": ("On time", "green")}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class FeedShown:
    """One line of the table."""

    health: FeedHealth
    partner: str
    way: str
    state: str
    colour: str
    late: str
    rhythm: str
    missing: str


def feeds_of(codes: Sequence[str], *, by: Actor, at: datetime) -> list[FeedShown]:
    """Those a board rests on, the worst first."""
    return [_shown(each) for each in measures.feed_health(codes, by=by, at=at)] if codes else []


def _shown(each: FeedHealth) -> FeedShown:
    organisation = directory.place().organisations.get(each.feed.partner)
    state, colour = STATES[each.state]
    unit = "day" if each.stretch_days == 1 else f"stretch of {each.stretch_days} days"
    return FeedShown(
        health=each, partner=organisation.name if organisation else each.feed.partner, way=FEED_WAYS[each.feed.way],
        state=state, colour=colour, late=f"Late by {_long(each.late_by)}" if each.state == "late" else "",
        rhythm=f"Every {_long(each.feed.every).removeprefix('1 ')}",
        missing=f"{each.missing} of {each.expected} {unit}s" if each.stretch_days == 1 else f"{each.missing} of {each.expected} ({unit} each)",
    )  # fmt: skip


def _long(span: timedelta) -> str:
    hours = round(span.total_seconds() / 3600)
    if hours < 1:
        return f"{max(1, round(span.total_seconds() / 60))} minutes"
    if hours < 48 and hours % 24:
        return f"{hours} hour{'' if hours == 1 else 's'}"
    days = round(hours / 24)
    if days % 7 == 0:
        return f"{days // 7} week{'' if days == 7 else 's'}"
    return f"{days} day{'' if days == 1 else 's'}"
