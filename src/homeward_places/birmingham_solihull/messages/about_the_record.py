"""What is a person told when somebody opened their record without a standing reason?"""

from homeward.grammar.api import MessageTemplate, Wording
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

OPENED = MessageTemplate(
    code="record-opened",
    title="Your record was opened in an emergency",
    moment="record_opened",
    calendar="weekdays-9-to-5",
    ways=("letter", "email"),
    useful_hours=24 * 28,
    wordings=(
        Wording(
            language="en",
            subject="Your care record was opened {when}",
            words="Dear {name}\n\n{who} opened your care record {when} although they were not looking after you at the time. "
            "They gave this reason: {why}.\n\nEvery such opening is looked at by somebody whose work it is to protect your "
            "record. You can see everyone who opened it at {link}. If you think it was wrong, or have questions, ring "
            "{telephone}.\n\n{place}",
        ),
    ),
    owner=BOARD,
    review_by=SPRING,
)
