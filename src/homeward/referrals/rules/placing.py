"""In which order are the services that could answer a need shown, and why? Nothing is left out in silence.

Order: those that fit before those that do not; those that can come in time first; then home before bed before
hospital; a visit before advice by telephone; then those who already know the person, good matches, fresh news of
room, the sooner visit, the title.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from homeward.referrals.rules import reasons
from homeward.referrals.rules.reasons import Asked, Option, Reason

# The reasons that make a service unfit when they lean against it; all others only order.
DECISIVE = ("need", "urgency", "area")


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One service as it was shown: its place in the order (1 is first), whether it fits, and every reason."""

    service_code: str
    service_title: str
    team_code: str
    team_name: str
    order: int
    fits: bool
    setting: str
    open_now: bool
    opens_at: datetime | None
    first_visit_at: datetime | None
    reasons: tuple[Reason, ...]

    @property
    def reasons_for(self) -> tuple[Reason, ...]:
        return tuple(each for each in self.reasons if each.for_or_against == "for")

    @property
    def reasons_against(self) -> tuple[Reason, ...]:
        return tuple(each for each in self.reasons if each.for_or_against == "against")

    @property
    def not_known(self) -> tuple[Reason, ...]:
        return tuple(each for each in self.reasons if each.for_or_against == "unknown")


def rank(asked: Asked, options: Iterable[Option]) -> tuple[Candidate, ...]:
    """Every option, in the order it is to be shown, with every reason for and against."""
    weighed = sorted(((option, _reasons(asked, option)) for option in options), key=lambda pair: _key(asked, *pair))
    return tuple(_candidate(asked, option, why, order) for order, (option, why) in enumerate(weighed, start=1))


def digest(candidates: Sequence[Candidate]) -> str:
    """A short mark of what was shown and in which order, so that a choice is made from the list that was seen."""
    shown = "|".join(f"{each.service_code}:{each.team_code}:{each.fits}" for each in candidates)
    return hashlib.sha256(shown.encode()).hexdigest()[:12]


def as_facts(candidates: Iterable[Candidate]) -> list[dict[str, Any]]:
    """The list as it is kept in the event log."""
    return [
        {
            "service": each.service_code,
            "service_title": each.service_title,
            "team": each.team_code,
            "team_name": each.team_name,
            "order": each.order,
            "fits": each.fits,
            "setting": each.setting,
            "open_now": each.open_now,
            "opens_at": each.opens_at.isoformat() if each.opens_at else None,
            "first_visit_at": each.first_visit_at.isoformat() if each.first_visit_at else None,
            "reasons": [[why.for_or_against, why.code, why.words] for why in each.reasons],
        }
        for each in candidates
    ]


def from_facts(kept: Iterable[Mapping[str, Any]]) -> tuple[Candidate, ...]:
    """The list as it was shown, read back from the event log."""
    return tuple(
        Candidate(
            service_code=each["service"],
            service_title=each["service_title"],
            team_code=each["team"],
            team_name=each["team_name"],
            order=each["order"],
            fits=each["fits"],
            setting=each["setting"],
            open_now=each["open_now"],
            opens_at=datetime.fromisoformat(each["opens_at"]) if each["opens_at"] else None,
            first_visit_at=datetime.fromisoformat(each["first_visit_at"]) if each["first_visit_at"] else None,
            reasons=tuple(
                Reason(for_or_against=leaning, code=code, words=words) for leaning, code, words in each["reasons"]
            ),
        )
        for each in kept
    )


def _reasons(asked: Asked, option: Option) -> tuple[Reason, ...]:
    facts = {**asked.facts, "known-to-team": bool(option.known)}
    found = (
        reasons.of_need(asked, option),
        reasons.of_urgency(asked, option),
        *(reasons.of_criterion(each, facts) for each in option.service.eligibility),
        reasons.of_area(option),
        reasons.of_setting(option),
        reasons.of_telephone(option),
        reasons.of_known(option),
        reasons.of_hours(asked, option),
        reasons.of_capacity(asked, option),
        reasons.of_first_visit(asked, option),
    )
    return tuple(each for each in found if each is not None)


def _fits(why: Iterable[Reason]) -> bool:
    return not any(
        each.for_or_against == "against" and (each.code in DECISIVE or each.code.startswith("eligible:"))
        for each in why
    )


def _key(asked: Asked, option: Option, why: tuple[Reason, ...]) -> tuple[Any, ...]:
    leaning = {each.code: each.for_or_against for each in why}
    expected = reasons.first_visit_at(asked, option)
    return (
        not _fits(why),
        leaning["how-soon"] == "against",
        option.service.setting_rank,
        "by-telephone" in leaning,
        not option.known,
        sum(each.code.startswith("eligible:") and each.for_or_against == "unknown" for each in why),
        -sum(each.words.startswith("A good match") for each in why),
        {"for": 0, "unknown": 1, "against": 2}[leaning["capacity"]],
        expected is None,
        expected or asked.at,
        option.service.title,
        option.team_code,
    )


def _candidate(asked: Asked, option: Option, why: tuple[Reason, ...], order: int) -> Candidate:
    return Candidate(
        service_code=option.service.code,
        service_title=option.service.title,
        team_code=option.team_code,
        team_name=option.team_name,
        order=order,
        fits=_fits(why),
        setting=option.service.setting,
        open_now=option.opens_at is not None and option.opens_at <= asked.at,
        opens_at=option.opens_at,
        first_visit_at=reasons.first_visit_at(asked, option),
        reasons=why,
    )
