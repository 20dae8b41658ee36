"""May this person join? Every declared check must be met, and the score must fit somebody of their age."""

from collections.abc import Mapping
from datetime import date, datetime

from homeward.foundation.moments import london_day
from homeward.grammar.api import MonitoringPolicy


def joining_faults(
    policy: MonitoringPolicy, checks: Mapping[str, bool], *, born: date | None, at: datetime
) -> dict[str, str]:
    """A sentence for each check that is not met, by its code; and for one too young for the score."""
    faults = {
        check.code: f"Not so: {check.words[0].lower()}{check.words[1:]}. {check.otherwise}"
        for check in policy.joining
        if not checks.get(check.code)
    }
    if too_young(policy, born, at=at):
        faults[policy.joining[0].code if policy.joining else ""] = (
            f"They are under {policy.youngest}, and the score is not for them. Ask the children's team."
        )
    return faults


def too_young(policy: MonitoringPolicy, born: date | None, *, at: datetime) -> bool:
    """The score was not made for them; of whoever has no birth date nothing is known, and they are watched."""
    return born is not None and _years(born, london_day(at)) < policy.youngest


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
