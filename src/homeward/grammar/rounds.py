"""How does a place plan visits at home: how long, by whom, how many carers, and what is done when nobody opens the door?"""

from dataclasses import dataclass, field
from typing import Literal

from homeward.grammar.declaration import WORDING, Declaration
from homeward.grammar.reasons import Reason


@dataclass(frozen=True, kw_only=True)
class VisitKind:
    """What a visit for one of these needs asks: minutes, skills, one or two carers. `critical`: its hour must be kept."""

    needs: tuple[str, ...]
    minutes: int
    skills: tuple[str, ...] = ()
    carers: int = 1
    critical: bool = False


@dataclass(frozen=True, kw_only=True)
class Ability:
    """What everyone in a role can do on a visit, and how they travel as a rule: car, bicycle, foot or bus."""

    role: str
    skills: tuple[str, ...]
    travels_by: str = "car"


@dataclass(frozen=True, kw_only=True)
class AccessStep:
    """One step to take when nobody opens. `decides`: the step after which somebody must decide what happens next."""

    code: str
    title: str = field(metadata=WORDING)
    decides: bool = False


CaseloadReason = Literal[
    "clock", "alert", "missed", "nobody", "gone", "nothing", "unseen", "long_unseen", "task", "long_task", "unread", "keyworker"
]


@dataclass(frozen=True, kw_only=True)
class CaseloadRule:
    """When does somebody on a team's caseload stand red? Every other reason makes them amber, none green.

    `unseen` and `long_unseen`: nobody of the team saw them for more than that many days; `long_task`: a task is overdue by
    more than that. An alert has the colour that its own ward's policy gives it. `proposal`: nobody has confirmed this yet.
    """

    unseen_days: int
    long_unseen_days: int
    long_task_days: int
    red: tuple[CaseloadReason, ...]
    proposal: bool = True


@dataclass(frozen=True, kw_only=True)
class RoundPolicy(Declaration):
    """The one policy of rounds: what visits ask, who can do what, the working day, breaks, and two protocols.

    A visit without an hour may be made between `opens_hour` and `closes_hour`; one with an hour, within `around_minutes` of it.
    """

    minutes: int
    around_minutes: int
    opens_hour: int
    closes_hour: int
    on_hour: int
    off_hour: int
    break_minutes: int
    break_from_hour: int
    break_to_hour: int
    visit_kinds: tuple[VisitKind, ...] = ()
    abilities: tuple[Ability, ...] = ()
    no_access: tuple[AccessStep, ...] = ()
    deferral_reasons: tuple[Reason, ...] = ()
    caseload: CaseloadRule | None = None

    def kind_of(self, need: str) -> VisitKind:
        """What a visit for this need asks."""
        return next(
            (each for each in self.visit_kinds if need in each.needs), VisitKind(needs=(need,), minutes=self.minutes)
        )

    @property
    def skills(self) -> tuple[str, ...]:
        """Every skill that somebody who makes visits has, by name."""
        return tuple(sorted({skill for each in self.abilities for skill in each.skills}))

    def ability_of(self, role: str) -> Ability | None:
        """What this role can do; None: its people make no visits."""
        return next((each for each in self.abilities if each.role == role), None)
