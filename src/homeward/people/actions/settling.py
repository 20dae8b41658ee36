"""What of a person becomes former, and what fills a gap, when their record is joined to another?"""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, models

from homeward.people.models import Address, Contact, Identifier, Person, PersonName, PracticeRegistration
from homeward.people.vocabulary import DISPUTED_NHS_NUMBER, NHS_NUMBER

Before = dict[str, dict[str, Any]]
DESCRIBING: dict[str, type[models.Model]] = {
    "people_personname": PersonName,
    "people_identifier": Identifier,
    "people_address": Address,
    "people_practiceregistration": PracticeRegistration,
    "people_contact": Contact,
}
# Columns of the person kept that are filled in where they say nothing.
BLANKS: dict[str, Any] = {
    "language_code": "", "access_needs": "", "usual_place": "", "gender": "", "sex": "unknown", "birth_date": None,
    "practice_code": "", "ward_code": "", "neighbourhood_code": "", "locality_code": "",
}  # fmt: skip


def as_they_are(person_id: UUID) -> dict[str, Before]:
    """Every describing row of the person, by table and key, so that it can be put back word for word."""
    return {
        table: {str(row.pk): _plain(row) for row in model._default_manager.filter(person_id=person_id)}
        for table, model in DESCRIBING.items()
    }


def has_current(person_id: UUID) -> frozenset[str]:
    """Of which kinds has the person a current row that allows no second beside it?"""
    found = {
        table
        for table in ("people_address", "people_practiceregistration")
        if DESCRIBING[table]._default_manager.filter(person_id=person_id, valid_to__isnull=True).exists()
    }
    number = Identifier.objects.filter(person_id=person_id, system=NHS_NUMBER, valid_to__isnull=True).first()
    return frozenset(found | ({"people_identifier", number.value} if number else set()))


def become_former(person_id: UUID, *, kept_has: frozenset[str], day: date) -> None:
    """Of the record that is joined: its usual name is a former one, and what the kept one has already is no longer current."""
    for name in PersonName.objects.filter(person_id=person_id, use="usual", valid_to__isnull=True):
        name.use, name.valid_to = "old", max(day, name.valid_from)
        name.save(update_fields=["use", "valid_to"])
    for table in ("people_address", "people_practiceregistration"):
        if table in kept_has:
            rows = DESCRIBING[table]._default_manager.filter(person_id=person_id, valid_to__isnull=True)
            rows.update(valid_to=models.functions.Greatest(models.F("valid_from"), models.Value(day)))
    numbers = Identifier.objects.filter(person_id=person_id, valid_to__isnull=True)
    if "people_identifier" in kept_has:
        numbers.filter(system=NHS_NUMBER).update(valid_to=day)
    numbers.filter(system=DISPUTED_NHS_NUMBER, value__in=kept_has).update(valid_to=day)


def fill(kept: Person, lost: Person, *, kept_has: frozenset[str]) -> dict[str, list[Any]]:
    """Fill what the kept record does not say from the other; {column: [before, after]}. A hidden address stays hidden."""
    wanted = {
        column: getattr(lost, column)
        for column, blank in BLANKS.items()
        if getattr(kept, column) == blank and getattr(lost, column) != blank
    }
    if lost.interpreter_needed and not kept.interpreter_needed:
        wanted["interpreter_needed"] = True
    if lost.restricted and not kept.restricted:
        wanted["restricted"] = True
    if "people_identifier" not in kept_has and lost.nhs_number_status in ("verified", "not_verified"):
        wanted["nhs_number_status"] = lost.nhs_number_status
    if (
        kept.nhs_number_status == "disputed"
        and wanted.get("nhs_number_status") is None
        and "people_identifier" not in kept_has
    ):
        wanted["nhs_number_status"] = lost.nhs_number_status
    filled = {}
    for column, value in wanted.items():
        if getattr(kept, column) != value:
            filled[column] = [_worded(getattr(kept, column)), _worded(value)]
            setattr(kept, column, value)
    return filled


def unfill(kept: Person, filled: dict[str, list[Any]]) -> None:
    """Take out what a merge filled in, except where it was changed since."""
    for column, (before, after) in filled.items():
        if _worded(getattr(kept, column)) == after:
            blank = date.fromisoformat(before) if column == "birth_date" and before else before
            setattr(kept, column, blank)


def one_birth_date(person: Person) -> None:
    """The birth date beside each name is the person's own."""
    PersonName.objects.filter(person_id=person.id).update(birth_date=person.birth_date)


def put_back(before: dict[str, Before]) -> None:
    """The describing rows as they were before the merge."""
    for table, rows in before.items():
        model = DESCRIBING[table]
        for key, columns in rows.items():
            model._default_manager.filter(pk=key).update(**columns)


def names_may_wait() -> None:
    """Names and their person's birth date may differ for a moment within this transaction."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints people_name_born_as_person deferred")


def names_agree_again() -> None:
    """From here on they may not."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints people_name_born_as_person immediate")


def _plain(row: models.Model) -> dict[str, Any]:
    kept = [field for field in row._meta.concrete_fields if not field.primary_key and field.attname != "person_id"]
    return {field.attname: _worded(getattr(row, field.attname)) for field in kept}


def _worded(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
