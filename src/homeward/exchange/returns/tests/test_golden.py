"""Is each table, for a month worked out by hand, exactly what happened in it?"""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from homeward.access.api import gate, system
from homeward.exchange.api import returns
from homeward.exchange.returns.rules.local_ids import local_id
from homeward.exchange.returns.tests.arranging import (
    ASKED,
    NUMBERS,
    PRACTICE,
    analyst,
    in_care,
    made,
    someone,
    table,
    visited,
)
from homeward.people.api import die
from homeward.referrals.api import ServiceRequest, decline
from homeward.referrals.tests.arranging import MORNING, after, lead, placed, received, triaged
from homeward.visits.api import not_seen, record_contact, visits_of

pytestmark = pytest.mark.django_db
FIRST_VISIT = {"what-happened": "Slipped on the stairs", "done": "Helped up, checked over", "safety-net": "Ring us"}


def test_one_person_seen_in_time_fills_each_table_once() -> None:
    ivy = someone(NUMBERS[0])
    referral = in_care(ivy)
    visit = visited(referral)
    row = made()
    (header,) = table(row, "CYP000Header")
    assert header == {
        "Version": "1.6", "OrgID_Provider": "RYW", "OrgID_Submitter": "RYW", "PrimarySystem": "Homeward",
        "RP_StartDate": "2026-03-01", "RP_EndDate": "2026-03-31", "FileCreation_DateTime": "2026-04-02T10:00:00",
    }  # fmt: skip
    (person,) = table(row, "CYP001MPI")
    assert {name: value for name, value in person.items() if value} == {
        "LocalPatientID": local_id(ivy), "OrgID_LocalPatientID": "RYW", "NHSNumber": NUMBERS[0], "NHSNumber_Status": "02",
        "DateOfBirth": "1941-05-06", "Postcode": "B29 6JF", "Gender": "2",
    }  # fmt: skip
    (practice,) = table(row, "CYP002GP")
    assert practice == {
        "LocalPatientID": local_id(ivy), "OrgID_GP": PRACTICE, "GPRegistration_StartDate": "2026-03-03", "GPRegistration_EndDate": "",
    }  # fmt: skip
    (asked,) = table(row, "CYP101Referral")
    assert {name: value for name, value in asked.items() if value} == {
        "ServiceRequestID": local_id(referral.id), "LocalPatientID": local_id(ivy), "OrgID_Commissioner": "15E",
        "ReferralRequest_ReceivedDate": "2026-03-03", "ReferralRequest_ReceivedTime": "10:00:00", "Priority_Type": "2",
    }  # fmt: skip
    (service,) = table(row, "CYP102ServiceTypeReferredTo")
    assert (service["TeamID_Local"], service["TeamType"], service["Referral_ClosureDate"]) == ("ucr-east", "51", "")
    (contact,) = table(row, "CYP201CareContact")
    assert {name: value for name, value in contact.items() if value} == {
        "CareContactID": local_id(visit), "ServiceRequestID": local_id(referral.id), "TeamID_Local": "ucr-east",
        "Contact_Date": "2026-03-03", "Contact_Time": "11:35:00", "OrgID_Commissioner": "15E", "AdminCategory": "01",
        "Consultation_Type": "01", "CareContact_Subject": "01", "ConsMechanism": "01", "Activity_LocationType": "A01",
        "GroupTherapyIndicator": "N", "AttendanceStatus": "5",
    }  # fmt: skip
    assert (
        table(row, "CYP202CareActivity")
        == table(row, "CYP105OnwardReferral")
        == table(row, "CYP609CodedAssessmentReferral")
        == []
    )


def test_three_people_five_rows_of_contact() -> None:
    """Two seen (one of them after an empty house), one only written to a hub: 2 people, 2 referrals, 3 contacts."""
    seen, tried = in_care(someone(NUMBERS[0])), in_care(someone(NUMBERS[1], family="Moss"))
    received(person_id=someone(NUMBERS[2], family="Hub"))
    visited(seen, minutes=60)
    by = system("demo")
    not_seen(encounter_id=next_visit(tried), reason="no-answer", next_at=after(120), by=by, at=after(70))
    record_contact(encounter_id=next_visit(tried), contact_at=after(125), by=by, at=after(130))
    row = made()
    assert len(table(row, "CYP001MPI")) == len(table(row, "CYP101Referral")) == 2
    contacts = table(row, "CYP201CareContact")
    assert sorted(each["AttendanceStatus"] for each in contacts) == ["3", "5", "5"]
    assert sorted(each["Consultation_Type"] for each in contacts) == ["01", "01", "02"]
    assert row.rows == 1 + 2 + 2 + 2 + 2 + 3


