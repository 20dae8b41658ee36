"""What may a partner read of the referrals it sent itself?"""

from typing import Any
from uuid import UUID

from homeward.access.api import gate
from homeward.directory.api import place
from homeward.fhir.bars.vocabulary import REQUEST_CATEGORIES
from homeward.fhir.door.route import Answer, Call
from homeward.fhir.models import Receipt
from homeward.fhir.resources.searching import Parameter, Tree, asked, identified, same, searchset, whole_number
from homeward.foundation.r4.issues import Faulty, Issue
from homeward.referrals.api import ServiceRequest, person_of
from homeward.referrals.vocabulary import STATES

KIND = "ServiceRequest"
MOST_READ = 50  # each one is an opening of somebody's record
SEARCH = {
    "_id": Parameter("token", "the id", same("id")),
    "identifier": Parameter("token", "the message or request id under which it was sent", identified),
}


def read(call: Call, id: str) -> Answer:
    """One referral that this partner sent; to everybody else it is not there."""
    try:
        referral_id = UUID(id)
    except ValueError:
        raise _not_there() from None
    if not Receipt.objects.filter(referral_id=referral_id, partner=call.partner.organisation).exists():
        raise _not_there()
    tree = _resource(referral_id, call)
    etag = f'W/"{tree["meta"]["versionId"]}"'
    return Answer(resource=tree, headers={"ETag": etag})


def search(call: Call) -> Answer:
    """The partner's own referrals, the latest first."""
    pairs = asked(call, SEARCH)
    mine = Receipt.objects.filter(partner=call.partner.organisation)
    for name, value in pairs:
        mine = mine.filter(referral_id__in=_ids(value)) if name == "_id" else _identified_by(mine, value)
    ids = list(dict.fromkeys(mine.order_by("-at", "-id").values_list("referral_id", flat=True)))
    count = whole_number(call, "_count", 20, MOST_READ)
    offset = whole_number(call, "_offset", 0, 10**9)
    trees = [_resource(each, call) for each in ids[offset : offset + count]]
    return searchset(call, KIND, trees, total=len(ids), offset=offset, count=count)


def _ids(value: str) -> list[UUID]:
    found = []
    for each in value.split(","):
        try:
            found.append(UUID(each))
        except ValueError:
            continue
    return found


def _identified_by(mine: Any, value: str) -> Any:
    numbers = [each.rpartition("|")[2].removeprefix("urn:uuid:").lower().replace("\x00", "") for each in value.split(",")]
    return mine.filter(message_id__in=numbers) | mine.filter(request_id__in=numbers)


def _resource(referral_id: UUID, call: Call) -> Tree:
    with gate.person(person_of(referral_id), by=call.partner, at=call.at, why="reading a referral over FHIR"):
        referral = ServiceRequest.objects.get(id=referral_id)
    sent = list(Receipt.objects.filter(referral_id=referral_id, partner=call.partner.organisation).order_by("at"))
    return _tree(referral, sent)


def _tree(referral: ServiceRequest, sent: list[Receipt]) -> Tree:
    here = place()
    words = STATES[referral.known_state]
    urgency = here.urgencies.get(referral.urgency)
    tree: Tree = {
        "resourceType": KIND,
        "id": str(referral.id),
        "meta": {"versionId": str(referral.version), "lastUpdated": referral.latest_move_at.isoformat()},
        "identifier": [{"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{each}"} for each in dict.fromkeys(r.request_id for r in sent)],
        "status": words.request_status,
        "intent": "plan",
        "category": [{"coding": [{"system": REQUEST_CATEGORIES, "code": "referral"}]}],
        "subject": {"type": "Patient", "display": "The person whom the message was about"},
        "authoredOn": referral.received_at.isoformat(),
        "note": [{"text": words.plain_words}],
    }
    if urgency:
        tree["priority"] = urgency.fhir_priority
    if referral.service_code and referral.service_code in here.services:
        tree["performerType"] = {"text": here.services[referral.service_code].title}
    return tree


def _not_there() -> Faulty:
    return Faulty(Issue(code="not-found", diagnostics="There is no referral of yours with this id."), status=404)
