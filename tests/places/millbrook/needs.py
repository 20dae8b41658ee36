"""What do people of the town need, and how does the desk decide how soon?"""

from homeward.grammar.api import AnyOf, Need, Question, RedFlag, Rule, SecondLook, Standard, Test, TriageProtocol
from tests.places.millbrook import OWNER, REVIEW


def _need(code: str, title: str, urgency: str, *, two_hour: bool = False) -> Need:
    return Need(
        code=code,
        title=title,
        plain_words=f"{title}.",
        usual_urgency=urgency,
        two_hour_need=two_hour,
        red_flags=(RedFlag(code="not-breathing-well", words="Cannot breathe well", do_now="Call 999 now."),),
        owner=OWNER,
        review_by=REVIEW,
    )


TUMBLE = _need("tumble", "A tumble", "soon", two_hour=True)
SORE = _need("sore", "A sore that needs a nurse", "today")
HOMEWARD_BOUND = _need("homeward-bound", "Leaving the cottage hospital", "today")
COMPANY = _need("company", "Some company", "later")
NOT_SURE = _need("not-sure", "Not sure", "today")

DESK_QUESTIONS = TriageProtocol(
    code="desk-questions",
    title="How soon?",
    questions=(
        Question(code="danger-now", words="Is a life in danger?", help_words="If yes, call 999."),
        Question(code="on-floor", words="Are they on the floor?"),
        Question(code="wait-till-morning", words="Can it wait till morning?"),
    ),
    rules=(
        Rule(
            code="danger",
            when=AnyOf(
                parts=(Test(fact="danger-now", is_="true"), Test(fact="not-breathing-well", is_="true")),
            ),
            urgency="soon",
            because="A life is in danger.",
            call_999=True,
        ),
        Rule(code="floor", when=Test(fact="on-floor", is_="true"), urgency="soon", because="They are on the floor."),
        Rule(
            code="cannot-wait",
            when=Test(fact="wait-till-morning", is_="false"),
            urgency="today",
            because="It cannot wait till morning.",
        ),
    ),
    second_look=SecondLook(
        lowering_from=("soon",), permission="referral.second_look", words="Ask a nurse before making this later."
    ),
    standard=Standard(words="The town's own questions.", source="Millbrook town meeting", local_proposal=True),
    owner=OWNER,
    review_by=REVIEW,
)
