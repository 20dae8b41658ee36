"""Does everything lie in its month and in its order: referral, contact, end, death?"""

from collections.abc import Iterator
from datetime import date

from homeward.exchange.returns.rules.row import Extract, Found, Mend, Row, Rule, day

_REFERRAL, _CONTACT, _ONWARD, _SCORE = (
    "CYP101Referral",
    "CYP201CareContact",
    "CYP105OnwardReferral",
    "CYP609CodedAssessmentReferral",
)


def _rule(code: str, words: str, mend: Mend) -> Rule:
    return Rule(code=code, table=code.split(".")[0], words=words, severity="record", mend=mend)


DAY_RULES = (
    _rule("CYP101Referral.ReferralRequest_ReceivedDate.after_period", "The referral was received after the end of the month.", "referral"),
    _rule("CYP101Referral.Discharge_Date.before_received", "The referral ended before it was received.", "referral"),
    _rule("CYP101Referral.Discharge_Date.outside_period", "The referral ended before the month began, or after it.", "referral"),
    _rule("CYP101Referral.ReferralRequest_ReceivedDate.after_death", "The referral was received after the person’s death.", "person"),
    _rule("CYP201CareContact.Contact_Date.outside_period", "The contact does not lie in the month.", "visit"),
    _rule("CYP201CareContact.Contact_Date.before_referral", "The contact was before the referral was received.", "visit"),
    _rule("CYP201CareContact.Contact_Date.after_death", "The person was seen after their death: one of the two days is wrong.", "person"),
    _rule("CYP105OnwardReferral.Onward_ReferralDate.outside_period", "The onward referral does not lie in the month.", "referral"),
    _rule("CYP609CodedAssessmentReferral.AssessmentCompletion_Date.outside_period", "The score was not taken in the month.", "referral"),
)  # fmt: skip


def day_faults(extract: Extract) -> Iterator[Found]:
    """The rows that break those rules."""
    died = {row.get("LocalPatientID"): day(row.get("DateOfDeath")) for row in extract.rows("CYP001MPI")}
    referrals = {row.get("ServiceRequestID"): row for row in extract.rows(_REFERRAL)}
    for row in referrals.values():
        yield from _of_referral(extract, row, died)
    for row in extract.rows(_CONTACT):
        yield from _of_contact(extract, row, referrals, died)
    for table, column in ((_ONWARD, "Onward_ReferralDate"), (_SCORE, "AssessmentCompletion_Date")):
        yield from (
            Found(rule=f"{table}.{column}.outside_period", row=row)
            for row in extract.rows(table)
            if _outside(extract, row.get(column))
        )


def _of_referral(extract: Extract, row: Row, died: dict[str, date | None]) -> Iterator[Found]:
    received, ended = day(row.get("ReferralRequest_ReceivedDate")), day(row.get("Discharge_Date"))
    death = died.get(row.get("LocalPatientID"))
    broken = {
        "ReferralRequest_ReceivedDate.after_period": received is not None and received > extract.last,
        "Discharge_Date.before_received": received is not None and ended is not None and ended < received,
        "Discharge_Date.outside_period": _outside(extract, row.get("Discharge_Date")),
        "ReferralRequest_ReceivedDate.after_death": received is not None and death is not None and received > death,
    }
    yield from (Found(rule=f"{_REFERRAL}.{code}", row=row) for code, wrong in broken.items() if wrong)


def _of_contact(extract: Extract, row: Row, referrals: dict[str, Row], died: dict[str, date | None]) -> Iterator[Found]:
    seen, referral = day(row.get("Contact_Date")), referrals.get(row.get("ServiceRequestID"))
    death = died.get(referral.get("LocalPatientID")) if referral else None
    broken = {
        "outside_period": _outside(extract, row.get("Contact_Date")),
        "before_referral": referral is not None
        and _moment(row, "Contact") < _moment(referral, "ReferralRequest_Received"),
        "after_death": seen is not None
        and death is not None
        and seen > death
        and row.get("AttendanceStatus") in ("5", "6"),
    }
    yield from (Found(rule=f"{_CONTACT}.Contact_Date.{code}", row=row) for code, wrong in broken.items() if wrong)


def _moment(row: Row, what: str) -> tuple[str, str]:
    """Its day and time, so that they can be compared. Without a time a contact is taken for the last of its day."""
    if what == "Contact":
        return row.get("Contact_Date") or "9999", row.get("Contact_Time") or "99"
    return row.get(f"{what}Date"), row.get(f"{what}Time")


def _outside(extract: Extract, value: str) -> bool:
    found = day(value)
    return found is not None and not extract.first <= found <= extract.last
