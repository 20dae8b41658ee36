"""What may an information governance lead do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

INFORMATION_GOVERNANCE = Role(
    code="information-governance",
    title="Information governance lead",
    plain_words="Shows who saw what, and why.",
    permits=(
        "access.export",
        "access.export_log",
        "access.judge_glass",
        "access.open_export",
        "audit.view",
        "board.ask_pack",
        "bulk.stop",
        "exports.view",
        "glass.view",
        "handbook.view",
        "link.revoke",
        "numbers.view",
        "returns.view",
        "subscription.switch",
        "subscription.view",
        "user.*",
        "users.manage",
        "who_looked.view",
    ),
    needs_relationship=True,
    second_factor=True,
    sections=("audit", "returns", "accounts", "handbook", "subscriptions"),
    session_minutes=480,
    idle_minutes=15,
    owner=BOARD,
    review_by=SPRING,
)
