"""What may a partner system do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

PARTNER_SYSTEM = Role(
    code="partner-system",
    title="Partner system",
    plain_words="A computer of a partner that sends referrals.",
    permits=(
        "person.register",
        "referral.note",
        "referral.receive",
        "referral.revoke",
        "referral.track",
        "subscription.end",
        "subscription.make",
    ),
    needs_relationship=True,
    second_factor=False,
    sections=(),
    session_minutes=60,
    idle_minutes=60,
    machine=True,
    owner=BOARD,
    review_by=SPRING,
)
