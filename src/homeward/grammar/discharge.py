"""Which hospitals' inpatients are followed on their way home, and by which words: criteria, pathways, steps, reasons for delay?"""

from dataclasses import dataclass, field
from typing import Literal

from homeward.grammar.declaration import WORDING, Declaration

# Who does a step: the hospital's own ward and flow staff, its transfer-of-care hub, or a team by its code.
StepOwner = str
HELD_BY: tuple[StepOwner, ...] = ("ward", "hub")
StepDone = Literal["bed_booked", "home_care_agreed"]


@dataclass(frozen=True, kw_only=True)
class Ward:
    """One ward. `known_as`: how partners' systems call it in what they send."""

    code: str
    name: str
    known_as: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Hospital(Declaration):
    """One hospital whose inpatients stand on the flow board. `flow_team` answers for its wards, `hub` for the way home."""

    name: str
    organisation: str
    flow_team: str
    hub: str
    wards: tuple[Ward, ...]
    known_as: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing that may be chosen from a list. `asks_for_words`: whoever chooses it must also say why."""

    code: str
    title: str
    asks_for_words: bool = False


@dataclass(frozen=True, kw_only=True)
class HandBack(Told):
    """Why a provider gives home care back. `hours_free`: it has the hours for somebody else; if not, they are gone until it reports."""

    hours_free: bool = False


@dataclass(frozen=True, kw_only=True)
class BedOutcome(Told):
    """How a stay in a recovery bed ended. `died`: what is written when a death ends it."""

    died: bool = False


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that a pathway needs doing, by whom (`ward`, `hub` or a team's code), within so many hours of being ready.

    `done_when` it is done by itself: the bed's team said yes, or an offer of home care was taken.
    """

    code: str
    title: str
    owner: StepOwner
    within_hours: float
    done_when: StepDone | None = None


@dataclass(frozen=True, kw_only=True)
class Pathway:
    """One way home. `share` is the part of older people's discharges that planning expects of it, where one is set."""

    code: str
    title: str
    plain_words: str
    place: Literal["home", "home_with_support", "bed", "long_term_care"]
    steps: tuple[Step, ...] = ()
    share: float | None = None


@dataclass(frozen=True, kw_only=True)
class Destination:
    """Where somebody goes when they leave. `known_as` are codes of partners' systems."""

    code: str
    title: str
    kind: Literal["home", "care_home", "community_bed", "hospital", "died", "other"]
    known_as: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecoveryBeds(Declaration):
    """One building with beds for recovery. `offer` is what everybody there gets, so that sites can be held side by side."""

    name: str
    organisation: str
    team: str
    beds: int
    offer: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Before:
    """How long people waited before, as a document says it: held beside what happens now, never a forecast of one person.

    `days` from ready to leaving, of those on `pathways` alone. `definition` is what the document counted. `warning` says why a
    fall against it proves little (the return to the usual among the reasons); `cannot_tell` what it does not say.
    `measure`: the number that would count what was saved, by a comparison that is fair.
    """

    days: int
    title: str = field(metadata=WORDING)
    definition: str
    period: str
    source: str
    pathways: tuple[str, ...]
    warning: str
    cannot_tell: tuple[str, ...]
    measure: str = ""


@dataclass(frozen=True, kw_only=True)
class DischargePolicy(Declaration):
    """The words and the limits of discharge to assess.

    `criteria` are reasons to stay in hospital; `areas_of_need` the headings under which needs are described;
    `prescribing` phrases that name a care package instead of a need. `home_care` and `recovery` are codes of services.
    """

    title: str = field(metadata=WORDING)
    criteria: tuple[Told, ...]
    areas_of_need: tuple[Told, ...]
    prescribing: tuple[str, ...]
    pathways: tuple[Pathway, ...]
    why_otherwise: tuple[Told, ...]
    delays: tuple[Told, ...]
    methods: tuple[Told, ...]
    destinations: tuple[Destination, ...]
    home_care: str
    recovery: str
    why_handed_back: tuple[HandBack, ...]
    bed_outcomes: tuple[BedOutcome, ...]
    long_stay_days: int = 21
    long_recovery_days: int = 42
    follow_up_days: int = 91
    follow_up_answers: tuple[Destination, ...] = ()
    before: Before | None = None

    def pathway(self, code: str) -> Pathway | None:
        """The pathway of this code, if there is one."""
        return next((each for each in self.pathways if each.code == code), None)

    def destination(self, code: str) -> Destination | None:
        """The destination of this code, or one that partners know by it."""
        return next((each for each in self.destinations if code == each.code or code in each.known_as), None)
