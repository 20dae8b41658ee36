"""Does every rule find what it is for, and nothing else? By table, on rows written here."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.exchange.returns.rules.checking import faults_in, rules_of
from homeward.exchange.returns.rules.local_ids import LENGTH, local_id
from homeward.exchange.returns.rules.row import Extract, Row
from homeward.exchange.returns.spec.data_sets import COMMUNITY, DATA_SETS

EVENT = UUID(int=7)
GOOD: Mapping[str, Mapping[str, str]] = {
    "CYP000Header": {
        "Version": "1.6", "OrgID_Provider": "RYW", "OrgID_Submitter": "RYW", "PrimarySystem": "Homeward", "RP_StartDate": "2026-03-01",
        "RP_EndDate": "2026-03-31", "FileCreation_DateTime": "2026-04-02T10:00:00",
    },
    "CYP001MPI": {
        "LocalPatientID": "P1", "OrgID_LocalPatientID": "RYW", "NHSNumber": "9990000018", "NHSNumber_Status": "01",
        "DateOfBirth": "1941-05-06", "Postcode": "B29 6JF", "Gender": "2",
    },
    "CYP002GP": {"LocalPatientID": "P1", "OrgID_GP": "M85034", "GPRegistration_StartDate": "2020-01-01"},
    "CYP101Referral": {
        "ServiceRequestID": "R1", "LocalPatientID": "P1", "OrgID_Commissioner": "15E", "ReferralRequest_ReceivedDate": "2026-03-03",
        "ReferralRequest_ReceivedTime": "10:00:00", "SourceOfReferral": "01", "Priority_Type": "2", "PrimaryReferralReason": "011",
    },
    "CYP102ServiceTypeReferredTo": {"ServiceRequestID": "R1", "TeamID_Local": "ucr-east", "TeamType": "51"},
    "CYP201CareContact": {
        "CareContactID": "C1", "ServiceRequestID": "R1", "TeamID_Local": "ucr-east", "Contact_Date": "2026-03-03", "Contact_Time": "11:35:00",
        "OrgID_Commissioner": "15E", "AdminCategory": "01", "Consultation_Type": "01", "CareContact_Subject": "01",
        "ConsMechanism": "01", "Activity_LocationType": "A01", "GroupTherapyIndicator": "N", "AttendanceStatus": "5",
    },
    "CYP202CareActivity": {"CareActivityID": "A1", "CareContactID": "C1", "Activity_Type": "02"},
}  # fmt: skip


def row(table: str, **values: str) -> Row:
    cells = {**GOOD.get(table, {}), **values}
    return Row(
        table=table, key=" ".join(cells[name] for name in COMMUNITY.table(table).key if cells.get(name)), person_id=None,
        subject_kind="person", subject_id=None, values=cells, events=(EVENT,),
    )  # fmt: skip


def extract(**changed: Mapping[str, str]) -> Extract:
    """A sound month of one person, with some columns of some tables changed."""
    tables = {name: (row(name, **changed.get(name, {})),) for name in GOOD}
    return Extract(
        data_set=COMMUNITY,
        tables=tables,
        first=date(2026, 3, 1),
        last=date(2026, 3, 31),
        practices=frozenset({"M85034"}),
    )


def broken(found: Extract) -> set[str]:
    return {each.rule for each in faults_in(found)}


def test_a_sound_month_breaks_no_rule() -> None:
    assert broken(extract()) == set()


BAD = (
    ("CYP001MPI.NHSNumber.missing", "CYP001MPI", {"NHSNumber": "", "NHSNumber_Status": "03"}),
    ("CYP001MPI.NHSNumber.form", "CYP001MPI", {"NHSNumber": "999 000 0018"}),
    ("CYP001MPI.NHSNumber.check", "CYP001MPI", {"NHSNumber": "9990000019"}),
    ("CYP001MPI.NHSNumber_Status.disagrees", "CYP001MPI", {"NHSNumber_Status": "07"}),
    ("CYP001MPI.NHSNumber_Status.code", "CYP001MPI", {"NHSNumber_Status": "77"}),
    ("CYP001MPI.DateOfBirth.missing", "CYP001MPI", {"DateOfBirth": ""}),
    ("CYP001MPI.DateOfBirth.form", "CYP001MPI", {"DateOfBirth": "06/05/1941"}),
    ("CYP001MPI.DateOfBirth.future", "CYP001MPI", {"DateOfBirth": "2026-04-01"}),
    ("CYP001MPI.DateOfBirth.age", "CYP001MPI", {"DateOfBirth": "1901-04-01"}),
    ("CYP001MPI.DateOfDeath.before_birth", "CYP001MPI", {"DateOfDeath": "1940-01-01"}),
    ("CYP001MPI.DateOfDeath.after_period", "CYP001MPI", {"DateOfDeath": "2026-04-01"}),
    ("CYP001MPI.Postcode.form", "CYP001MPI", {"Postcode": "B296JF"}),
    ("CYP001MPI.Gender.code", "CYP001MPI", {"Gender": "F"}),
    ("CYP001MPI.practice.none", "CYP002GP", {"LocalPatientID": "P2"}),
    ("CYP002GP.LocalPatientID.orphan", "CYP002GP", {"LocalPatientID": "P2"}),
    ("CYP002GP.OrgID_GP.missing", "CYP002GP", {"OrgID_GP": ""}),
    ("CYP002GP.OrgID_GP.unknown", "CYP002GP", {"OrgID_GP": "Y99999"}),
    ("CYP002GP.OrgID_GP.stands_in", "CYP002GP", {"OrgID_GP": "V81999"}),
    ("CYP002GP.GPRegistration_EndDate.before_start", "CYP002GP", {"GPRegistration_EndDate": "2019-01-01"}),
    ("CYP101Referral.LocalPatientID.orphan", "CYP101Referral", {"LocalPatientID": "P2"}),
    ("CYP101Referral.SourceOfReferral.missing", "CYP101Referral", {"SourceOfReferral": ""}),
    ("CYP101Referral.ReferralRequest_ReceivedDate.missing", "CYP101Referral", {"ReferralRequest_ReceivedDate": ""}),
    ("CYP101Referral.ReferralRequest_ReceivedDate.after_period", "CYP101Referral", {"ReferralRequest_ReceivedDate": "2026-04-01"}),
    ("CYP101Referral.ReferralRequest_ReceivedDate.after_death", "CYP001MPI", {"DateOfDeath": "2026-03-02"}),
    ("CYP101Referral.Discharge_Date.before_received", "CYP101Referral", {"Discharge_Date": "2026-03-02"}),
    ("CYP101Referral.Discharge_Date.outside_period", "CYP101Referral", {"Discharge_Date": "2026-04-02"}),
    ("CYP102ServiceTypeReferredTo.TeamType.code", "CYP102ServiceTypeReferredTo", {"TeamType": "08"}),
    ("CYP102ServiceTypeReferredTo.TeamType.missing", "CYP102ServiceTypeReferredTo", {"TeamType": ""}),
    ("CYP201CareContact.ServiceRequestID.orphan", "CYP201CareContact", {"ServiceRequestID": "R2"}),
    ("CYP201CareContact.Contact_Date.before_referral", "CYP201CareContact", {"Contact_Time": "09:59:59"}),
    ("CYP201CareContact.Contact_Date.outside_period", "CYP201CareContact", {"Contact_Date": "2026-04-01"}),
    ("CYP201CareContact.Contact_Date.after_death", "CYP001MPI", {"DateOfDeath": "2026-03-02"}),
    ("CYP201CareContact.AttendanceStatus.code", "CYP201CareContact", {"AttendanceStatus": "1"}),
    ("CYP201CareContact.ConsMechanism.code", "CYP201CareContact", {"ConsMechanism": "03"}),
    ("CYP202CareActivity.CareContactID.orphan", "CYP202CareActivity", {"CareContactID": "C2"}),
    ("CYP202CareActivity.Activity_Type.missing", "CYP202CareActivity", {"Activity_Type": ""}),
    ("CYP000Header.OrgID_Provider.form", "CYP000Header", {"OrgID_Provider": "the trust"}),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "table", "values"), BAD, ids=[rule for rule, _, _ in BAD])
def test_each_bad_case_is_found(rule: str, table: str, values: Mapping[str, str]) -> None:
    assert rule in broken(extract(**{table: values}))


def test_two_people_with_one_number_are_both_named() -> None:
    sound = extract()
    people = (*sound.rows("CYP001MPI"), row("CYP001MPI", LocalPatientID="P2"))
    found = [
        each
        for each in faults_in(replace(sound, tables={**sound.tables, "CYP001MPI": people}))
        if each.rule.endswith("shared")
    ]
    assert len(found) == 2


def test_the_same_row_twice_and_a_row_from_nowhere_are_found() -> None:
    sound = extract()
    twice = (*sound.rows("CYP201CareContact"), *sound.rows("CYP201CareContact"))
    assert "CYP201CareContact.key.twice" in broken(replace(sound, tables={**sound.tables, "CYP201CareContact": twice}))
    nowhere = (replace(sound.rows("CYP201CareContact")[0], events=()),)
    assert "CYP201CareContact.events.none" in broken(
        replace(sound, tables={**sound.tables, "CYP201CareContact": nowhere})
    )


def test_every_rule_is_declared_once_and_every_fault_is_of_a_declared_rule() -> None:
    rules = [rule.code for rule in rules_of(COMMUNITY)]
    assert len(set(rules)) == len(rules) > 100
    found = set().union(*(broken(extract(**{table: values})) for _, table, values in BAD))
    assert found <= set(rules)


def test_every_item_says_where_it_comes_from_or_why_it_does_not() -> None:
    for data_set in DATA_SETS.values():
        for table in data_set.tables:
            assert len(set(table.columns)) == len(table.columns)
            for item in table.items:
                assert bool(item.origin) != bool(item.why), item.name
                assert item.required != "M" or item.kept, f"{item.name} is mandatory"
            for column, other, theirs in table.parents:
                assert table.item(column) and data_set.table(other).item(theirs)


@given(st.lists(st.uuids(), unique=True, max_size=200))
def test_local_ids_fit_differ_and_stay(ids: list[UUID]) -> None:
    made = [local_id(each) for each in ids]
    assert len(set(made)) == len(ids) and all(len(each) == LENGTH and each.isalnum() for each in made)
    assert made == [local_id(each) for each in ids]
