"""What happens when a partner posts or changes a ServiceRequest that is a referral? The hub receives it, or hears of the change."""

from typing import Any
from uuid import UUID

from homeward.access.api import gate
from homeward.directory.api import place
from homeward.fhir.actions.keep_message import keeper
from homeward.fhir.actions.keep_request import keep_request
from homeward.fhir.bars import parts
from homeward.fhir.bars.vocabulary import CANCELLED, WITHDRAWN_BECAUSE
from homeward.fhir.door.route import Call
from homeward.fhir.models import Receipt
from homeward.fhir.rules.stating import need_for, urgency_for
from homeward.fhir.search.elements import Tree
from homeward.fhir.writing.kept import Kept
from homeward.foundation.errors import Invalid
from homeward.foundation.r4.issues import Faulty, Issue
from homeward.grammar.api import referrer_kind
from homeward.referrals import api as referrals
from homeward.referrals.api import NOT_SURE, ExternalRef, ReferralDetails, Requester, ServiceRequest, person_of
from homeward.referrals.vocabulary import STATES

NOTHING_SAID = "The sender's system asked for help and did not say with what. Ring them."
_ELEMENTS = {"need_words": "code", "need_code": "code", "requester_name": "requester", "received_at": "authoredOn"}


def create_referral(call: Call, person_id: UUID, tree: Tree, text: bytes) -> Kept:
    """The referral that the request makes; the same identifier makes none twice."""
    with_ids = tuple(_external(tree))
    known = [found for each in with_ids if (found := referrals.with_external_id(system=each.system, value=each.value))]
    if any(person != person_id for _, person in known):
        words = "A request with this identifier is here about somebody else. Use an identifier of its own."
        raise Faulty(Issue(code="conflict", expression="ServiceRequest.identifier", diagnostics=words), status=409)
    try:
        referral = referrals.receive(details=_details(call, person_id, tree, with_ids), by=call.partner, at=call.at)
    except Invalid as refusal:
        raise _named(refusal) from refusal
    if not known:
        _keep(call, referral, text)
    return Kept(kind="ServiceRequest", id=str(referral.id), created=not known)


def change_referral(call: Call, referral_id: UUID, tree: Tree, text: bytes) -> Kept:
    """A withdrawal ends it; any other change is told to the hub beside what stood. Only its sender may."""
    if not Receipt.objects.filter(referral_id=referral_id, partner=call.partner.organisation).exists():
        words = "Only the system that sent this request may change it. Ring the hub instead."
        raise Faulty(Issue(code="forbidden", expression="ServiceRequest", diagnostics=words), status=403)
    status = str(tree.get("status"))
    if status in CANCELLED:
        reason = place().reason_that_means(WITHDRAWN_BECAUSE[status], use="revoke").code
        words = "The sender's system withdrew this request."
        referrals.revoke(referral_id=referral_id, reason_code=reason, words=words, by=call.partner, at=call.at)
    else:
        words = f"The sender changed this request. It now says: {_words(tree)}"
        referrals.note(referral_id=referral_id, words=words[:5000], by=call.partner, at=call.at)
    with gate.person(person_of(referral_id), by=call.partner, at=call.at, why="changing a referral"):
        _keep(call, ServiceRequest.objects.get(id=referral_id), text)
    return Kept(kind="ServiceRequest", id=str(referral_id), created=False)


def _keep(call: Call, referral: ServiceRequest, text: bytes) -> None:
    keep_request(
        text=text.decode(),
        person_id=referral.person_id,
        referral_id=referral.id,
        status=STATES[referral.known_state].request_status,
        version=referral.version,
        partner=call.partner.organisation,
        by=keeper(call.partner),
        at=call.at,
    )


def _details(call: Call, person_id: UUID, tree: Tree, external: tuple[ExternalRef, ...]) -> ReferralDetails:
    here = place()
    client = here.organisations.get(call.partner.organisation)
    codes = [
        *parts.codings(tree.get("code")),
        *(coding for each in tree.get("reasonCode", ()) for coding in parts.codings(each)),
    ]
    requester: Any = tree.get("requester") or {}
    return ReferralDetails(
        person_id=person_id,
        source="bars",
        requester=Requester(
            name=parts.clean(requester.get("display")) or call.partner.name,
            organisation=client.name if client else call.partner.name,
            kind=referrer_kind(organisation=client) or "",
        ),
        need_code=need_for(codes, here.needs.values()) or NOT_SURE,
        need_words=_words(tree),
        urgency_asked=urgency_for(str(tree.get("priority", "")), here.urgencies.values()),
        external_ids=external,
    )


def _words(tree: Tree) -> str:
    said = [
        parts.full_words(tree.get("code")),
        *(parts.full_words(each) for each in tree.get("reasonCode", ())),
        parts.clean(tree.get("patientInstruction"), 1000),
        *(parts.clean(each.get("text"), 2000) for each in tree.get("note", ())),
    ]
    return "\n".join(dict.fromkeys(each for each in said if each))[:4900] or NOTHING_SAID


def _external(tree: Tree) -> list[ExternalRef]:
    listed = [*tree.get("identifier", ())]
    return [
        ExternalRef(system=str(each.get("system", ""))[:300], value=str(each["value"])[:300])
        for each in listed
        if each.get("system") and each.get("value")
    ]


def _named(refusal: Invalid) -> Faulty:
    issues = [
        Issue(code="value", expression=f"ServiceRequest.{_ELEMENTS.get(name, name)}", diagnostics=words)
        for name, words in refusal.errors.items()
    ]
    return Faulty(*issues, status=422)
