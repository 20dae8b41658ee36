"""Which items are asked about the file and about each person? (CYP000 to CYP002)"""

from homeward.exchange.returns.spec.item import Item, Table

_CHILDREN = "Asked about children only; the services here are for adults"
_NOT_ASKED = "Not kept here yet"

HEADER = Table(
    name="CYP000Header",
    title="Header",
    key=("OrgID_Provider", "RP_StartDate"),
    items=(
        Item(name="Version", element="DATA SET VERSION NUMBER", required="M", form="an8", origin="the specification that these files follow"),
        Item(name="OrgID_Provider", element="ORGANISATION IDENTIFIER (CODE OF PROVIDER)", required="M", form="organisation", origin="the provider’s ODS code"),
        Item(name="OrgID_Submitter", element="ORGANISATION IDENTIFIER (CODE OF SUBMITTING ORGANISATION)", required="M", form="organisation", origin="the provider’s ODS code: each gives its own return"),
        Item(name="PrimarySystem", element="PRIMARY DATA COLLECTION SYSTEM IN USE", required="M", form="an20", origin="the name of this system"),
        Item(name="RP_StartDate", element="REPORTING PERIOD START DATE", required="M", form="date", origin="the first day of the month"),
        Item(name="RP_EndDate", element="REPORTING PERIOD END DATE", required="M", form="date", origin="the last day of the month"),
        Item(name="FileCreation_DateTime", element="DATE AND TIME DATA SET CREATED", required="M", form="moment", origin="the moment of asking"),
    ),
)  # fmt: skip

PERSON = Table(
    name="CYP001MPI",
    title="Master patient index and risk indicators",
    key=("LocalPatientID",),
    items=(
        Item(name="LocalPatientID", element="LOCAL PATIENT IDENTIFIER (EXTENDED)", required="M", form="an20", origin="people: the person’s id, shortened to twenty characters and the same each month", identifying=True),
        Item(name="OrgID_LocalPatientID", element="ORGANISATION IDENTIFIER (LOCAL PATIENT IDENTIFIER)", required="M", form="organisation", origin="the provider’s ODS code"),
        Item(name="OrgID_EducationEstablishment", element="ORGANISATION IDENTIFIER (EDUCATIONAL ESTABLISHMENT)", required="R", form="an8", why=_CHILDREN),
        Item(name="NHSNumber", element="NHS NUMBER", required="R", form="nhs_number", origin="people: the current NHS number", identifying=True),
        Item(name="NHSNumber_Status", element="NHS NUMBER STATUS INDICATOR CODE", required="R", form="an2", codes="nhs_number_status", origin="people: whether the number was traced"),
        Item(name="DateOfBirth", element="PERSON BIRTH DATE", required="R", form="date", origin="people: date of birth", identifying=True),
        Item(name="Postcode", element="POSTCODE OF USUAL ADDRESS", required="R", form="postcode", origin="people: the current home", identifying=True),
        Item(name="Gender", element="PERSON STATED GENDER CODE", required="R", form="an1", codes="gender", origin="people: sex as recorded"),
        Item(name="EthnicCategory", element="ETHNIC CATEGORY", required="R", form="an2", why="A person’s own answer about their ethnic group is not asked here yet"),
        Item(name="EthnicCategory2021", element="ETHNIC CATEGORY 2021", required="P", form="an2", why="Pilot item"),
        Item(name="LanguagePreferred", element="LANGUAGE CODE (PREFERRED)", required="R", form="an2", origin="people: preferred language, where it has a two-letter code"),
        Item(name="Relationship_MainCarer", element="PERSON RELATIONSHIP (MAIN CARER)", required="O", form="an3", why=_NOT_ASKED),
        Item(name="HVFAV_Date", element="HEALTH VISITOR FIRST ANTENATAL VISIT DATE", required="R", form="date", why=_CHILDREN),
        Item(name="ChildLookedAfter_Indicator", element="LOOKED AFTER CHILD INDICATOR", required="R", form="an1", why=_CHILDREN),
        Item(name="Safeguarding_Indicator", element="SAFEGUARDING VULNERABILITY FACTORS INDICATOR", required="R", form="an1", why=_NOT_ASKED),
        Item(name="Disability_SupervisionAndCare_Indicator", element="CONSTANT SUPERVISION AND CARE REQUIRED DUE TO DISABILITY INDICATOR", required="R", form="an1", why=_NOT_ASKED),
        Item(name="EducationAssessment", element="EDUCATIONAL ASSESSMENT OUTCOME", required="R", form="an2", why=_CHILDREN),
        Item(name="DiscussedPreferredDeathLocation_Indicator", element="PREFERRED DEATH LOCATION DISCUSSED INDICATOR", required="R", form="an1", why="A person’s wishes are shared for their own care; they are not put into a file for other uses before their owner has agreed to it"),
        Item(name="RiskOfUnexpectedDeath_Indicator", element="PERSON AT RISK OF UNEXPECTED DEATH INDICATOR", required="R", form="an1", why=_CHILDREN),
        Item(name="DeathLocationPreferred_Type", element="DEATH LOCATION TYPE CODE (PREFERRED)", required="R", form="an2", why="As for the discussion of it"),
        Item(name="DateOfDeath", element="PERSON DEATH DATE", required="R", form="date", origin="people: date of death, up to the end of the month", identifying=True),
        Item(name="DeathLocationActual_Type", element="DEATH LOCATION TYPE CODE (ACTUAL)", required="R", form="an2", why=_NOT_ASKED),
        Item(name="NotAtPreferredLocation_Reason", element="DEATH NOT AT PREFERRED LOCATION REASON", required="R", form="an2", why=_NOT_ASKED),
        Item(name="NHSNumber_Mother", element="NHS NUMBER (MOTHER)", required="R", form="nhs_number", why=_CHILDREN),
        Item(name="NHSNumberStatus_Mother", element="NHS NUMBER STATUS INDICATOR CODE (MOTHER)", required="R", form="an2", why=_CHILDREN),
    ),
)  # fmt: skip

PRACTICE = Table(
    name="CYP002GP",
    title="GP practice registration",
    key=("LocalPatientID", "OrgID_GP", "GPRegistration_StartDate"),
    parents=(("LocalPatientID", "CYP001MPI", "LocalPatientID"),),
    items=(
        Item(name="LocalPatientID", element="LOCAL PATIENT IDENTIFIER (EXTENDED)", required="M", form="an20", origin="as in the patient index", identifying=True),
        Item(name="OrgID_GP", element="GENERAL MEDICAL PRACTICE CODE (PATIENT REGISTRATION)", required="M", form="practice", origin="people: the practice the person is or was registered with; V81999 where it is not known"),
        Item(name="GPRegistration_StartDate", element="START DATE (GMP PATIENT REGISTRATION)", required="R", form="date", origin="people: registered since, as far as it is known here"),
        Item(name="GPRegistration_EndDate", element="END DATE (GMP PATIENT REGISTRATION)", required="R", form="date", origin="people: registered until, up to the end of the month"),
    ),
)  # fmt: skip
