"""Who gives advice before somebody is taken to hospital, who meets them at its door, and what may be meant and decided there?"""

from dataclasses import dataclass, field
from datetime import timedelta

from homeward.grammar.declaration import WORDING, Declaration, Standard
from homeward.grammar.organisations import ReferrerKind
from homeward.grammar.questionnaires import Option
from homeward.grammar.services import Criterion


@dataclass(frozen=True, kw_only=True)
class Disposition:
    """Where somebody is meant to go, or goes. `hospital`: is that a hospital bed? None where nothing is meant yet.

    With `refers` the need is put to a hub, at this `urgency`. What is decided at a door may take a bed of `service`, which
    they are meant to have left within `stay_aim`.
    """

    code: str
    title: str = field(metadata=WORDING)
    hospital: bool | None
    refers: bool = False
    urgency: str = ""
    service: str = ""
    stay_aim: timedelta | None = None


@dataclass(frozen=True, kw_only=True)
class CallerKind:
    """Who rings. `referrer` is the kind that eligibility asks about; `counted_apart`: results show them by themselves.

    `conveys`: they would take the person to hospital themselves, so the rule for ringing first is about them.
    """

    code: str
    title: str = field(metadata=WORDING)
    referrer: ReferrerKind
    conveys: bool = False
    counted_apart: bool = False


@dataclass(frozen=True, kw_only=True)
class AdviceLine(Declaration):
    """A line on which a senior clinician gives advice. Whoever rings is answered within `answer_within`.

    `eligibility` says when a crew rings before it conveys. `checks` are how long after the advice admissions and deaths
    are looked up; `safety_net` is when the caller or person is rung again unless another time is chosen.
    """

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    team: str
    callers: tuple[CallerKind, ...]
    intended: tuple[Disposition, ...]
    outcomes: tuple[Disposition, ...]
    eligibility: tuple[Criterion, ...]
    answer_within: timedelta
    intake_within: timedelta
    safety_net: timedelta
    checks: tuple[timedelta, ...]
    standard: Standard


@dataclass(frozen=True, kw_only=True)
class FrontDoor(Declaration):
    """The door of one hospital and the teams that meet people there. `frailty` and `delirium` are the facts that screening records.

    `forms` are filled in to screen; somebody is screened within `screened_within` of arriving. `crews` are the ways of
    arriving by which a crew conveyed: the rule of `line` for ringing first is about them.
    """

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    hospital: str
    teams: tuple[str, ...]
    line: str
    ways: tuple[Option, ...]
    crews: tuple[str, ...]
    forms: tuple[str, ...]
    frailty: str
    delirium: str
    intended: tuple[Disposition, ...]
    decided: tuple[Disposition, ...]
    screened_within: timedelta
    checks: tuple[timedelta, ...]
    standard: Standard
