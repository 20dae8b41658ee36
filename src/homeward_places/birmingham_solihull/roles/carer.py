"""What may a carer do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

CARER = Role(
    code="carer",
    title="Carer",
    plain_words="Acts for someone who has said they may.",
    permits=(
        "me.*",
        "monitoring.observe",
        "me.looked",
        "me.messages",
        "me.plan",
        "me.referrals",
        "me.view",
        "me.visits",
        "message.to_team",
        "person.register",
        "plan.agree",
        "plan.change_line",
        "plan.dispute",
        "plan.end_line",
        "plan.settle",
        "plan.write",
        "referral.answer",
        "referral.make",
        "referral.receive",
        "referral.track",
        "round.say_wishes",
    ),
    needs_relationship=True,
    second_factor=False,
    sections=("me",),
    session_minutes=60,
    idle_minutes=20,
    owner=BOARD,
    review_by=SPRING,
)
