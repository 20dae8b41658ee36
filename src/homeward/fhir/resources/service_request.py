"""How is a referral shown as a FHIR ServiceRequest (UK Core)?"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from homeward.directory.api import place
from homeward.fhir.bars.vocabulary import REQUEST_CATEGORIES
from homeward.fhir.door.route import Call
from homeward.fhir.door.written import read_tree
from homeward.fhir.models import KeptMessage, Receipt
from homeward.fhir.resources.pointing import SNOMED, moment, to_patient, to_service, to_team, without_empty
from homeward.fhir.resources.shown import Shown
from homeward.fhir.search.elements import Tree
from homeward.foundation.errors import NotFound
from homeward.referrals.api import NOT_SURE, Move, ServiceRequest, person_of
from homeward.referrals.vocabulary import STATES

KIND = "ServiceRequest"
PROFILE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-ServiceRequest"
CREATED = "create"  # the kind of receipt of a ServiceRequest that was posted as a resource of its own


def whose(id: UUID) -> UUID | None:
    """The person a referral is about; None when there is no such referral."""
    try:
        return person_of(id)
    except NotFound:
        return None


def get(id: UUID, call: Call) -> Shown | None:
    """One referral, while its person's record is open."""
    return next(iter(_shown(ServiceRequest.objects.filter(id=id))), None)


def of_person(person_id: UUID, call: Call) -> Sequence[Shown]:
    """All referrals of a person."""
    return _shown(ServiceRequest.objects.filter(person_id=person_id))


def history(id: UUID, call: Call) -> Sequence[Shown]:
    """Each version that there was, the latest first: every move made one."""
    now = ServiceRequest.objects.filter(id=id).first()
    if now is None:
        return []
    current = _shown([now])
    moves = Move.objects.filter(referral_id=id, version__lt=now.version).order_by("-version")
    return [*current, *(_before(current[0], move) for move in moves)]


def _before(current: Shown, move: Move) -> Shown:
    return Shown(
        kind=KIND,
        id=current.id,
        version=str(move.version),
        updated=move.at,
        effective=current.effective,
        person_id=current.person_id,
        made={**(current.made or {}), **_standing(move)},
        profile=current.profile,
    )


def _shown(rows: Iterable[ServiceRequest]) -> list[Shown]:
    found = list(rows)
    receipts: dict[UUID, list[Receipt]] = {}
    for each in Receipt.objects.filter(referral_id__in=[row.id for row in found]).order_by("at"):
        receipts.setdefault(each.referral_id, []).append(each)
    posted = [each.id for listed in receipts.values() for each in listed if each.kind == CREATED]
    texts = {each.referral_id: each.received for each in KeptMessage.objects.filter(id__in=posted)} if posted else {}
    return [_one(row, receipts.get(row.id, []), texts.get(row.id, "")) for row in found]


def _one(row: ServiceRequest, receipts: Sequence[Receipt], posted: str) -> Shown:
    return Shown(
        kind=KIND,
        id=str(row.id),
        version=str(row.version),
        updated=row.latest_move_at,
        effective=row.received_at,
        person_id=row.person_id,
        made=_as_posted(row, read_tree(posted)) if posted else _made(row, receipts),
        profile="" if posted else PROFILE,
    )


def _as_posted(row: ServiceRequest, tree: Tree) -> Tree:
    """What its sender wrote, with what became of it."""
    standing = _standing(row) if row.version > 1 else {"status": STATES[row.known_state].request_status}
    kept = {name: value for name, value in tree.items() if name not in ("id", "resourceType")}
    return {**kept, **standing}


def _made(row: ServiceRequest, receipts: Sequence[Receipt]) -> Tree:
    ids = dict.fromkeys(each.request_id for each in receipts)
    return without_empty(
        {
            "identifier": [{"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{each}"} for each in ids],
            "intent": "plan",
            "category": [{"coding": [{"system": REQUEST_CATEGORIES, "code": "referral"}]}],
            "code": _code(row),
            "subject": to_patient(row.person_id),
            "authoredOn": moment(row.received_at),
            "requester": {"display": ", ".join(filter(None, (row.requester_name, row.requester_organisation)))},
            "basedOn": [{"reference": f"ServiceRequest/{row.based_on_id}"}] if row.based_on_id else None,
            **_standing(row),
        }
    )


def _standing(row: Any) -> Tree:
    """What a move changes: how it stands, how soon, with whom."""
    words = STATES[row.state]
    urgency = place().urgencies.get(row.urgency)
    said: dict[str, Any] = {
        "status": words.request_status,
        "priority": urgency.fhir_priority if urgency else None,
        "performer": [to_team(row.owner_team_id), *([to_service(row.service_code)] if row.service_code else [])],
        "note": [{"text": words.plain_words}],
    }
    return without_empty(said)


def _code(row: ServiceRequest) -> Tree:
    need = place().needs.get(row.need_code)
    if need is None or row.need_code == NOT_SURE:
        return {"text": row.need_words or "Not sure"}
    coding = [{"system": SNOMED, "code": need.snomed, "display": need.title}] if need.snomed else []
    return without_empty({"coding": coding, "text": need.title})
