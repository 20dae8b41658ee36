"""Which items are asked about each referral? (CYP101, CYP102, CYP105, CYP609)"""

from homeward.exchange.returns.spec.item import Item, Table

_TO_REFERRAL = (("ServiceRequestID", "CYP101Referral", "ServiceRequestID"),)
_REQUEST = Item(name="ServiceRequestID", element="SERVICE REQUEST IDENTIFIER", required="M", form="an20", origin="referrals: the referral’s id, shortened to twenty characters and the same each month")  # fmt: skip

REFERRAL = Table(
    name="CYP101Referral",
    title="Service or team referral",
    key=("ServiceRequestID",),
    parents=(("LocalPatientID", "CYP001MPI", "LocalPatientID"),),
    items=(
        _REQUEST,
        Item(name="LocalPatientID", element="LOCAL PATIENT IDENTIFIER (EXTENDED)", required="M", form="an20", origin="as in the patient index", identifying=True),
        Item(name="OrgID_Commissioner", element="ORGANISATION IDENTIFIER (CODE OF COMMISSIONER)", required="R", form="organisation", origin="the declared commissioner’s ODS code"),
        Item(name="ReferralRequest_ReceivedDate", element="REFERRAL REQUEST RECEIVED DATE", required="M", form="date", origin="referrals: the day it was received, London time"),
        Item(name="ReferralRequest_ReceivedTime", element="REFERRAL REQUEST RECEIVED TIME", required="R", form="time", origin="referrals: the time it was received; the two-hour clock starts then"),
        Item(name="ServiceLineAgreement", element="NHS SERVICE AGREEMENT LINE IDENTIFIER", required="O", form="an20", why="No contract lines are kept here"),
        Item(name="SourceOfReferral", element="SOURCE OF REFERRAL FOR COMMUNITY", required="R", form="an2", origin="referrals: who asked, in the national code that the place declares", declared=True),
        Item(name="OrgID_Referring", element="ORGANISATION IDENTIFIER (REFERRING ORGANISATION)", required="R", form="organisation", origin="referrals: the referrer’s organisation, where it is one of ours and its ODS code is declared"),
        Item(name="Referring_StaffGroup", element="REFERRING CARE PROFESSIONAL STAFF GROUP (COMMUNITY CARE)", required="R", form="an3", why="The referrer’s profession is not kept as a code"),
        Item(name="Priority_Type", element="PRIORITY TYPE CODE", required="R", form="an1", codes="priority", origin="referrals: urgency decided at triage, in the national code that the place declares", declared=True),
        Item(name="PrimaryReferralReason", element="PRIMARY REASON FOR REFERRAL (COMMUNITY CARE)", required="R", form="an3", origin="referrals: the need, in the national code that the place declares", declared=True),
        Item(name="Discharge_Date", element="SERVICE DISCHARGE DATE", required="R", form="date", origin="referrals: the day it ended, up to the end of the month"),
        Item(name="Discharge_LetterIssuedDate", element="DISCHARGE LETTER ISSUED DATE (MENTAL HEALTH AND COMMUNITY CARE)", required="R", form="date", why="Letters are sent by other systems"),
    ),
)  # fmt: skip

SERVICE = Table(
    name="CYP102ServiceTypeReferredTo",
    title="Service or team type referred to",
    key=("ServiceRequestID", "TeamID_Local"),
    parents=_TO_REFERRAL,
    items=(
        _REQUEST,
        Item(name="TeamID_Local", element="CARE PROFESSIONAL TEAM LOCAL IDENTIFIER", required="R", form="an20", origin="referrals: the team’s code, shortened where it is longer"),
        Item(name="TeamType", element="SERVICE OR TEAM TYPE REFERRED TO (COMMUNITY CARE)", required="M", form="an2", codes="team_type", origin="the service’s national type, as the place declares it"),
        Item(name="Referral_ClosureDate", element="REFERRAL CLOSURE DATE", required="R", form="date", origin="referrals: the day it ended, up to the end of the month"),
        Item(name="Referral_RejectionDate", element="REFERRAL REJECTION DATE", required="R", form="date", why="A need is never refused here: it is passed on, and that is an onward referral"),
        Item(name="Referral_ClosureReason", element="REFERRAL CLOSURE REASON", required="R", form="an2", origin="referrals: how it ended, in the national code that the place declares", declared=True),
        Item(name="Referral_RejectionReason", element="REFERRAL REJECTION REASON", required="R", form="an2", codes="rejection", why="As for the rejection date"),
    ),
)  # fmt: skip

ONWARD = Table(
    name="CYP105OnwardReferral",
    title="Onward referral",
    key=("ServiceRequestID", "Onward_ReferralDate", "OrgID_Receiving"),
    parents=_TO_REFERRAL,
    items=(
        _REQUEST,
        Item(name="Onward_ReferralDate", element="ONWARD REFERRAL DATE", required="M", form="date", origin="referrals: the day a team of this provider passed it to another organisation"),
        Item(name="Onward_ReferralReason", element="ONWARD REFERRAL REASON (COMMUNITY CARE)", required="R", form="an2", origin="referrals: why, in the national code that the place declares", declared=True),
        Item(name="OrgID_Receiving", element="ORGANISATION IDENTIFIER (RECEIVING ORGANISATION)", required="R", form="organisation", origin="the ODS code of the organisation whose team took it over"),
    ),
)  # fmt: skip

SCORE = Table(
    name="CYP609CodedAssessmentReferral",
    title="Coded scored assessment (referral)",
    key=("ServiceRequestID", "SNOMED_ID", "AssessmentCompletion_Date", "Score"),
    parents=_TO_REFERRAL,
    items=(
        _REQUEST,
        Item(name="SNOMED_ID", element="CODED ASSESSMENT TOOL TYPE (SNOMED CT)", required="M", form="snomed", origin="the SNOMED CT code that the place declares for the score"),
        Item(name="Score", element="PERSON SCORE", required="M", form="an10", origin="virtual wards: the highest total of the day that staff measured in full, errors struck out"),
        Item(name="AssessmentCompletion_Date", element="ASSESSMENT TOOL COMPLETION DATE", required="R", form="date", origin="virtual wards: the day it was taken"),
    ),
)  # fmt: skip
