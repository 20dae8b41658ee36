"""What does one row of the board say, in words and without colour?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.moments import clock_face, london, london_day, said_span
from homeward.grammar.api import Service
from homeward.referrals.rules.ages import age_on
from homeward.referrals.rules.forecast import is_likely_late
from homeward.referrals.vocabulary import NOT_SURE, SOURCES, STATES, State, done_by

WAIT_FOR_A_TEAM = ("triaged", "placed")  # with a service in mind, and nobody who has accepted


@dataclass(frozen=True, kw_only=True)
class BoardClock:
    """The clock that runs out first. `words` is a whole sentence; `late` is never shown by colour alone."""

    code: str
    title: str
    due_at: datetime | None
    late: bool
    paused: bool
    words: str


@dataclass(frozen=True, kw_only=True)
class BoardRow:
    """One referral as a list shows it."""

    id: UUID
    person_id: UUID
    name: str
    birth_date: date | None
    age: int | None
    sex: str
    died: bool
    nhs_number: str
    language_code: str
    interpreter_needed: bool
    access_needs: str
    need_code: str
    need_title: str
    need_words: str
    wants_words: str
    risk_codes: tuple[str, ...]
    urgency: str
    urgency_title: str
    urgency_wanted: str | None
    state: State
    state_title: str
    open: bool
    owner_team: str
    owner_team_name: str
    owner_user: UUID | None
    hub_team: str
    hub_team_name: str
    service_code: str | None
    service_title: str
    source: str
    source_title: str
    requester_name: str
    requester_organisation: str
    locality_code: str | None
    received_at: datetime
    waiting_words: str
    information_wanted_at: datetime | None
    second_look_wanted: bool
    rungs_climbed: int
    escalated_words: str
    based_on: UUID | None
    parts: int
    passed_on: int
    version: int
    latest_words: str
    latest_move_at: datetime
    clock: BoardClock | None
    clocks: int
    likely_late: str  # why the first visit is likely to come too late, in words; '' when it is not, or is late already

    @property
    def marks(self) -> tuple[str, ...]:
        """What else stands on the row, in words."""
        found = (
            ("Second look wanted", self.second_look_wanted),
            ("Information wanted", self.information_wanted_at is not None),
            ("Interpreter needed", self.interpreter_needed),
            ("Part of another referral", self.based_on is not None),
            (f"{self.parts} parts", self.parts > 0),
            (f"Passed on {self.passed_on} times", self.passed_on > 1),
            ("Has died", self.died),
        )
        return tuple(words for words, holds in found if holds)


def row_of(found: Mapping[str, Any], at: datetime) -> BoardRow:
    """A row from the database's answer."""
    place = directory.place()
    service = place.services.get(found["service_code"] or "")
    urgency = place.urgencies.get(found["urgency"])
    teams = place.teams
    same = {
        name: found[name]
        for name in (
            "id", "person_id", "birth_date", "sex", "access_needs", "need_code", "need_words", "wants_words", "urgency",
            "urgency_wanted", "state", "owner_team", "owner_user", "hub_team", "service_code", "source", "requester_name",
            "requester_organisation", "locality_code", "received_at", "information_wanted_at", "rungs_climbed",
            "escalated_words", "parts", "passed_on", "version", "latest_move_at", "language_code",
        )
    }  # fmt: skip
    return BoardRow(
        **same,
        name=" ".join(part for part in (found["given"], found["family"]) if part) or "Name not known",
        age=age_on(london_day(at), found["birth_date"]),
        died=found["death_at"] is not None,
        nhs_number=found["nhs_number"] or "",
        interpreter_needed=bool(found["interpreter_needed"]),
        need_title=need_title(found["need_code"]),
        risk_codes=tuple(found["risk_codes"]),
        urgency_title=urgency.title if urgency else found["urgency"],
        state_title=STATES[found["state"]].title,
        open=found["ended_at"] is None,
        owner_team_name=teams[found["owner_team"]].name if found["owner_team"] in teams else found["owner_team"],
        hub_team_name=teams[found["hub_team"]].name if found["hub_team"] in teams else found["hub_team"],
        service_title=service.title if service else "",
        source_title=SOURCES.get(found["source"], found["source"]),
        waiting_words=f"{said_span(at - found['received_at'])} since it came in",
        second_look_wanted=found["urgency_wanted"] is not None,
        based_on=found["based_on_id"],
        latest_words=latest(found["latest_move_by"], found["latest_move_kind"], found["latest_move_at"], at),
        clock=_clock(found, at),
        clocks=found["clocks"] or 0,
        likely_late=_likely_late(found, service, at),
    )


def _likely_late(found: Mapping[str, Any], service: Service | None, at: datetime) -> str:
    usual = service.usual_first_visit_hours if service else None
    accepted_at = found["latest_move_at"] if found["latest_move_kind"] == "accept" else None
    waits = found["state"] in WAIT_FOR_A_TEAM
    late_from: datetime | None = found["visit_late_from"]
    if usual is None or not is_likely_late(
        usual_hours=usual, late_from=late_from, accepted_at=accepted_at, waits=waits, at=at
    ):
        return ""
    return f"Likely late: a first visit usually comes {said_span(timedelta(hours=usual))} after a team accepts"


def need_title(code: str) -> str:
    """The need as people say it."""
    need = directory.place().needs.get(code)
    return need.title if need else "Not sure" if code == NOT_SURE else code


def latest(who: str, kind: str, when: datetime, at: datetime) -> str:
    """'Asha Patel accepted this at 2:02pm'."""
    then = london(when)
    clock = clock_face(then) if then.date() == london_day(at) else f"{clock_face(then)} on {then.day} {then:%B}"
    return f"{done_by(who, kind)} at {clock}"


def _clock(found: Mapping[str, Any], at: datetime) -> BoardClock | None:
    if found["clock_code"] is None:
        return None
    declared = directory.place().clocks.get(found["clock_code"])
    due: datetime | None = found["due_at"]
    paused = found["clock_phase"] == "paused"
    late = not paused and found["late_from"] is not None and found["late_from"] <= at
    return BoardClock(
        code=found["clock_code"],
        title=declared.title if declared else found["clock_code"],
        due_at=due,
        late=late,
        paused=paused,
        words=_clock_words(due, late, found["paused_for"] if paused else "", at),
    )


def _clock_words(due: datetime | None, late: bool, paused_for: str, at: datetime) -> str:
    if paused_for:
        return f"Paused: {paused_for}"
    if due is None:
        return "Running without a due time"
    then = london(due)
    clock = clock_face(then) if then.date() == london_day(at) else f"{clock_face(then)} on {then.day} {then:%B}"
    return (
        f"Late by {said_span(at - due)}, due at {clock}"
        if late
        else f"{said_span(due - at).capitalize()} left, due at {clock}"
    )
