"""Which questions does the hub ask to decide how soon help is needed? Danger first, then what can wait."""

from homeward.grammar.api import AnyOf, Question, Test

WAYS_HOME = ("home-after-hospital", "recovery-at-home", "carer-cannot-go-on")
CARE_AT_HOME = ("hospital-care-at-home", "breathlessness")

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
    Question(
        code="where-now",
        words="Where are they now?",
        kind="choice",
        options=(
            ("home", "At home"),
            ("care-home", "In a care home"),
            ("with-crew", "With an ambulance crew"),
            ("hospital", "In hospital"),
            ("elsewhere", "Somewhere else"),
        ),
        concept="where-now",
    ),
    Question(
        code="main-problem",
        words="What is the main problem?",
        kind="choice",
        options=(
            ("breathing", "Breathing"),
            ("frailty", "Frailty"),
            ("infection", "An infection"),
            ("heart", "Heart"),
            ("other", "Something else"),
        ),
        asked_when=Test(fact="need", is_="is", value="hospital-care-at-home"),
    ),
    Question(
        code="clinical-frailty",
        words="What is their clinical frailty number, if a clinician has judged it?",
        kind="number",
        concept="clinical-frailty",
        asked_when=Test(
            fact="need", is_="in", value=("hospital-care-at-home", "frailty-worse", "stay-out-of-hospital")
        ),
        help_words="1 to 9, as they were two weeks ago. Leave empty when not judged.",
    ),
    Question(
        code="agrees-to-home-care",
        words="Have they agreed to hospital care at home?",
        concept="agrees-to-home-care",
        asked_when=Test(fact="need", is_="in", value=CARE_AT_HOME),
    ),
    Question(
        code="home-looked-at-first",
        words="Was home with support looked at first, and found not yet safe?",
        asked_when=Test(fact="need", is_="in", value=WAYS_HOME),
    ),
    Question(
        code="agrees-to-discussion",
        words="Have they agreed to be discussed by the neighbourhood team?",
        concept="agrees-to-discussion",
        asked_when=Test(fact="need", is_="in", value=("many-needs", "end-of-life-care", "frailty-worse")),
    ),
)
