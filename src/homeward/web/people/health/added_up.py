"""Which measurements is a score's total the total of, and can it be?

The last value of each measurement stands beside the last total, and they may be of different moments: then the page must not
be read as if the one followed from the other. A total is never worked out here, only held against what was measured with it.
"""

from collections.abc import Mapping, Sequence

from homeward.directory import api as directory
from homeward.grammar.api import Trend
from homeward.plans import api as plans
from homeward.records.api import Reading
from homeward.web.people.health.units import said_unit


def added_up(trend: Trend, total: Reading, found: Mapping[str, Sequence[Reading]]) -> tuple[str, str]:
    """What the total is of, and a doubt ('' when there is none). `found`: what was read of each trend, oldest first."""
    columns, trends = _columns(trend.score), directory.place().trends
    ours = {code: each for code, each in found.items() if code != trend.code and _column(trends[code], columns)}
    then = {code: at_once for code, each in ours.items() if (at_once := _with(total, each)) is not None}
    later = any(each[-1].at > total.at for each in ours.values())
    signs: dict[str, float | str | None] = {_column(trends[code], columns): each.value for code, each in then.items()}
    least = plans.SCORES[trend.score].work_out(signs).so_far
    doubt = ""
    if least > total.value:
        doubt = f"This total cannot be right: what was measured with it comes to at least {least}. Count it again."
    if not then:
        aside = " The measurements shown here are of other moments." if ours else ""
        return f"What it adds up did not come with it.{aside}", doubt
    listed = "; ".join(f"{trends[code].title} {each.value:g} {said_unit(each.unit or trends[code].unit)}".strip() for code, each in then.items())
    return f"Measured with it: {listed}.{' What is newer is not in this total.' if later else ''}", doubt


def _with(total: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The one measurement of the same moment from the same source; of several (a day without a time) none can be told."""
    found = [each for each in readings if each.at == total.at and each.source == total.source]
    return found[0] if len(found) == 1 else None


def _columns(score: str) -> dict[str, str]:
    """Which part of the score each code is."""
    policies = directory.place().monitoring_policies.values()
    return {
        code: sign.column for each in policies if each.score == score for sign in each.signs if not sign.answers for code in sign.codes
    }  # fmt: skip


def _column(trend: Trend, columns: Mapping[str, str]) -> str:
    return next((columns[code] for code in trend.codes if code in columns), "")
