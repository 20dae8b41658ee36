"""Which happenings stand on a timeline, in which groups, and how is each called? Bills and technical records do not."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Group:
    """One filter of the timeline: kinds of partners' resources (FHIR R4), and our own events, each with its words."""

    title: str
    kinds: Mapping[str, str]
    events: Mapping[str, str]


GROUPS: Mapping[str, Group] = {
    "contacts": Group(
        title="Contacts and stays",
        kinds={"Encounter": "Contact", "Appointment": "Appointment", "EpisodeOfCare": "Care"},
        events={"visit.record_contact": "Seen", "visit.not_seen": "A visit could not happen", "stay.admit": "Went into hospital", "stay.leave": "Left hospital", "stay.strike": "A hospital stay was struck out", "front_door.arrive": "Came to a hospital's front door", "front_door.decide": "Decided at the front door", "monitoring.admit": "Joined a virtual ward", "monitoring.review": "Senior review on the virtual ward", "monitoring.step_up": "Went into hospital from the virtual ward", "monitoring.step_down": "Home again to the virtual ward", "monitoring.leave": "Left the virtual ward"},
    ),
    "help": Group(
        title="Help asked for",
        kinds={"ServiceRequest": "Request", "Task": "Task", "Communication": "Message"},
        events={
            "referral.receive": "Help was asked for", "referral.triage": "It was decided how soon help is needed",
            "referral.place": "A team was asked to help", "referral.accept": "A team accepted",
            "referral.advise": "Advice was given", "line.take": "A call before hospital", "line.advise": "Advice before hospital",
            "line.check": "Rung again after advice", "referral.refer_on": "Referred on",
            "referral.close": "A request ended", "referral.revoke": "A request was withdrawn",
            "referral.reopen": "A request was opened again", "episode.open": "Care began",
            "episode.stage": "Care moved on", "episode.keyworker": "The keyworker changed", "episode.close": "Care ended",
        },
    ),
    "problems": Group(
        title="Problems",
        kinds={"Condition": "Problem", "ClinicalImpression": "Assessment", "FamilyMemberHistory": "Family history"},
        events={},
    ),
    "medicines": Group(
        title="Medicines",
        kinds={
            "MedicationStatement": "Medicine", "MedicationRequest": "Prescription", "MedicationDispense": "Dispensed",
            "MedicationAdministration": "Given", "Immunization": "Vaccination",
        },
        events={},
    ),
    "tests": Group(
        title="Tests and measurements",
        kinds={"Observation": "Measurement", "DiagnosticReport": "Report", "ImagingStudy": "Imaging"},
        events={},
    ),
    "procedures": Group(title="Procedures", kinds={"Procedure": "Procedure"}, events={}),
    "alerts": Group(
        title="Allergies, alerts and decisions",
        kinds={"AllergyIntolerance": "Allergy", "Flag": "Alert", "Consent": "Consent or decision"},
        events={},
    ),
    "plans": Group(
        title="Plans and assessments",
        kinds={"CarePlan": "Plan", "Goal": "Goal", "CareTeam": "Care team", "QuestionnaireResponse": "Form answered"},
        events={"plan.answer": "A form was answered"},
    ),
    "documents": Group(
        title="Documents", kinds={"DocumentReference": "Document", "Composition": "Document"}, events={}
    ),
    "details": Group(
        title="Their details",
        kinds={},
        events={
            "person.move": "A move or a new practice was recorded", "person.die": "A death was recorded",
            "person.correct": "Details were put right",
        },
    ),
}  # fmt: skip


def chosen(code: str) -> Group:
    """One group, or all of them together when none of that code is declared."""
    if code in GROUPS:
        return GROUPS[code]
    return Group(
        title="Everything",
        kinds={kind: words for each in GROUPS.values() for kind, words in each.kinds.items()},
        events={kind: words for each in GROUPS.values() for kind, words in each.events.items()},
    )
