"""Which items are asked about each contact and what was done at it? (CYP201, CYP202)"""

from homeward.exchange.returns.spec.item import Item, Table

_CONTACT = Item(name="CareContactID", element="CARE CONTACT IDENTIFIER", required="M", form="an20", origin="visits: the visit’s id, shortened to twenty characters and the same each month")  # fmt: skip
_OFFERS = "Dates of offered appointments are not kept apart from the visit itself"

CONTACT = Table(
    name="CYP201CareContact",
    title="Care contact",
    key=("CareContactID",),
    parents=(("ServiceRequestID", "CYP101Referral", "ServiceRequestID"),),
    items=(
        _CONTACT,
        Item(name="ServiceRequestID", element="SERVICE REQUEST IDENTIFIER", required="M", form="an20", origin="visits: the referral it belongs to"),
        Item(name="TeamID_Local", element="CARE PROFESSIONAL TEAM LOCAL IDENTIFIER", required="R", form="an20", origin="visits: the team that made it"),
        Item(name="Contact_Date", element="CARE CONTACT DATE", required="M", form="date", origin="visits: the day the person was seen, or the visit was to be"),
        Item(name="Contact_Time", element="CARE CONTACT TIME", required="R", form="time", origin="visits: the time the person was seen; the two-hour clock stops at the first in person"),
        Item(name="OrgID_Commissioner", element="ORGANISATION IDENTIFIER (CODE OF COMMISSIONER)", required="R", form="organisation", origin="the declared commissioner’s ODS code"),
        Item(name="AdminCategory", element="ADMINISTRATIVE CATEGORY CODE", required="R", form="an2", codes="administrative", origin="NHS patient: nobody pays here"),
        Item(name="CareContact_Duration", element="CLINICAL CONTACT DURATION OF CARE CONTACT", required="R", form="an4", why="When a visit ended is not asked: nobody is made to keep time at the door"),
        Item(name="Consultation_Type", element="CONSULTATION TYPE", required="R", form="an2", codes="consultation_type", origin="visits: initial for the first contact of the referral, else follow-up"),
        Item(name="CareContact_Subject", element="CARE CONTACT SUBJECT", required="R", form="an2", codes="subject", origin="the person themselves"),
        Item(name="ConsMechanism", element="CONSULTATION MECHANISM (COMMUNITY CARE)", required="R", form="an2", codes="mechanism", origin="visits: in person, by telephone or by video"),
        Item(name="Activity_LocationType", element="ACTIVITY LOCATION TYPE CODE", required="R", form="an3", codes="location", origin="people: where they live, for a visit in person, in the national code that the place declares", declared=True),
        Item(name="Treatment_OrgSiteID", element="ORGANISATION SITE IDENTIFIER (OF TREATMENT)", required="R", form="organisation", why="Visits are at the person’s own place"),
        Item(name="GroupTherapyIndicator", element="GROUP THERAPY INDICATOR", required="R", form="an1", codes="group", origin="N: each visit is to one person"),
        Item(name="AttendanceStatus", element="ATTENDANCE STATUS", required="R", form="an1", codes="attendance", origin="visits: seen, or why not"),
        Item(name="ReasonableOffer_Date", element="EARLIEST REASONABLE OFFER DATE", required="R", form="date", why=_OFFERS),
        Item(name="ClinicallyAppropriate_Date", element="EARLIEST CLINICALLY APPROPRIATE DATE", required="R", form="date", why=_OFFERS),
        Item(name="Contact_CancellationDate", element="CARE CONTACT CANCELLATION DATE", required="R", form="date", origin="visits: the day it was recorded that a visit was cancelled"),
        Item(name="Contact_CancellationReason", element="CARE CONTACT CANCELLATION REASON", required="R", form="an2", why="Our reasons say more than the national list, and the place has not matched them"),
        Item(name="ReplacementAppointment_OfferedDate", element="REPLACEMENT APPOINTMENT DATE OFFERED", required="R", form="date", why=_OFFERS),
        Item(name="ReplacementAppointment_BookedDate", element="REPLACEMENT APPOINTMENT BOOKED DATE", required="R", form="date", why=_OFFERS),
    ),
)  # fmt: skip

ACTIVITY = Table(
    name="CYP202CareActivity",
    title="Care activity",
    key=("CareActivityID",),
    parents=(("CareContactID", "CYP201CareContact", "CareContactID"),),
    items=(
        Item(name="CareActivityID", element="CARE ACTIVITY IDENTIFIER", required="M", form="an20", origin="visits: the visit’s id and the kind of activity, shortened"),
        _CONTACT,
        Item(name="Activity_Type", element="COMMUNITY CARE ACTIVITY TYPE CODE", required="M", form="an2", codes="activity", origin="visits: assessment, where a form was answered at the visit; nothing else is told apart"),
        Item(name="CareProfessionalID_Local", element="CARE PROFESSIONAL LOCAL IDENTIFIER", required="R", form="an20", why="Colleagues are not named in this return: the table of staff asks for registrations that are not kept"),
        Item(name="CareActivity_Duration", element="CLINICAL CONTACT DURATION OF CARE ACTIVITY", required="R", form="an4", why="As for the contact"),
        Item(name="Procedure_Scheme", element="PROCEDURE SCHEME IN USE", required="R", form="an2", why="Procedures are not coded here"),
        Item(name="CodedProcedure", element="CODED PROCEDURE AND PROCEDURE STATUS (SNOMED CT)", required="R", form="an56", why="As above"),
        Item(name="Finding_Scheme", element="FINDING SCHEME IN USE", required="R", form="an2", why="Findings are not coded here"),
        Item(name="CodedFinding", element="CODED FINDING (CODED CLINICAL ENTRY)", required="R", form="an56", why="As above"),
        Item(name="Observation_Scheme", element="OBSERVATION SCHEME IN USE", required="R", form="an2", codes="terminology", why="Observations of a visit have no national code in the place’s forms"),
        Item(name="CodedObservation", element="CODED OBSERVATION (CLINICAL TERMINOLOGY)", required="R", form="an56", why="As above"),
        Item(name="ObservationValue", element="OBSERVATION VALUE", required="R", form="an10", why="As above"),
        Item(name="UC_UnitOfMeasurement", element="UCUM UNIT OF MEASUREMENT", required="R", form="an10", why="As above"),
    ),
)  # fmt: skip
