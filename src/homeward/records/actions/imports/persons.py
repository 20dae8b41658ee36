"""Who are the people a delivery speaks of? Found under the same rules as one at a time; in doubt nobody is guessed."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import connection

from homeward.foundation.errors import Invalid
from homeward.people.api import GivenIdentifier, Match, PersonDetails, check_details, match_many
from homeward.records.models import Subject
from homeward.records.queries.sender import called
from homeward.records.rules.identity import item_id
from homeward.records.rules.patient import told_by
from homeward.records.rules.reading import tree_of
from homeward.records.rules.statements import DECIDED
from homeward.records.vocabulary import NHS_NUMBER

NAMELESS = "Name not told"
LOCAL = "urn:homeward:source-patient"
_KNOWN = "select id, person_id from records_item where id = any (%s) and person_id is not null"
_HOLDERS = """
select distinct on (i.system, i.value) i.system, i.value, i.person_id
from unnest(%s::text[], %s::text[]) as named (system, value)
join people_identifier i on i.value = named.value and i.system = named.system and i.valid_to is null
order by i.system, i.value, i.id
"""
Number = tuple[str, str]


def decide(subjects: Sequence[Subject], *, source: str, today: date) -> None:
    """Fill in how each is known, and who it is. The gate is open for the work of importing; nobody is registered."""
    known = _known(subjects, source)
    told = [each for each in subjects if each.patient]
    details = [details_of(each, source) for each in told]
    matches = match_many(details, organisation=source, known=[known.get(each.key) for each in told])
    for each, match, said in zip(told, matches, details, strict=True):
        _as_matched(each, match, said, today)
    named = [each for each in subjects if not each.patient]
    holders = _holders([number for each in named if (number := _number(each)) and each.key not in known])
    for each in named:
        _as_named(each, known.get(each.key), holders, source)


def keep(subjects: Sequence[Subject]) -> None:
    """What was decided of each stands."""
    columns = [[getattr(each, name) for each in subjects] for name in ("id", "how", "person_id", "reason")]
    with connection.cursor() as cursor:
        cursor.execute(DECIDED, columns)


def details_of(subject: Subject, source: str) -> PersonDetails:
    """What the delivery tells of the person. The sender's own number for them is kept as theirs."""
    told = told_by(tree_of(subject.patient))
    numbers = [(system, value) for system, value in told.numbers]
    kind, _, id = subject.key.partition("/")
    if kind == "Patient":
        numbers.append((LOCAL, id))
    return PersonDetails(
        family=told.family.strip() or NAMELESS, given=told.given, prefix=told.prefix, former_family=told.former_family,
        birth_date=told.birth_date, sex=told.sex, nhs_number=told.nhs_number, address_lines=told.lines,
        postcode=told.postcode, phone=told.phone, email=told.email, practice_code=told.practice_code,
        identifiers=tuple(GivenIdentifier(system=one, value=value, organisation_code=source) for one, value in numbers),
    )  # fmt: skip


def _known(subjects: Sequence[Subject], source: str) -> dict[str, UUID]:
    """Whom this source meant by 'Patient/id' before."""
    ids = {item_id(source, *each.key.split("/", 1)): each.key for each in subjects if each.key.startswith("Patient/")}
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, [list(ids)])
        return {ids[id]: person_id for id, person_id in cursor.fetchall()}


def _as_matched(subject: Subject, match: Match, told: PersonDetails, today: date) -> None:
    subject.how, subject.person_id, subject.reason = match.how, match.person_id, match.reason
    if match.how == "new":
        try:
            check_details(told, today=today)
        except Invalid as wrong:
            subject.how, subject.reason = "unknown", " ".join(wrong.errors.values())


def _as_named(subject: Subject, known: UUID | None, holders: Mapping[Number, UUID], source: str) -> None:
    """Nothing is told of them but a name for them."""
    kind, _, named = subject.key.partition("/")
    subject.person_id, subject.how, subject.reason = known, "known", ""
    if known is None:
        number = _number(subject)
        subject.person_id = holders.get(number) if number else None
        subject.how = "number" if kind == "number" else "identifier"
    if subject.person_id is None:
        subject.how = "unknown"
        subject.reason = (
            f"Nobody here has the NHS number {named}." if kind == "number"
            else f"It is about {subject.key[:120]}, and nothing that {called(source)} sent says who that is."
        )  # fmt: skip


def _number(subject: Subject) -> Number | None:
    """The number (system, value) by which somebody is named, if it is one."""
    kind, _, named = subject.key.partition("/")
    if kind not in ("number", "identifier"):
        return None
    system, _, value = (NHS_NUMBER, "", named) if kind == "number" else named.rpartition("|")
    return system, value


def _holders(numbers: Sequence[Number]) -> dict[Number, UUID]:
    """Who has these numbers."""
    if not numbers:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_HOLDERS, [[system for system, _ in numbers], [value for _, value in numbers]])
        return {(system, value): person_id for system, value, person_id in cursor.fetchall()}
