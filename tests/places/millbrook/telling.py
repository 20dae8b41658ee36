"""What are townspeople told, and which neighbour takes messages?"""

from homeward.grammar.api import MessageMoment, MessagePartner, MessageTemplate, Wording
from tests.places.millbrook import OWNER, REVIEW


def _message(code: str, moment: MessageMoment, words: str, *, urgent: bool = False) -> MessageTemplate:
    return MessageTemplate(
        code=code,
        title=code.replace("-", " ").capitalize(),
        moment=moment,
        calendar="daytime",
        urgent=urgent,
        wordings=(Wording(language="en", subject=f"Millbrook: {code.replace('-', ' ')}", words=words),),
        owner=OWNER,
        review_by=REVIEW,
    )


CAME = _message("it-came", "referral_received", "{name}, the {team} has your request. Ring {telephone}.")
COMING = _message("coming", "visit_planned", "{name}, the {team} comes {when}.")
RING = _message("ring-us", "asked_for", "{name}, please ring {telephone}.")
NEIGHBOUR = MessagePartner(
    code="friends-system",
    title="The Friends’ own system",
    teams=("tea-friends",),
    service_id="4000000001",
    owner=OWNER,
    review_by=REVIEW,
)
