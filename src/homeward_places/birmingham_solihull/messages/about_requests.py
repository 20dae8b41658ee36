"""What is a person told about a request for help: that it came, who said yes, what we must know, that it ended?"""

from homeward.grammar.api import MessageTemplate, Wording
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

RECEIVED = MessageTemplate(
    code="request-received",
    title="We have your request",
    moment="referral_received",
    calendar="every-day-8-to-8",
    useful_hours=48,
    wordings=(
        Wording(
            language="en",
            subject="We have the request for help for you",
            words="Hello {name}. We have the request for help for you. {team} is reading it and will find the right help. "
            "See what happens at {link} or ring {telephone}. In an emergency ring 999.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
ACCEPTED = MessageTemplate(
    code="request-accepted",
    title="A team will help you",
    moment="referral_accepted",
    calendar="every-day-8-to-8",
    useful_hours=48,
    wordings=(
        Wording(
            language="en",
            subject="A team will help you",
            words="Hello {name}. {team} will help you and will be in touch. Questions? Ring {telephone} or see {link}.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
QUESTION = MessageTemplate(
    code="question-asked",
    title="We have a question for you",
    moment="question_asked",
    calendar="every-day-8-to-8",
    urgent=True,
    useful_hours=48,
    wordings=(
        Wording(
            language="en",
            subject="We have a question about your request",
            words="Hello {name}. Before we can go on with your request we need an answer from you. "
            "Sign in at {link} or ring {telephone}.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
ENDED = MessageTemplate(
    code="request-ended",
    title="Your request has ended",
    moment="referral_closed",
    calendar="every-day-8-to-8",
    useful_hours=96,
    wordings=(
        Wording(
            language="en",
            subject="Your request has ended",
            words="Hello {name}. {team} has finished the help that was asked for. If you need help again, ring {telephone} "
            "or ask at {link}.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
