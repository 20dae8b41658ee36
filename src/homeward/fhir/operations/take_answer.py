"""What happens when a partner answers a referral that we sent on? It stands beside the need for its hub and team to read."""

from dataclasses import replace
from datetime import datetime

from homeward.access.api import gate, system
from homeward.exchange import api as exchange
from homeward.fhir.actions.keep_message import JOB, keeper
from homeward.fhir.bars.message import Message
from homeward.foundation.actions import Actor
from homeward.foundation.r4.issues import Faulty, Issue
from homeward.referrals import api as referrals
from homeward.referrals.api import ServiceRequest

NOT_OURS = "This answers a request that was not made from here. Nothing was changed."


def take_answer(message: Message, *, by: Actor, at: datetime) -> ServiceRequest:
    """Note it with the referral and with what went out. Faulty 422 when we asked this partner nothing of the kind.

    An answer moves no need by itself: one that is refused elsewhere still has its owner, who now knows.
    """
    asked = exchange.asked_there(
        organisation=by.organisation, answers=message.answers, request_id=message.identity.request_id, at=at
    )
    if asked is None:
        path = "Bundle.entry[0].resource.response.identifier"
        raise Faulty(Issue(code="not-found", expression=path, diagnostics=NOT_OURS), status=422)
    house = replace(keeper(by), role=JOB)
    exchange.note_answer(asked=asked, words=message.answer_words, by=house, at=at)
    words = f"{asked.partner} answered: {message.answer_words}"
    referrals.note(referral_id=asked.referral_id, words=words, by=house, at=at)
    with gate.person(asked.person_id, by=system(JOB), at=at, why="keeping a partner's message"):
        return ServiceRequest.objects.get(id=asked.referral_id)
