"""What may a care home manager do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

CARE_HOME_MANAGER = Role(
    code="care-home-manager",
    title="Care home manager",
    plain_words="Asks for help for residents and sees who is coming, who is in hospital and when they are expected back.",
    permits=(
        "app.allow",
        "app.end",
        "app.send",
        "assessment.accept",
        "assessment.query",
        "assessment.view",
        "handbook.view",
        "my_work.view",
        "notice.see",
        "person.register",
        "person.view",
        "plan.view",
        "referral.answer",
        "referral.make",
        "referral.note",
        "referral.receive",
        "referral.revoke",
        "referral.track",
        "residents.view",
    ),
    needs_relationship=True,
    second_factor=True,
    sections=("residents", "track", "assessments", "my_work", "handbook"),
    session_minutes=480,
    idle_minutes=30,
    apps_send=("Observation",),
    owner=BOARD,
    review_by=SPRING,
)
