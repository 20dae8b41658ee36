"""Which codes may stand in an element whose value set FHIR R4 (4.0.1) makes binding?

Only the resources and data types that reach this house are listed. `BY_PATH` is keyed by resource type and
element; `BY_PART` by the name of the element a data type hangs on and its member.
"""


def _codes(words: str) -> frozenset[str]:
    return frozenset(words.split())


REQUEST_STATUS = _codes("draft active on-hold revoked completed entered-in-error unknown")
REQUEST_INTENT = _codes("proposal plan directive order original-order reflex-order filler-order instance-order option")
PRIORITY = _codes("routine urgent asap stat")
EVENT_STATUS = _codes("preparation in-progress not-done on-hold stopped completed entered-in-error unknown")
GENDER = _codes("male female other unknown")
ENCOUNTER = _codes("planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown")
PUBLICATION = _codes("draft active retired unknown")
DAYS = _codes("mon tue wed thu fri sat sun")

BY_PATH: dict[tuple[str, str], frozenset[str]] = {
    ("Bundle", "type"): _codes(
        "document message transaction transaction-response batch batch-response history searchset collection"
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
    ("CarePlan", "intent"): _codes("proposal plan order option"),
    ("Observation", "status"): _codes(
        "registered preliminary final amended corrected cancelled entered-in-error unknown"
    ),
    ("Flag", "status"): _codes("active inactive entered-in-error"),
    ("Consent", "status"): _codes("draft proposed active rejected inactive entered-in-error"),
    ("Task", "status"): _codes(
        "draft requested received accepted rejected ready cancelled in-progress on-hold failed completed "
        "entered-in-error"
    ),
    ("Task", "intent"): REQUEST_INTENT | {"unknown"},
    ("Task", "priority"): PRIORITY,
    ("Communication", "status"): EVENT_STATUS,
    ("Communication", "priority"): PRIORITY,
    ("Procedure", "status"): EVENT_STATUS,
    ("QuestionnaireResponse", "status"): _codes("in-progress completed amended entered-in-error stopped"),
    ("Questionnaire", "status"): PUBLICATION,
    ("Location", "status"): _codes("active suspended inactive"),
    ("Location", "mode"): _codes("instance kind"),
    ("Appointment", "status"): _codes(
        "proposed pending booked arrived fulfilled cancelled noshow entered-in-error checked-in waitlist"
    ),
    ("Slot", "status"): _codes("busy free busy-unavailable busy-tentative entered-in-error"),
    ("DocumentReference", "status"): _codes("current superseded entered-in-error"),
    ("EpisodeOfCare", "status"): _codes("planned waitlist active onhold finished cancelled entered-in-error"),
    ("OperationOutcome", "status"): frozenset(),
}

BY_PART: dict[tuple[str, str], frozenset[str]] = {
    ("telecom", "system"): _codes("phone fax email pager url sms other"),
    ("telecom", "use"): _codes("home work temp old mobile"),
    ("name", "use"): _codes("usual official temp nickname anonymous old maiden"),
    ("address", "use"): _codes("home work temp old billing"),
    ("address", "type"): _codes("postal physical both"),
    ("identifier", "use"): _codes("usual official temp secondary old"),
    ("text", "status"): _codes("generated extensions additional empty"),
    ("contact", "gender"): GENDER,
    ("response", "code"): _codes("ok transient-error fatal-error"),
    ("statusHistory", "status"): ENCOUNTER,
    ("link", "type"): _codes("replaced-by replaces refer seealso"),
}
