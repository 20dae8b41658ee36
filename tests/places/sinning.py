"""By what small change does a good place become a bad one?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any, Literal

from homeward.grammar.api import (
    AgeBand,
    AreaLink,
    CaseloadRule,
    Disposition,
    Item,
    Move,
    Opening,
    Place,
    Question,
    Reason,
    Stage,
    Standard,
    Stated,
    SyntheticPopulation,
    TargetFrom,
    Wording,
)
from tests.places.millbrook.returning import TOWN_RETURN

Sin = Callable[[Place], Place]
EMPTY = Standard(words="", source="")
LATER = TargetFrom(starts_on=date(2027, 4, 1), value=75)


def stated(role: Literal["goal", "result"], definition: str) -> Stated:
    """A figure from a document."""
    return Stated(role=role, words="80%", value=80, period="2026", definition=definition, source="Town newsletter")


def peopled(place: Place) -> Place:
    """The place with made-up people whose ages leave half of them out."""
    shape = SyntheticPopulation(
        code="half-a-town", registered=10, ages=(AgeBand(youngest=0, oldest=99, share=0.5),), backgrounds=(), mixes=(),
        needs=(), streets=(), sign_ins=(), crews=(), source="", owner=place.card.owner, review_by=place.card.review_by,
    )  # fmt: skip
    return replace(place, populations={shape.code: shape})


def at_homes(share: float, called: str = "") -> Sin:
    """The place with made-up people of whom a share lives in care homes."""

    def sinned(place: Place) -> Place:
        found = peopled(place)
        shape = found.populations["half-a-town"]
        ages = (AgeBand(youngest=0, oldest=99, share=1, in_care_homes=share),)
        return replace(found, populations={shape.code: replace(shape, ages=ages, care_home=called)})

    return sinned


def change(shelf: str, code: str, /, **words: Any) -> Sin:
    """The place with one declaration reworded."""

    def sinned(place: Place) -> Place:
        held = getattr(place, shelf)
        shelves: dict[str, Any] = {shelf: {**held, code: replace(held[code], **words)}}
        return replace(place, **shelves)

    return sinned


def drop(shelf: str, *codes: str) -> Sin:
    """The place without some declarations."""

    def sinned(place: Place) -> Place:
        kept: dict[str, Any] = {shelf: {k: v for k, v in getattr(place, shelf).items() if k not in codes}}
        return replace(place, **kept)

    return sinned


def add_stage(place: Place) -> Place:
    service = place.services["company"]
    stages = (*service.stages, Stage(code="limbo", title="Limbo", plain_words="Nowhere."))
    moves = (*service.moves, Move(code="drift", title="Drift", from_=("met",), to="limbo"))
    return change("services", "company", stages=stages, moves=moves)(place)


def add_unreached_stage(place: Place) -> Place:
    service = place.services["company"]
    stages = (*service.stages, Stage(code="attic", title="Attic", plain_words="Up there."))
    moves = (*service.moves, Move(code="descend", title="Descend", from_=("attic",), to="over"))
    return change("services", "company", stages=stages, moves=moves)(place)


def leave_the_end(place: Place) -> Place:
    service = place.services["company"]
    return change("services", "company", moves=(*service.moves, Move(code="r", title="R", from_=("over",), to="met")))(
        place
    )


WINDOWS_WRONG = tuple(replace(each, months_after=1) for each in TOWN_RETURN.windows)


def ask_for_nothing(place: Place) -> Place:
    protocol = place.protocols["desk-questions"]
    questions = (*protocol.questions, Question(code="idle", words="What is your favourite colour?"))
    return change("protocols", "desk-questions", questions=questions)(place)


def refuse_for_room(words: str) -> Sin:
    return change("reason_lists", "why-decline", reasons=(Reason(code="x", title=words),))


def twice_in_circle(place: Place) -> Place:
    links = (AreaLink(code="riverside", valid_from=date(2020, 4, 1)),)
    return change("areas", "millbrook", within=links)(place)


def no_999(place: Place) -> Place:
    protocol = place.protocols["desk-questions"]
    rules = tuple(replace(rule, call_999=False) for rule in protocol.rules)
    return change("protocols", "desk-questions", rules=rules)(place)


def item(**words: Any) -> tuple[Item, ...]:
    return (Item(**{"link_id": "a", "text": "A", "type": "string", **words}),)


def double_policy(place: Place) -> Place:
    second = replace(place.discharge_policies["way-home"], code="second-way-home")
    return replace(place, discharge_policies={**place.discharge_policies, second.code: second})


def earlier(**words: Any) -> Sin:
    """The figure of earlier days at Millbrook, with something wrong in it."""

    def sinned(place: Place) -> Place:
        before = place.discharge_policies["way-home"].before
        assert before is not None
        return change("discharge_policies", "way-home", before=replace(before, **words))(place)

    return sinned


def add_round_policy(place: Place) -> Place:
    second = replace(place.round_policies["rounds"], code="other-rounds")
    return replace(place, round_policies={**place.round_policies, second.code: second})


def caseload(**words: Any) -> Sin:
    """When somebody on a caseload stands red, wrongly."""
    right = CaseloadRule(unseen_days=7, long_unseen_days=14, long_task_days=3, red=("clock",))
    return change("round_policies", "rounds", caseload=replace(right, **words))


LINK = AreaLink(code="net-river", valid_from=date(2021, 1, 1), valid_to=date(2020, 1, 1))
ROLE_AS_GOD = ("*",)
OFFICE_ONLY = (Opening(days=(0,), opens=time(9), closes=time(10)),)


def say(words: str) -> Sin:
    """The visit's message in other words."""
    return change("messages", "coming", wordings=(Wording(language="en", subject="A visit", words=words),))


def watch(**words: Any) -> Sin:
    """How the cottage hospital watches people, in other words."""
    return change("monitoring_policies", "at-the-cottage", **words)


def with_bed(service: str, aim: timedelta | None = timedelta(days=2)) -> Disposition:
    """A decision that takes a bed of this service."""
    return Disposition(code=f"bed-{service}", title="A bed", hospital=True, service=service, stay_aim=aim)
