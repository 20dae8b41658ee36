"""Do extracts give codes and numbers of people and of what partners keep, and nothing that names anyone?"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from homeward.hospital.tests.arranging import admitted, days
from homeward.measures.actions.write_lake import refresh_lake
from homeward.measures.catalogue import current
from homeward.measures.extracts import EXTRACTS
from homeward.measures.queries.lake import opened, rows_of
from homeward.measures.queries.pseudonyms import pseudonym
from homeward.people.api import die
from homeward.records.tests.arranging import AT, house, resource, somebody, took, weight

pytestmark = pytest.mark.django_db
ETHNIC = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory"


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


def asked(query: str) -> list[dict[str, Any]]:
    refresh_lake(at=AT, everything=True)
    catalogue = current()
    assert catalogue is not None
    with opened(catalogue) as lake:
        return rows_of(lake, query)


def pressure(id: str, upper: float, lower: float) -> str:
    parts = [
        {"code": {"coding": [{"system": "http://loinc.org", "code": code}]}, "valueQuantity": {"value": value, "code": "mm[Hg]"}}
        for code, value in (("8480-6", upper), ("8462-4", lower))
    ]  # fmt: skip
    whole = {"coding": [{"system": "http://loinc.org", "code": "85354-9"}]}
    return resource("Observation", id, status="final", code=whole, effectiveDateTime="2026-11-02", component=parts)


def test_people_have_areas_a_year_of_birth_and_a_month_of_death() -> None:
    person = somebody(birth_date=date(1950, 7, 9))
    coded = {"coding": [{"system": "urn:ethnic", "code": "G"}]}
    took(person, resource("Patient", "p1", extension=[{"url": ETHNIC, "valueCodeableConcept": coded}]))
    die(person_id=person.id, source="family", died_at=AT, by=house(), at=AT)
    [row] = asked("select * exclude (known_since) from people")
    assert (row["birth_year"], row["died_on"], row["ethnicity"]) == (1950, AT.date().replace(day=1), "G")
    assert set(row) & {"family", "given", "birth_date", "nhs_number", "postcode"} == set()


def _condition(id: str, code: str, status: str = "active") -> str:
    clinical = {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": status}]}
    coded = {"coding": [{"system": "http://snomed.info/sct", "code": code}]}
    return resource("Condition", id, code=coded, **({"clinicalStatus": clinical} if status else {}))


@pytest.mark.parametrize(
    ("conditions", "disability", "illness"),
    [
        ((), None, None),
        (("38341003", "active"), "none", "none"),
        (("984671000000103", "active"), "recorded", "none"),
        (("13746004", "active"), "none", "recorded"),
        (("13746004", ""), "none", "recorded"),
        (("13746004", "resolved"), "none", "none"),
        (("13746004", "entered-in-error"), "none", "none"),
    ],
)
def test_a_group_of_conditions_is_on_record_or_not_or_not_known(
    conditions: tuple[str, str], disability: str | None, illness: str | None
) -> None:
    person = somebody()
    took(person, *([_condition("c1", *conditions)] if conditions else [weight()]))
    [row] = asked("select learning_disability, severe_mental_illness from people")
    assert (row["learning_disability"], row["severe_mental_illness"]) == (disability, illness)


def test_a_stay_says_that_a_death_came_within_90_days_and_never_when() -> None:
    for after in (0, 89, 91, None):
        who, _ = admitted()
        if after is not None:
            die(person_id=who, source="family", died_at=days(after), by=house(), at=days(after))
    rows = asked("select s.in_last_90_days as late, s.* exclude (in_last_90_days), p.died_on from stays s join people p using (person_id)")
    assert sorted((str(row["died_on"]), row["late"]) for row in rows) == sorted(
        (str(days(after).date().replace(day=1) if after is not None else None), late)
        for after, late in ((0, True), (89, True), (91, False), (None, False))
    )
    assert not [name for row in rows for name in row if name.startswith("died_at") or name == "death_at"]


def test_a_blood_pressure_is_a_row_for_each_part_and_a_weight_is_one() -> None:
    person = somebody()
    took(person, pressure("b1", 142, 88), weight())
    rows = asked("select panel, code, value, unit from observations order by panel, code")
    assert [(row["panel"], row["code"], row["value"]) for row in rows] == [
        ("27113001", "27113001", 70.5), ("85354-9", "8462-4", 88.0), ("85354-9", "8480-6", 142.0),
    ]  # fmt: skip


def test_conditions_immunisations_and_medicines_come_as_codes() -> None:
    person = somebody()
    snomed = {"coding": [{"system": "http://snomed.info/sct", "code": "38341003", "display": "Hypertension"}]}
    took(
        person,
        resource("Condition", "c1", code=snomed, onsetDateTime="2025-01-02"),
        resource("Immunization", "i1", status="completed", vaccineCode=snomed, occurrenceDateTime="2025-10-01"),
        resource("MedicationStatement", "m1", status="active", medicationCodeableConcept=snomed),
    )
    for table in ("conditions", "immunizations", "medication_statements"):
        assert [row["code"] for row in asked(f"select code from {table}")] == ["38341003"], table


def test_every_extract_is_found_by_one_of_its_columns_and_kept_by_a_moment() -> None:
    for extract in EXTRACTS:
        assert extract.columns[extract.by] == "uuid", extract.name
        assert extract.columns[extract.month_of] == "timestamp", extract.name
        assert all(extract.columns[column] == "uuid" for column in extract.found_by), extract.name


def test_what_a_measurement_holds_is_read_from_it_when_it_is_kept() -> None:
    person = somebody()
    coded = {"coding": [{"system": "http://snomed.info/sct", "code": "77176002"}]}
    part = {
        "code": {"coding": [{"system": "http://loinc.org", "code": "a"}]},
        "valueQuantity": {"value": 1.25, "unit": "m"},
    }
    told: dict[str, dict[str, object]] = {
        "none": {}, "integer": {"valueInteger": 3}, "coded": {"valueCodeableConcept": coded},
        "absurd": {"valueQuantity": {"value": 1e16}}, "tiny": {"valueQuantity": {"value": 1e-320}},
        "parts": {"component": [part], "valueInteger": 7}, "words": {"valueString": "seven", "component": [part]},
    }  # fmt: skip
    for id, value in told.items():
        code = {"coding": [{"system": "urn:own", "code": id}]}
        took(person, resource("Observation", id, status="final", code=code, effectiveDateTime="2026-11-02", **value))
    rows = asked("select panel, code, value, unit, value_code from observations order by panel, code")
    assert [tuple(row.values()) for row in rows] == [
        ("absurd", "absurd", None, None, None), ("coded", "coded", None, None, "77176002"), ("integer", "integer", 3.0, None, None),
        ("none", "none", None, None, None), ("parts", "a", 1.25, "m", None), ("parts", "parts", 7.0, None, None),
        ("tiny", "tiny", 0.0, None, None), ("words", "a", 1.25, "m", None),
    ]  # fmt: skip


def test_a_person_of_whom_partners_tell_is_marked_and_rows_of_one_code_lie_together() -> None:
    told, quiet = somebody(), somebody()
    coded = {"coding": [{"system": "urn:own", "code": "b"}]}
    took(
        told,
        *(
            resource("Observation", f"o{n}", status="final", code=coded, effectiveDateTime="2026-11-02")
            for n in range(2)
        ),
    )
    took(quiet, resource("Procedure", "p1", status="completed", code=coded, performedDateTime="2026-11-02"))
    took(told, pressure("b1", 142, 88), pressure("b2", 141, 87))
    marked = {row["person_id"]: row["shared_records"] for row in asked("select person_id, shared_records from people")}
    assert marked == {pseudonym(told.id): True, pseudonym(quiet.id): False}
    codes = [row["code"] for row in asked("select code from observations")]
    assert codes == sorted(codes) and len(codes) == 6
