"""How does a partner withdraw what it asked for?"""

from datetime import datetime

from homeward.access.api import gate
from homeward.directory.api import place
from homeward.fhir.bars.message import Message
from homeward.fhir.bars.vocabulary import WITHDRAWN_BECAUSE
from homeward.fhir.operations.earlier_request import earlier_request
from homeward.foundation.actions import Actor
from homeward.foundation.r4.issues import Faulty, Issue
from homeward.referrals import api as referrals
from homeward.referrals.api import ServiceRequest, person_of

WORDS = {
    "revoked": "The sender's system withdrew this request.",
    "entered-in-error": "The sender's system said that this request was entered in error.",
}


def withdraw_referral(message: Message, *, by: Actor, at: datetime) -> ServiceRequest:
    """The referral, withdrawn. One already withdrawn stays so. Faulty 404 when none is known."""
    referral_id = earlier_request(message, by=by, at=at)
    if referral_id is None:
        raise Faulty(
            Issue(
                code="not-found",
                expression="Bundle.entry[0].resource.focus[0]",
                diagnostics="No referral of this sender for this person and request id is known here. Nothing was changed.",
            ),
            status=404,
        )
    with gate.person(person_of(referral_id), by=by, at=at, why="withdrawing a referral"):
        referral = ServiceRequest.objects.get(id=referral_id)
    if referral.state == "revoked":
        return referral
    return referrals.revoke(
        referral_id=referral_id,
        reason_code=_reason(message.status),
        words=WORDS.get(message.status, WORDS["revoked"]),
        by=by,
        at=at,
    )


def _reason(status: str) -> str:
    meaning = WITHDRAWN_BECAUSE.get(status, WITHDRAWN_BECAUSE["revoked"])
    return place().reason_that_means(meaning, use="revoke").code
