"""What is known of the person and the need that a declared condition may ask about? Read inside an open gate."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.directory import api as directory
from homeward.foundation.errors import NotFound
from homeward.foundation.moments import london_day
from homeward.referrals.models import Answer, ServiceRequest
from homeward.referrals.rules.ages import age_on

_PERSON = """
select sex, birth_date, death_at, language_code, interpreter_needed, access_needs, usual_place, practice_code, ward_code
from people_person where id = %s
"""
_NAME = """
select concat_ws(' ', nullif(given, ''), family) from people_personname
where person_id = %s and use = 'usual' and valid_to is null
"""


@dataclass(frozen=True, kw_only=True)
class Known:
    """A person as placing and intake see them."""

    sex: str
    birth_date: date | None
    death_at: datetime | None
    language_code: str
    interpreter_needed: bool
    access_needs: str
    usual_place: str
    practice_code: str
    ward_code: str

    def areas(self, at: datetime) -> directory.Areas:
        """Where they live and are registered, at that moment."""
        return directory.areas_of(ward=self.ward_code or None, practice=self.practice_code or None, on=london_day(at))

    def facts(self, at: datetime) -> dict[str, Any]:
        """The facts under the names that declarations use; what is not known is left out."""
        told = {
            "age": age_on(london_day(at), self.birth_date),
            "sex": None if self.sex == "unknown" else self.sex,
            "language": self.language_code or None,
            "interpreter-needed": self.interpreter_needed,
            "where-now": self.usual_place or None,
            "died": self.death_at is not None,
        }
        return {name: value for name, value in told.items() if value is not None}


def known(person_id: UUID) -> Known:
    """The person. Raises NotFound when the gate does not show them."""
    with connection.cursor() as cursor:
        cursor.execute(_PERSON, [person_id])
        row = cursor.fetchone()
        names = [column.name for column in cursor.description or ()]
    if row is None:
        raise NotFound("There is no such person.", next_step="Find or add the person first.")
    return Known(**dict(zip(names, row, strict=True)))


def name_of(person_id: UUID) -> str:
    """The usual name, as people are called in a list."""
    with connection.cursor() as cursor:
        cursor.execute(_NAME, [person_id])
        row = cursor.fetchone()
    return row[0] if row else "Somebody"


def answers_of(referral_id: UUID) -> dict[str, Any]:
    """The latest answer to each question asked about this need, also under the concept it stands for."""
    rows = Answer.objects.filter(referral_id=referral_id).order_by("code", "-answered_at", "-id").distinct("code")
    return with_concepts({row.code: row.value for row in rows})


def with_concepts(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The same answers, each under its question's code and, where it has one, its concept."""
    found = dict(answers)
    for protocol in directory.place().protocols.values():
        for question in protocol.questions:
            if question.concept and question.code in answers:
                found[question.concept] = answers[question.code]
    return found


def facts_of(referral: ServiceRequest, person: Known, at: datetime) -> dict[str, Any]:
    """All that is known for this need: the person, what was said, what was answered."""
    said: dict[str, Any] = {
        "need": referral.need_code,
        "urgency": referral.urgency,
        "source": referral.source,
        "risks": tuple(referral.risk_codes),
    }
    if referral.requester_kind:
        said["requester-kind"] = referral.requester_kind
    if referral.interpreter_needed is not None:
        said["interpreter-needed"] = referral.interpreter_needed
    flags = dict.fromkeys(referral.risk_codes, True)
    return {**person.facts(at), **said, **flags, **answers_of(referral.id)}
