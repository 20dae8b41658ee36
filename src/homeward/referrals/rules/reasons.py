"""What speaks for a service, what against, and what is not known? Each reason in plain words, with a code."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from homeward.foundation.moments import clock_face, london, said_span
from homeward.grammar.api import Criterion, Service, holds
from homeward.referrals.vocabulary import NOT_SURE

Leaning = Literal["for", "against", "unknown"]


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One reason: which way it leans, what it is about, and the sentence that is shown and kept."""

    for_or_against: Leaning
    code: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Room:
    """What a team last said of its capacity. `free` None: it said nothing."""

    free: int | None
    of: int | None
    unit: str
    next_at: datetime | None
    as_of: datetime | None
    stale: bool
    skill: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The need to be placed. `due_at` is when its first clock runs out; `facts` are what is known of the person."""

    need_code: str
    need_title: str
    urgency_code: str
    urgency_title: str
    due_at: datetime | None
    facts: Mapping[str, Any]
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Option:
    """One service as one team offers it, seen from one person at one moment. `known` says how they know the person."""

    service: Service
    team_code: str
    team_name: str
    in_area: bool | None
    opens_at: datetime | None
    room: Room | None
    known: str = ""


def of_need(asked: Asked, option: Option) -> Reason:
    """Does the service take this need?"""
    if asked.need_code == NOT_SURE:
        return Reason(for_or_against="unknown", code="need", words="The need is not named yet. Name it to be sure.")
    if asked.need_code in option.service.needs_met:
        return Reason(for_or_against="for", code="need", words=f"Helps with this need: {asked.need_title}.")
    return Reason(for_or_against="against", code="need", words=f"Does not help with this need: {asked.need_title}.")


def of_urgency(asked: Asked, option: Option) -> Reason:
    """Does it answer as soon as is needed?"""
    if asked.urgency_code in option.service.urgencies:
        return Reason(
            for_or_against="for", code="urgency", words=f"Takes needs of this urgency: {asked.urgency_title}."
        )
    return Reason(
        for_or_against="against", code="urgency", words=f"Does not take needs of this urgency: {asked.urgency_title}."
    )


def of_area(option: Option) -> Reason:
    """Does it cover where the person lives or is registered?"""
    match option.in_area:
        case True:
            return Reason(for_or_against="for", code="area", words="Covers the person's area.")
        case False:
            return Reason(for_or_against="against", code="area", words="Does not cover the person's area.")
        case None:
            return Reason(
                for_or_against="unknown", code="area", words="The person's area is not known. Add a practice or ward."
            )


def of_criterion(criterion: Criterion, facts: Mapping[str, Any]) -> Reason | None:
    """Does the person meet this criterion? A preference that is not met says nothing against the service."""
    answer, code = holds(criterion.test, facts), f"eligible:{criterion.code}"
    if criterion.kind == "prefer":
        return Reason(for_or_against="for", code=code, words=f"A good match: {criterion.words}.") if answer else None
    if answer is None:
        return Reason(for_or_against="unknown", code=code, words=f"Not known yet: {criterion.words}.")
    if answer is (criterion.kind == "must"):
        return Reason(for_or_against="for", code=code, words=f"Eligible: {criterion.words}.")
    return Reason(for_or_against="against", code=code, words=f"Not eligible: {criterion.words_against}.")


def of_hours(asked: Asked, option: Option) -> Reason:
    """Is it open now, or when does it open?"""
    if option.opens_at is None:
        return Reason(for_or_against="against", code="hours", words="Its opening hours are not declared.")
    if option.opens_at <= asked.at:
        return Reason(for_or_against="for", code="hours", words="Open now.")
    return Reason(for_or_against="against", code="hours", words=f"Opens at {said_moment(option.opens_at, asked.at)}.")


def of_capacity(asked: Asked, option: Option) -> Reason:
    """Has it room, and how old is that news?"""
    room = option.room
    if room is None or room.free is None or room.as_of is None:
        return Reason(for_or_against="unknown", code="capacity", words="Has not said what it has free. Ring to ask.")
    age = said_span(asked.at - room.as_of)
    share = f"{room.free} of {room.of} {room.unit}" if room.of is not None else f"{room.free} {room.unit}"
    if room.skill:
        share = f"{share} with the skill {room.skill}"
    if room.stale:
        return Reason(
            for_or_against="unknown",
            code="capacity",
            words=f"Out of date: it said {share} free {age} ago. Ring to ask.",
        )
    if room.free > 0:
        return Reason(for_or_against="for", code="capacity", words=f"{share} free, as of {age} ago.")
    then = f" Next expected at {said_moment(room.next_at, asked.at)}." if room.next_at else ""
    with_skill = f" with the skill {room.skill}" if room.skill else ""
    return Reason(for_or_against="against", code="capacity", words=f"None free{with_skill}, as of {age} ago.{then}")


def of_first_visit(asked: Asked, option: Option) -> Reason:
    """Could somebody see the person before the first clock runs out?"""
    expected = first_visit_at(asked, option)
    if expected is None:
        return Reason(for_or_against="unknown", code="how-soon", words="How soon it comes is not known.")
    first = "Advice" if option.service.capacity_kind == "calls" else "First visit"
    said = f"{first} expected by {said_moment(expected, asked.at)}"
    if asked.due_at is None:
        return Reason(for_or_against="for", code="how-soon", words=f"{said}.")
    limit = said_moment(asked.due_at, asked.at)
    if expected <= asked.due_at:
        return Reason(for_or_against="for", code="how-soon", words=f"{said}, before the limit of {limit}.")
    return Reason(for_or_against="against", code="how-soon", words=f"{said}, after the limit of {limit}.")


def first_visit_at(asked: Asked, option: Option) -> datetime | None:
    """When a first visit is likely: once it is open and has room, after its usual wait. None: nothing declared."""
    usual = option.service.usual_first_visit_hours
    if usual is None or option.opens_at is None:
        return None
    start = max(asked.at, option.opens_at)
    room = option.room
    if room and not room.stale and room.free == 0 and room.next_at is not None:
        start = max(start, room.next_at)
    return start + timedelta(hours=usual)


def of_setting(option: Option) -> Reason:
    """Home before bed before hospital."""
    match option.service.setting:
        case "home":
            return Reason(for_or_against="for", code="setting", words="The person stays at home.")
        case "bed":
            return Reason(
                for_or_against="against", code="setting", words="A bed away from home. Choose it when home will not do."
            )
        case _:
            return Reason(
                for_or_against="against",
                code="setting",
                words="In hospital. Choose it when neither home nor a community bed will do.",
            )


def of_telephone(option: Option) -> Reason | None:
    """Does anybody come? A line that takes calls advises; it does not visit."""
    if option.service.capacity_kind != "calls":
        return None
    return Reason(
        for_or_against="against", code="by-telephone", words="Advises by telephone. Nobody visits the person."
    )


def of_known(option: Option) -> Reason | None:
    """Does this team already look after the person? Fewer strangers is better."""
    return Reason(for_or_against="for", code="known", words=option.known) if option.known else None


def said_moment(moment: datetime, now: datetime) -> str:
    """A moment as it is said from now: '2:05pm', '8am tomorrow', '8am on Monday 2 June'."""
    then, today = london(moment), london(now).date()
    clock = clock_face(then)
    match (then.date() - today).days:
        case 0:
            return clock
        case 1:
            return f"{clock} tomorrow"
        case -1:
            return f"{clock} yesterday"
        case _:
            return f"{clock} on {then:%A} {then.day} {then:%B}"
