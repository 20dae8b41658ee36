"""What may a citizen do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

CITIZEN = Role(
    code="citizen",
    title="Citizen",
    plain_words="Sees and steers their own plan and referrals.",
    permits=(
        "me.*",
        "monitoring.observe",
        "me.looked",
        "me.messages",
        "me.plan",
        "me.referrals",
        "me.view",
        "me.visits",
        "message.prefer",
        "message.to_team",
        "person.register",
        "plan.agree",
        "plan.change_line",
        "plan.dispute",
        "plan.end_line",
        "plan.settle",
        "plan.write",
        "proxy.end",
        "proxy.grant",
        "referral.answer",
        "referral.make",
        "referral.receive",
        "referral.revoke",
        "referral.track",
        "sharing.record",
    ),
    needs_relationship=True,
    second_factor=False,
    sections=("me",),
    session_minutes=60,
    idle_minutes=20,
    owner=BOARD,
    review_by=SPRING,
)
