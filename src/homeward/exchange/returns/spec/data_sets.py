"""Which written specifications does the house know, table by table, filled or not?

Table and field names are those of the Community Services Data Set version 1.6 (technical output specification 1.6.10).
NHS England publishes the marks 'mandatory' for the first three tables; in the others the marks are our reading of which
fields nothing can be linked without, to be checked against the specification before a first submission.
"""

from collections.abc import Mapping

from homeward.exchange.returns.spec.contacts import ACTIVITY, CONTACT
from homeward.exchange.returns.spec.item import DataSet, NotFilled
from homeward.exchange.returns.spec.people import HEADER, PERSON, PRACTICE
from homeward.exchange.returns.spec.referrals import ONWARD, REFERRAL, SCORE, SERVICE

_CHILDREN = "About children; the services here are for adults."
_SHARED = "Conditions come from partners’ records, shared for direct care: their owners return them, not this provider."

NOT_FILLED = (
    NotFilled(name="CYP003AccommType", title="Accommodation type", why="Where people live is kept, but not in the national list, and not with the day it was asked."),
    NotFilled(name="CYP004CarePlanType", title="Care plan type", why="Plans belong to the person; their types are not matched to the national list."),
    NotFilled(name="CYP005", title="Care plan agreement", why="As for the plan."),
    NotFilled(name="CYP006SocPerCircumstances", title="Social and personal circumstances", why="Not kept as coded entries."),
    NotFilled(name="CYP007", title="Employment status", why="Not asked."),
    NotFilled(name="CYP008OverseasVisitorChargCat", title="Overseas visitor charging category", why="Nobody is charged here, and nobody is asked."),
    NotFilled(name="CYP103OtherReasonReferral", title="Other reason for referral", why="A referral states one need; another need is another referral."),
    NotFilled(name="CYP104RTT", title="Referral to treatment", why="For consultant-led and allied health waits that are measured to treatment; none is run here."),
    NotFilled(name="CYP301GroupSession", title="Group session", why="No group sessions are kept here."),
    NotFilled(name="CYP401SpEdNeedId", title="Special educational need", why=_CHILDREN),
    NotFilled(name="CYP402SVF", title="Safeguarding vulnerability factor", why="Safeguarding is not kept as a coded entry."),
    NotFilled(name="CYP403CPP", title="Child protection plan", why=_CHILDREN),
    NotFilled(name="CYP404AssTechToSupportDisTyp", title="Assistive technology", why="Not kept as coded entries."),
    NotFilled(name="CYP501CodedImm", title="Coded immunisation", why="Immunisations are partners’ records, shared for direct care."),
    NotFilled(name="CYP502Imm", title="Childhood immunisation", why=_CHILDREN),
    NotFilled(name="CYP601MedicalHistory", title="Medical history (previous diagnosis)", why=_SHARED),
    NotFilled(name="CYP602DisabilityType", title="Disability type", why="Needs for access are kept in words, not in the national list."),
    NotFilled(name="CYP603NewbornHearingScreening", title="Newborn hearing screening", why=_CHILDREN),
    NotFilled(name="CYP604BloodSpotResult", title="Blood spot result", why=_CHILDREN),
    NotFilled(name="CYP605IPE", title="Infant physical examination", why=_CHILDREN),
    NotFilled(name="CYP606ProvDiag", title="Provisional diagnosis", why="Diagnoses are not coded against a referral here."),
    NotFilled(name="CYP607PrimDiag", title="Primary diagnosis", why=_SHARED),
    NotFilled(name="CYP608SecDiag", title="Secondary diagnosis", why=_SHARED),
    NotFilled(name="CYP610", title="Breastfeeding status", why=_CHILDREN),
    NotFilled(name="CYP611", title="Height and weight at a contact", why="Weights and heights come from partners’ records, not from these visits."),
    NotFilled(name="CYP612CodedAssessmentContact", title="Coded scored assessment (contact)", why="Scores are kept against the referral: see CYP609."),
    NotFilled(name="CYP613AnonSelfAssessment", title="Anonymous self-assessment", why="Nobody answers anonymously here."),
    NotFilled(name="CYP901StaffDetails", title="Staff details", why="Registrations and national job roles of colleagues are not kept here."),
)  # fmt: skip

COMMUNITY = DataSet(
    code="csds-1.6",
    version="1.6",
    title="Community Services Data Set, version 1.6",
    tables=(HEADER, PERSON, PRACTICE, REFERRAL, SERVICE, ONWARD, CONTACT, ACTIVITY, SCORE),
    not_filled=NOT_FILLED,
)

DATA_SETS: Mapping[str, DataSet] = {COMMUNITY.code: COMMUNITY}
