"""What may a clerical reviewer do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

RECORDS_REVIEWER = Role(
    code="records-reviewer",
    title="Clerical reviewer",
    plain_words="Decides whether two records are one person.",
    permits=(
        "app.allow",
        "app.end",
        "handbook.view",
        "person.correct",
        "person.decide",
        "person.merge",
        "person.search",
        "person.trace",
        "person.unmerge",
        "person.view",
    ),
    needs_relationship=False,
    second_factor=True,
    sections=("matches", "people", "handbook"),
    session_minutes=480,
    idle_minutes=15,
    owner=BOARD,
    review_by=SPRING,
)
