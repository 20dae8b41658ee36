"""Which questions does the hub ask to decide how soon help is needed? Danger first, then what can wait."""

from homeward.grammar.api import AnyOf, Question, Test

QUESTIONS = (
    Question(
        code="stroke-signs",
        words="Has their face dropped, is an arm weak, or is speech slurred?",
        help_words="If yes, call 999 now.",
    ),
    Question(code="chest-pain", words="Do they have chest pain now?", help_words="If yes, call 999 now."),
    Question(code="hard-to-wake", words="Are they hard to wake?", help_words="If yes, call 999 now."),
    Question(
        code="heavy-bleeding",
        words="Is there bleeding that does not stop with pressure?",
        help_words="If yes, call 999 now.",
    ),
    Question(
        code="still-on-floor",
        words="Are they still on the floor?",
        asked_when=Test(fact="need", is_="is", value="fall"),
    ),
    Question(
        code="new-confusion",
        words="Have they become confused, sleepy or agitated in the last days?",
        concept="new-confusion",
    ),
    Question(
        code="pain-not-held",
        words="Is there pain or distress that medicines at home do not hold?",
    ),
    Question(
        code="no-urine",
        words="Have they passed no urine for 6 hours, with pain or a swollen tummy?",
        asked_when=Test(fact="need", is_="is", value="catheter-problem"),
    ),
    Question(code="alone-now", words="Are they alone now?"),
    Question(code="not-safe-alone", words="Is it unsafe for them to be alone?", concept="not-safe-alone"),
    Question(
        code="carer-stopped",
        words="Has the person who usually cares for them had to stop?",
        asked_when=Test(fact="need", is_="in", value=("carer-cannot-go-on", "not-sure", "home-care")),
    ),
    Question(
        code="hospital-today-without-help",
        words="Would they probably go to hospital today if nobody came?",
    ),
    Question(code="needs-help-today", words="Is it something that cannot wait until tomorrow?"),
    Question(
        code="news2-total",
        words="What is their NEWS2 score, if somebody has measured it today?",
        kind="number",
        concept="news2-total",
        asked_when=AnyOf(
            parts=(
                Test(fact="source", is_="in", value=("call", "bars")),
                Test(fact="need", is_="in", value=("stay-out-of-hospital", "hospital-care-at-home")),
            )
        ),
        help_words="Leave empty when not measured. Empty is not zero.",
    ),
    Question(
        code="end-of-life",
        words="Are they thought to be in the last year of life?",
        concept="end-of-life",
    ),
)
