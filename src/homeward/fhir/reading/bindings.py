"""Which codes may stand in an element whose value set FHIR R4 (4.0.1) makes binding?

Only the resources and data types that reach this house are listed. `BY_PATH` is keyed by resource type and
element; `BY_PART` by the name of the element a data type hangs on and its member.
"""

REQUEST_STATUS = frozenset("draft active on-hold revoked completed entered-in-error unknown".split())
REQUEST_INTENT = frozenset(
    "proposal plan directive order original-order reflex-order filler-order instance-order option".split()
)
PRIORITY = frozenset("routine urgent asap stat".split())
EVENT_STATUS = frozenset(
    "preparation in-progress not-done on-hold stopped completed entered-in-error unknown".split()
)
GENDER = frozenset("male female other unknown".split())
ENCOUNTER = frozenset(
    "planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown".split()
)
PUBLICATION = frozenset("draft active retired unknown".split())
DAYS = frozenset("mon tue wed thu fri sat sun".split())

BY_PATH: dict[tuple[str, str], frozenset[str]] = {
    ("Bundle", "type"): frozenset(
        "document message transaction transaction-response batch batch-response history searchset collection".split()
    ),
    ("ServiceRequest", "status"): REQUEST_STATUS,
    ("ServiceRequest", "intent"): REQUEST_INTENT,
    ("ServiceRequest", "priority"): PRIORITY,
    ("Patient", "gender"): GENDER,
    ("Practitioner", "gender"): GENDER,
    ("RelatedPerson", "gender"): GENDER,
    ("Person", "gender"): GENDER,
    ("Encounter", "status"): ENCOUNTER,
    ("CarePlan", "status"): REQUEST_STATUS,
    ("CarePlan", "intent"): frozenset("proposal plan order option".split()),
    ("Observation", "status"): frozenset(
        "registered preliminary final amended corrected cancelled entered-in-error unknown".split()
    ),
    ("Flag", "status"): frozenset("active inactive entered-in-error".split()),
    ("Consent", "status"): frozenset("draft proposed active rejected inactive entered-in-error".split()),
    ("Task", "status"): frozenset(
        "draft requested received accepted rejected ready cancelled in-progress on-hold failed completed "
        "entered-in-error".split()
    ),
    ("Task", "intent"): REQUEST_INTENT | {"unknown"},
    ("Task", "priority"): PRIORITY,
    ("Communication", "status"): EVENT_STATUS,
    ("Communication", "priority"): PRIORITY,
    ("Procedure", "status"): EVENT_STATUS,
    ("QuestionnaireResponse", "status"): frozenset(
        "in-progress completed amended entered-in-error stopped".split()
    ),
    ("Questionnaire", "status"): PUBLICATION,
    ("Location", "status"): frozenset("active suspended inactive".split()),
    ("Location", "mode"): frozenset("instance kind".split()),
    ("Appointment", "status"): frozenset(
        "proposed pending booked arrived fulfilled cancelled noshow entered-in-error checked-in waitlist".split()
    ),
    ("Slot", "status"): frozenset("busy free busy-unavailable busy-tentative entered-in-error".split()),
    ("DocumentReference", "status"): frozenset("current superseded entered-in-error".split()),
    ("EpisodeOfCare", "status"): frozenset(
        "planned waitlist active onhold finished cancelled entered-in-error".split()
    ),
    ("OperationOutcome", "status"): frozenset(),
}

BY_PART: dict[tuple[str, str], frozenset[str]] = {
    ("telecom", "system"): frozenset("phone fax email pager url sms other".split()),
    ("telecom", "use"): frozenset("home work temp old mobile".split()),
    ("name", "use"): frozenset("usual official temp nickname anonymous old maiden".split()),
    ("address", "use"): frozenset("home work temp old billing".split()),
    ("address", "type"): frozenset("postal physical both".split()),
    ("identifier", "use"): frozenset("usual official temp secondary old".split()),
    ("text", "status"): frozenset("generated extensions additional empty".split()),
    ("contact", "gender"): GENDER,
    ("response", "code"): frozenset("ok transient-error fatal-error".split()),
    ("statusHistory", "status"): ENCOUNTER,
    ("link", "type"): frozenset("replaced-by replaces refer seealso".split()),
}
