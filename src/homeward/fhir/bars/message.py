"""What does a message say, once read: who asks, for whom, for what, how soon?"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Kind = Literal["new", "update", "cancel", "answer"]


@dataclass(frozen=True, kw_only=True)
class Coding:
    """One code with its system and the words sent with it."""

    system: str
    code: str
    display: str = ""


@dataclass(frozen=True, kw_only=True)
class Risk:
    """Something whoever visits must know: a code of ours and the words as sent."""

    code: str
    words: str


@dataclass(frozen=True, kw_only=True)
class PersonSaid:
    """The person as the message describes them. `nhs_number` only when its check digit holds."""

    family: str = ""
    given: str = ""
    birth_date: date | None = None
    gender: str = ""
    nhs_number: str | None = None
    nhs_number_as_sent: str = ""
    nhs_number_status: str = "number-not-present"
    address_lines: tuple[str, ...] = ()
    postcode: str = ""
    phone: str = ""
    language_code: str = ""
    interpreter_needed: bool = False
    practice_code: str = ""
    contacts: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Is there enough to look for this person: a family name and a birth date, or a true NHS number?"""
        return bool(self.nhs_number or (self.family and self.birth_date))


@dataclass(frozen=True, kw_only=True)
class Sender:
    """The organisation and person who ask, and the number to ring them back on."""

    organisation_code: str = ""
    organisation_name: str = ""
    endpoint: str = ""
    phone: str = ""
    person_name: str = ""
    person_role: str = ""


@dataclass(frozen=True, kw_only=True)
class NeedSaid:
    """The need: its codes, a line of words, the long story, and how soon as a FHIR priority ('' = not said)."""

    codes: tuple[Coding, ...] = ()
    words: str = ""
    story: str = ""
    priority: str = ""
    priority_words: str = ""
    life_threatening: bool = False
    place_words: str = ""


@dataclass(frozen=True, kw_only=True)
class Identity:
    """How the sender will speak of this request again."""

    message_id: str
    request_id: str
    identifiers: tuple[tuple[str, str], ...] = ()
    case_numbers: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    starts: str = ""
    content_digest: str = ""


@dataclass(frozen=True, kw_only=True)
class Message:
    """One referral message. An answer says in `answers` to which message of ours, and in `answer_words` what. `told_at` is when the sender says it was made; the clock starts when it reached us."""

    kind: Kind
    identity: Identity
    sender: Sender
    person: PersonSaid
    need: NeedSaid
    risks: tuple[Risk, ...] = ()
    access_needs: tuple[str, ...] = ()
    consent: str = ""
    told_at: datetime | None = None
    status: str = ""
    answers: str = ""
    answer_words: str = ""
    person_path: str = ""
