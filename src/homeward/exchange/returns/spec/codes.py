"""Which values may a coded item have? National codes of the NHS Data Dictionary, releases of August 2024 and June 2026."""

from collections.abc import Mapping

NHS_NUMBER_STATUS: Mapping[str, str] = {
    "01": "Number present and verified",
    "02": "Number present but not traced",
    "03": "Trace required",
    "04": "Trace attempted: no match, or several",
    "05": "Trace needs to be resolved",
    "06": "Trace in progress",
    "07": "Number not present and trace not required",
    "08": "Trace postponed (baby under six weeks old)",
}
WITH_A_NUMBER = frozenset({"01", "02"})
GENDER: Mapping[str, str] = {"1": "Male", "2": "Female", "9": "Indeterminate", "X": "Not known"}
PRIORITY: Mapping[str, str] = {"1": "Routine", "2": "Urgent", "3": "Two week wait"}
REJECTION: Mapping[str, str] = {"01": "Duplicate", "02": "Inappropriate", "03": "Incomplete"}
CONSULTATION_TYPE: Mapping[str, str] = {"01": "Initial", "02": "Follow-up"}
SUBJECT: Mapping[str, str] = {"01": "Patient", "02": "Patient proxy"}
MECHANISM: Mapping[str, str] = {
    "01": "Face to face",
    "02": "Telephone",
    "04": "Talk type for a person unable to speak",
    "05": "Email",
    "09": "Text message",
    "10": "Instant messaging",
    "11": "Video consultation",
    "12": "Message board",
    "13": "Chat room",
    "98": "Other",
}
ATTENDANCE: Mapping[str, str] = {
    "2": "Cancelled by, or on behalf of, the patient",
    "3": "Did not attend, no advance warning",
    "4": "Cancelled or postponed by the provider",
    "5": "Attended on time, or before the professional was ready",
    "6": "Arrived late, but was seen",
    "7": "Arrived late and could not be seen",
}
ATTENDED = frozenset({"5", "6"})
GROUP: Mapping[str, str] = {"Y": "Group therapy", "N": "Individual activity", "Z": "Not known"}
ADMINISTRATIVE: Mapping[str, str] = {
    "01": "NHS patient", "02": "Private patient", "03": "Amenity patient", "04": "Category II patient",
    "98": "Not applicable", "99": "Not known",
}  # fmt: skip
LOCATION: Mapping[str, str] = {
    "A01": "Patient’s home", "B01": "Primary care health centre", "B02": "Polyclinic", "C01": "General practice",
    "E03": "Day hospital", "H01": "Day centre", "L01": "School", "X01": "Elsewhere",
}  # fmt: skip
ACTIVITY: Mapping[str, str] = {
    "01": "Administering tests", "02": "Assessment", "03": "Clinical intervention", "04": "Counselling, advice, support",
    "05": "Patient specific health promotion", "06": "Multidisciplinary team review", "07": "Supporting another clinician",
    "97": "Other",
}  # fmt: skip
# SERVICE OR TEAM TYPE REFERRED TO (COMMUNITY CARE): 01 to 58 without those that were retired.
RETIRED = frozenset({"08", "18", "22", "28"})
TEAM_TYPE: Mapping[str, str] = {f"{n:02}": "" for n in range(1, 59) if f"{n:02}" not in RETIRED}
TERMINOLOGY: Mapping[str, str] = {"06": "SNOMED CT"}

# Stand-ins for a practice: nobody is registered, none applies, it is not known.
NO_PRACTICE, PRACTICE_DOES_NOT_APPLY, PRACTICE_NOT_KNOWN = "V81997", "V81998", "V81999"
STANDS_FOR_NO_PRACTICE = frozenset({NO_PRACTICE, PRACTICE_DOES_NOT_APPLY, PRACTICE_NOT_KNOWN})

LISTS: Mapping[str, Mapping[str, str]] = {
    "nhs_number_status": NHS_NUMBER_STATUS,
    "gender": GENDER,
    "priority": PRIORITY,
    "rejection": REJECTION,
    "consultation_type": CONSULTATION_TYPE,
    "subject": SUBJECT,
    "mechanism": MECHANISM,
    "attendance": ATTENDANCE,
    "group": GROUP,
    "administrative": ADMINISTRATIVE,
    "location": LOCATION,
    "activity": ACTIVITY,
    "team_type": TEAM_TYPE,
    "terminology": TERMINOLOGY,
}
