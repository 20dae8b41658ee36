"""What may a partner by link do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

PARTNER_LINK = Role(
    code="partner-link",
    title="Partner by link",
    plain_words="Someone at a partner who was sent a link and has no account.",
    permits=(
        "person.register",
        "referral.accept",
        "referral.answer",
        "referral.decline",
        "referral.make",
        "referral.no_capacity",
        "referral.receive",
        "referral.track",
    ),
    needs_relationship=True,
    second_factor=False,
    sections=(),
    session_minutes=60,
    idle_minutes=20,
    owner=BOARD,
    review_by=SPRING,
)
