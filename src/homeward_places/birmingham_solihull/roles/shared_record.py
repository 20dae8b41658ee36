"""What may a partner's record system do that shares in the whole record?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

SHARED_RECORD = Role(
    code="shared-record",
    title="Shared record system",
    plain_words="A partner's record system that reads and adds to the shared record for direct care, under the sharing agreement.",
    permits=(
        "bulk.ask",
        "bulk.end",
        "bulk.take",
        "message.keep",
        "message.keep_request",
        "person.correct",
        "person.register",
        "person.search",
        "record.keep",
        "referral.note",
        "referral.receive",
        "referral.revoke",
        "referral.track",
        "subscription.end",
        "subscription.make",
    ),
    needs_relationship=False,
    second_factor=False,
    sections=(),
    session_minutes=60,
    idle_minutes=60,
    machine=True,
    owner=BOARD,
    review_by=SPRING,
)
