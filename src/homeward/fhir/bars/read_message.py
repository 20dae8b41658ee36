"""What does this Bundle ask of us: a new referral, a change to one, a withdrawal, or something we do not do?"""

from datetime import datetime
from typing import Any

from homeward.fhir.bars import parts, vocabulary
from homeward.fhir.bars.bundle import Entry, MessageBundle, content_digest
from homeward.fhir.bars.message import Identity, Kind, Message, Sender
from homeward.fhir.bars.read_answer import answered_words
from homeward.fhir.bars.read_need import read_need, use_cases
from homeward.fhir.bars.read_person import organisation_code, read_person
from homeward.fhir.bars.read_risks import read_access_needs, read_consent, read_risks
from homeward.foundation.r4.issues import Faulty, Issue, IssueCode, Resource

_LONGEST_ID = 200
_CATEGORIES = ("referral", "validation")


def read_message(resource: Resource) -> Message:
    """The message a sound Bundle carries. Raises Faulty, naming the element, when it is not one we can act on."""
    if resource.type != "Bundle" or resource.tree.get("type") != "message":
        raise _fault("Bundle.type", "invalid", "A Bundle of type 'message' is wanted here.")
    bundle = MessageBundle(resource.tree)
    header = _header(bundle)
    _check_event(header)
    broken = tuple(bundle.unresolved())
    if broken:
        raise Faulty(*broken[:20])
    request = _focus(bundle, header)
    patient = bundle.follow(request.resource.get("subject"), "Patient")
    if patient is None:
        raise _fault(
            f"{request.path}.subject", "required", "The request must say whom it is about: a Patient in the message."
        )
    kind = _kind(header, request)
    consent, refusals = read_consent(bundle)
    person = read_person(bundle, patient)
    return Message(
        kind=kind,
        identity=_identity(resource.tree, bundle, header, request),
        sender=_sender(bundle, header, request),
        person=person,
        need=read_need(bundle, request),
        risks=(*read_risks(bundle), *refusals),
        access_needs=read_access_needs(bundle),
        consent=consent,
        told_at=_told_at(resource.tree, request),
        status=str(request.resource.get("status")),
        answers=str(header.resource.get("response", {}).get("identifier", "")) if kind == "answer" else "",
        answer_words=answered_words(bundle, header, request) if kind == "answer" else "",
        person_path=patient.path,
    )


def _fault(expression: str, code: IssueCode, diagnostics: str, status: int = 400) -> Faulty:
    return Faulty(Issue(code=code, expression=expression, diagnostics=diagnostics), status=status)


def _header(bundle: MessageBundle) -> Entry:
    if not bundle.entries or bundle.entries[0].type != "MessageHeader":
        raise _fault("Bundle.entry[0].resource", "required", "The first entry of a message must be its MessageHeader.")
    if len(bundle.of_type("MessageHeader")) > 1:
        extra = bundle.of_type("MessageHeader")[1]
        raise _fault(extra.path, "invariant", "A message has one MessageHeader. This is the second.")
    return bundle.entries[0]


def _check_event(header: Entry) -> None:
    event = header.resource.get("eventCoding", {})
    path, code = f"{header.path}.eventCoding", str(event.get("code", ""))
    if not code:
        raise _fault(path, "required", "The message must say which event it is about, as eventCoding.")
    if event.get("system") != vocabulary.EVENTS:
        raise _fault(f"{path}.system", "value", f"The event's code system must be {vocabulary.EVENTS}.")
    if code in vocabulary.BOOKINGS:
        raise _fault(
            path, "not-supported", "Bookings are not received here. Send a referral and the hub will arrange it.", 501
        )
    if code == vocabulary.RESPONSE and header.resource.get("response", {}).get("identifier"):
        return
    if code == vocabulary.RESPONSE:
        raise _fault(
            path, "not-supported", "This answers a request that was not made from here. Nothing was changed.", 422
        )
    if code != vocabulary.REQUEST:
        raise _fault(path, "not-supported", "This event is not received here. Send a servicerequest-request.", 422)


def _focus(bundle: MessageBundle, header: Entry) -> Entry:
    focus = header.resource.get("focus", ())
    if len(focus) != 1:
        raise _fault(f"{header.path}.focus", "required", "The message must name one focus: its ServiceRequest.")
    request = bundle.follow(focus[0], "ServiceRequest")
    if request is None:
        raise _fault(f"{header.path}.focus[0]", "invalid", "The focus must be a ServiceRequest in the message.")
    return request


