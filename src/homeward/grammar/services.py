"""What is a service: who may have it, where, when, through which stages, against which clocks?"""

from dataclasses import dataclass, field
from typing import Literal

from homeward.grammar.clocks import On
from homeward.grammar.conditions import Condition
from homeward.grammar.declaration import WORDING, Declaration

CapacityKind = Literal["visits", "beds", "hours", "places", "slots", "calls"]
Setting = Literal["home", "bed", "hospital"]
SETTING_RANK: dict[Setting, int] = {"home": 0, "bed": 1, "hospital": 2}
CriterionKind = Literal["must", "must_not", "prefer"]


@dataclass(frozen=True, kw_only=True)
class FirstContact:
    """What a service's first contact with a person is called, as a visit and as a task."""

    title: str
    task: str
    by_telephone: bool = False


BY_SETTING: dict[Setting, FirstContact] = {
    "home": FirstContact(title="First visit", task="Make the first visit"),
    "bed": FirstContact(title="Arrival", task="See the person when they arrive"),
    "hospital": FirstContact(title="First contact in hospital", task="See the person in hospital"),
}
BY_TELEPHONE = FirstContact(title="First call", task="Make the first call", by_telephone=True)
AT_A_HUB = FirstContact(title="First contact", task="Make the first contact")


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """Who it is for: a test over facts. `words` are true of a person who meets it, `against` of one who does not.

    A `must_not` is met when its test fails. `prefer` orders, never excludes, so it needs no words against.
    """

    code: str
    words: str
    against: str = ""
    test: Condition
    kind: CriterionKind = "must"

    @property
    def words_against(self) -> str:
        """What is said of a person who does not meet it."""
        return self.against or f"Not so: {self.words[:1].lower()}{self.words[1:]}"


@dataclass(frozen=True, kw_only=True)
class Stage:
    """Where an episode stands, in words for staff and for the person."""

    code: str
    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)


@dataclass(frozen=True, kw_only=True)
class Move:
    """A step between stages: who may take it, what it asks, and which events take it by themselves."""

    code: str
    title: str = field(metadata=WORDING)
    from_: tuple[str, ...]
    to: str
    permission: str = "episode.move"
    asks: tuple[str, ...] = ()
    on: tuple[On, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How an episode ended. `at_home`: the person was at home at the end; `avoids_admission`: may count for M1."""

    code: str
    title: str = field(metadata=WORDING)
    stage: str
    at_home: bool | None = None
    avoids_admission: bool = False


@dataclass(frozen=True, kw_only=True)
class Provider:
    """The team that gives the service in these areas."""

    team: str
    areas: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Service(Declaration):
    """One service on offer. Stages are those of the episode that opens when a referral is accepted.

    `after_decline` is the team that owns a need this service hands on, unless a better next owner is named.
    `usual_first_visit_hours` feeds the 'time to first visit' shown when placing. `round_the_clock` is promised cover.
    Every episode is to fill in its `questionnaires`; forms `also_recorded` may be filled in at any visit, and nobody must.
    `pathways` are the codes of the ways out of hospital that lead to it. `units`: so many single things (beds) its owner
    says it has; none where that is not said. Without `needs_met` no need is put to it: its beds are given at a front door.
    """

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    providers: tuple[Provider, ...]
    needs_met: tuple[str, ...]
    eligibility: tuple[Criterion, ...]
    catchment: tuple[str, ...]
    calendar: str
    urgencies: tuple[str, ...]
    setting: Setting
    capacity_kind: CapacityKind
    capacity_shelf_life_hours: int
    units: int | None = None
    pathways: tuple[str, ...] = field(default=(), metadata=WORDING)
    usual_first_visit_hours: float | None = None
    stages: tuple[Stage, ...]
    moves: tuple[Move, ...]
    first_stage: str
    final_stages: tuple[str, ...]
    clocks: tuple[str, ...]
    questionnaires: tuple[str, ...] = ()
    also_recorded: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...]
    decline_reasons: str = "decline"
    after_decline: str
    csds_service_type: str | None = None
    measures: tuple[str, ...] = ()
    self_referral: bool = False
    hub: bool = False
    standard: str = field(default="", metadata=WORDING)

    @property
    def setting_rank(self) -> int:
        """Home before bed before hospital."""
        return SETTING_RANK[self.setting]

    @property
    def first_contact(self) -> FirstContact:
        """Its first contact: a call where it gives calls, else by where it helps."""
        if self.capacity_kind == "calls":
            return BY_TELEPHONE
        return AT_A_HUB if self.hub else BY_SETTING[self.setting]