def test_a_form_answered_at_a_visit_is_an_assessment() -> None:
    visit = visited(in_care(someone(NUMBERS[0])), answers={"first-visit": FIRST_VISIT})
    (activity,) = table(made(), "CYP202CareActivity")
    assert (activity["CareContactID"], activity["Activity_Type"]) == (local_id(visit), "02")


def test_what_is_passed_to_another_organisation_ends_here_and_begins_there() -> None:
    referral = placed(triaged(received(person_id=someone(NUMBERS[0]))))
    decline(
        referral_id=referral.id, reason_code="another-service-fits-better", next_team="dn-solihull", next_service="district-nursing",
        by=lead(), at=after(20), expected_version=referral.version,
    )  # fmt: skip
    ours, theirs = made(), made(provider="uhb")
    (onward,) = table(ours, "CYP105OnwardReferral")
    assert (onward["ServiceRequestID"], onward["Onward_ReferralDate"], onward["OrgID_Receiving"]) == (
        local_id(referral.id),
        "2026-03-03",
        "RRK",
    )
    assert [each["Referral_ClosureDate"] for each in table(ours, "CYP102ServiceTypeReferredTo")] == ["2026-03-03"]
    (there,) = table(theirs, "CYP102ServiceTypeReferredTo")
    assert (there["TeamType"], there["Referral_ClosureDate"], table(theirs, "CYP105OnwardReferral")) == ("12", "", [])


def test_a_need_that_goes_back_to_a_hub_of_the_same_provider_is_not_passed_on() -> None:
    referral = placed(triaged(received(person_id=someone(NUMBERS[0]))))
    decline(
        referral_id=referral.id, reason_code="lives-outside-area", next_team="hub-east", by=lead(), at=after(20),
        expected_version=referral.version,
    )  # fmt: skip
    row = made()
    assert table(row, "CYP105OnwardReferral") == []
    assert [each["Discharge_Date"] for each in table(row, "CYP101Referral")] == ["2026-03-03"]


def test_what_came_after_the_month_is_not_in_it() -> None:
    referral = in_care(someone(NUMBERS[0]))
    visited(referral, minutes=60 * 24 * 40)
    die(
        person_id=referral.person_id,
        source="family",
        died_at=after(60 * 24 * 45),
        by=system("demo"),
        at=after(60 * 24 * 46),
    )
    row = made(at=datetime(2026, 5, 4, 9, 0, tzinfo=UTC))
    assert table(row, "CYP201CareContact") == []
    assert [each["Discharge_Date"] for each in table(row, "CYP101Referral")] == [""]
    assert [each["DateOfDeath"] for each in table(row, "CYP001MPI")] == [""]


@pytest.mark.hazard(
    "HZ-S73-170",
    hazard="A national file names people whose care that provider never gave.",
    control="A row is made only for a referral that one of the provider's own services was asked to take in the month; tested.",
)
def test_nobody_is_in_a_provider_s_file_whom_it_did_not_serve() -> None:
    in_care(someone(NUMBERS[0]))
    assert table(made(provider="uhb"), "CYP001MPI") == []


def test_the_same_moment_gives_the_same_bytes() -> None:
    visited(in_care(someone(NUMBERS[0])))
    first, again = made(), made()
    assert first.sha256 == again.sha256
    by = analyst()
    zips = [returns.as_zip(returns.take(return_id=again.id, reason="twice", by=by, at=ASKED)).content for _ in range(2)]
    assert zips[0] == zips[1]


def next_visit(referral: ServiceRequest) -> UUID:
    with gate.person(referral.person_id, by=system("demo"), at=MORNING, why="looking"):
        return next(each.id for each in visits_of([referral.id]) if each.open)
