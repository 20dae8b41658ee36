"""Does the national service know this person, and under which NHS number? Each question and answer is kept."""

import time
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward.access.api import system
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.people.actions import entries
from homeward.people.actions.about import locked, the_person
from homeward.people.actions.die import die
from homeward.people.actions.register import is_held, lock_number
from homeward.people.demographics.chosen import demographics
from homeward.people.demographics.protocol import Answer, Demographics, Query, Registered
from homeward.people.models import Identifier, Person, TraceStep
from homeward.people.queries.known import known_of
from homeward.people.rules.agreement import disagreement
from homeward.people.rules.cascade import VERDICTS, Known, Step, Verdict, is_sure, steps_for
from homeward.people.rules.likeness import Seen
from homeward.people.vocabulary import DISPUTED_NHS_NUMBER, NHS_NUMBER


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One step that was taken, what it asked, what came back and how long that took."""

    step: Step
    asked: dict[str, Any]
    answer: Answer
    milliseconds: int


@dataclass(frozen=True, kw_only=True)
class Traced:
    """How a trace ended. `match` is the person in the register, when one was found and agreed."""

    verdict: Verdict
    match: Registered | None
    steps: tuple[Asked, ...]
    superseded: bool = False

    @property
    def words(self) -> str:
        """How it ended, as a sentence, and what to do next when it ended without a number."""
        return f"{VERDICTS[self.verdict]} It replaces a merged number." if self.superseded else VERDICTS[self.verdict]


def trace(*, person_id: UUID, by: Actor, at: datetime, service: Demographics | None = None) -> Traced:
    """Trace the person step by step and keep every step. A death in the register is recorded as one.

    Raises Refused when no demographics service is set up. The service is asked before anything is locked.
    """
    asked_of = service or demographics()
    if asked_of is None:
        raise Refused(
            "Tracing is not set up here.", next_step="Check the NHS number with the person, or ask their practice."
        )
    known = known_of(person_id, by=by, at=at)
    traced = follow(known, asked_of)
    _keep(person_id=person_id, traced=traced, by=by, at=at)
    if traced.match is not None and traced.match.died_on is not None:
        house = system("demographics")
        die(person_id=person_id, died_on=traced.match.died_on, source="demographics", by=house, at=at)
    return traced


def follow(known: Known, service: Demographics) -> Traced:
    """Ask step by step until one person agrees, or there is no sense in going on."""
    taken: list[Asked] = []
    possible = False
    for step in steps_for(known):
        asked, answer, milliseconds = _ask(step, known, service)
        taken.append(Asked(step=step, asked=asked, answer=answer, milliseconds=milliseconds))
        if answer.result == "one":
            found = answer.people[0]
            if is_sure(step, score=answer.score, agrees=_agrees(known, found)):
                merged = bool(answer.superseded_by)
                return Traced(verdict="verified", match=found, steps=tuple(taken), superseded=merged)
            possible = True
        possible = possible or answer.result == "several"
        if answer.result in ("too_many", "unavailable"):
            return Traced(verdict=answer.result, match=None, steps=tuple(taken))
    return Traced(verdict="possible" if possible else "none", match=None, steps=tuple(taken))


def _ask(step: Step, known: Known, service: Demographics) -> tuple[dict[str, Any], Answer, int]:
    began = time.monotonic()
    asked: dict[str, Any]
    if step.by_number:
        asked, answer = {"nhs_number": known.nhs_number}, service.by_number(known.nhs_number)
    else:
        assert known.birth_date is not None
        query = Query(
            family=known.family,
            birth_date=known.birth_date,
            given=tuple(known.given.split()[:1]) if step.given else (),
            gender=known.sex if step.gender and known.sex in ("female", "male") else "",
            postcode=known.postcode if step.postcode else "",
            fuzzy=step.fuzzy,
            history=step.history,
        )
        asked, answer = _plain(query), service.search(query)
    return asked, answer, int((time.monotonic() - began) * 1000)


def _plain(query: Query) -> dict[str, Any]:
    told = asdict(query) | {"birth_date": query.birth_date.isoformat()}
    return {name: value for name, value in told.items() if value}


def _agrees(known: Known, found: Registered) -> bool:
    told = Seen(family=known.family, given=known.given, birth_date=known.birth_date)
    kept = Seen(family=found.family, given=" ".join(found.given), birth_date=found.birth_date)
    return not disagreement(told, kept)


@action("person.trace", about=the_person)
def _keep(*, person_id: UUID, traced: Traced, by: Actor, at: datetime) -> Happening[Traced]:
    person = locked(person_id)
    trace_id = new_id()
    TraceStep.objects.bulk_create(
        TraceStep(
            id=new_id(), person=person, trace_id=trace_id, number=number, step=each.step.name, asked=each.asked,
            result=each.answer.result, nhs_number=_single(each.answer), score=each.answer.score, at=at,
            milliseconds=each.milliseconds, actor_name=by.name,
        )
        for number, each in enumerate(traced.steps, start=1)
    )  # fmt: skip
    _take_over(person, traced, day=london_day(at))
    person.changed_at = at
    person.save()
    facts = {"verdict": traced.verdict, "steps": [each.step.name for each in traced.steps], "trace_id": str(trace_id)}
    return Happening(result=traced, subject_kind="person", subject_id=person.id, person_id=person.id, facts=facts)


def _single(answer: Answer) -> str:
    return answer.people[0].nhs_number if len(answer.people) == 1 else ""


def _take_over(person: Person, traced: Traced, *, day: date) -> None:
    """The number and status that follow from the verdict. No answer from the service changes nothing."""
    if traced.match is None:
        if traced.verdict != "unavailable" and person.nhs_number_status != "disputed":
            person.nhs_number_status = "failed_trace"
        return
    person.restricted = traced.match.restricted
    number = traced.match.nhs_number
    held = Identifier.objects.filter(person=person, system=NHS_NUMBER, valid_to__isnull=True).first()
    if held is None or held.value != number:
        lock_number(number)
        if is_held(number):
            _dispute(person, number, day=day)
            return
        entries.end_nhs_number(person, day=day)
        entries.add_nhs_number(person, number, day=day)
    person.nhs_number_status = "verified"


def _dispute(person: Person, number: str, *, day: date) -> None:
    """The number traced belongs to somebody else here already: very likely the same person twice."""
    Identifier.objects.create(person=person, system=DISPUTED_NHS_NUMBER, value=number, valid_from=day)
    person.nhs_number_status = "disputed"
    person.review_reason = "The NHS number traced for this person belongs to another record here."