def _kind(header: Entry, request: Entry) -> Kind:
    """New, update or cancel, from the reason and the request's status together; or an answer to what we asked."""
    if header.resource["eventCoding"]["code"] == vocabulary.RESPONSE:
        return "answer"
    reasons = [each for each in parts.codings(header.resource.get("reason")) if each.system == vocabulary.REASONS]
    if not reasons:
        raise _fault(f"{header.path}.reason", "required", "The message must say why it is sent: new, update or delete.")
    reason, status = reasons[0].code, str(request.resource.get("status"))
    if reason not in (vocabulary.NEW, vocabulary.UPDATE, vocabulary.DELETE):
        raise _fault(f"{header.path}.reason", "value", "The reason must be new, update or delete.")
    categories = {code.code for each in request.resource.get("category", ()) for code in parts.codings(each)
                  if code.system == vocabulary.REQUEST_CATEGORIES}  # fmt: skip
    if not categories.intersection(_CATEGORIES):
        code: IssueCode = "value" if categories else "required"
        raise _fault(f"{request.path}.category", code, "The request must be filed as a referral or a validation.")
    if status in vocabulary.CANCELLED or reason == vocabulary.DELETE:
        return "cancel"
    if status != "active":
        raise _fault(
            f"{request.path}.status",
            "not-supported",
            f"A request that is '{status}' cannot be acted on. Send 'active'.",
            422,
        )
    return "new" if reason == vocabulary.NEW else "update"


def _identity(tree: dict[str, Any], bundle: MessageBundle, header: Entry, request: Entry) -> Identity:
    message_id = str(tree.get("id") or tree.get("identifier", {}).get("value") or header.resource.get("id") or "")
    if not message_id:
        raise _fault("Bundle.id", "required", "The message needs an id, so that sending it twice makes one referral.")
    own = request.full_url or f"ServiceRequest/{request.resource.get('id', '')}"
    for name, said in (("Bundle.id", message_id), (f"{request.path}.id", own)):
        if len(said) > _LONGEST_ID:
            raise _fault(name, "value", f"An id of more than {_LONGEST_ID} letters cannot be kept.")
    identifiers = ((str(each.get("system", "")), str(each["value"])) for each in request.resource.get("identifier", ())
                   if each.get("value"))  # fmt: skip
    cases = (str(each["value"]) for entry in bundle.of_type("Encounter") for each in entry.resource.get("identifier", ())
             if each.get("value"))  # fmt: skip
    kinds = (coding.code for each in request.resource.get("category", ()) for coding in parts.codings(each))
    return Identity(
        message_id=message_id,
        request_id=own.removeprefix("urn:uuid:").lower(),
        identifiers=tuple(identifiers),
        case_numbers=tuple(dict.fromkeys(cases)),
        categories=tuple(dict.fromkeys((*kinds, *(each.code for each in use_cases(request))))),
        starts=str(
            request.resource.get("occurrencePeriod", {}).get("start") or request.resource.get("authoredOn") or ""
        ),
        content_digest=content_digest(tree),
    )


def _sender(bundle: MessageBundle, header: Entry, request: Entry) -> Sender:
    source = header.resource.get("source", {})
    organisation = bundle.follow(header.resource.get("sender"), "Organization")
    requester = bundle.follow(request.resource.get("requester"), "Practitioner", "PractitionerRole", "Organization")
    role = _role_of(bundle, requester)
    practitioner = requester
    if requester and requester.type == "PractitionerRole":
        practitioner = bundle.follow(requester.resource.get("practitioner"), "Practitioner")
    family, given = (
        parts.person_name(practitioner.resource) if practitioner and practitioner.type == "Practitioner" else ("", "")
    )
    phone = parts.telephone(practitioner.resource.get("telecom", ())) if practitioner else ""
    return Sender(
        organisation_code=organisation_code(organisation),
        organisation_name=parts.clean(organisation.resource.get("name") if organisation else source.get("name")),
        endpoint=parts.clean(source.get("endpoint")),
        phone=phone or parts.telephone([source["contact"]] if source.get("contact") else []),
        person_name=f"{given} {family}".strip(),
        person_role=parts.words(next(iter(role.resource.get("code", ())), None)) if role else "",
    )


def _role_of(bundle: MessageBundle, requester: Entry | None) -> Entry | None:
    if requester is None or requester.type == "PractitionerRole":
        return requester
    for role in bundle.of_type("PractitionerRole"):
        if bundle.follow(role.resource.get("practitioner"), "Practitioner") == requester:
            return role
    return None


def _told_at(tree: dict[str, Any], request: Entry) -> datetime | None:
    return parts.moment(request.resource.get("authoredOn")) or parts.moment(tree.get("timestamp"))
