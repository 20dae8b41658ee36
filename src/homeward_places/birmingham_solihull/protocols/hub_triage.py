"""How does a hub decide how urgent a need is? A local proposal that its clinical lead must confirm before use."""

from homeward.grammar.api import AllOf, AnyOf, Rule, SecondLook, Standard, Test, TriageProtocol
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.protocols.questions import QUESTIONS

TWO_HOUR_NEEDS = (
    "fall",
    "frailty-worse",
    "less-able",
    "palliative-crisis",
    "urgent-equipment",
    "sudden-confusion",
    "catheter-problem",
    "diabetes-unstable",
    "carer-cannot-go-on",
)


def _yes(fact: str) -> Test:
    return Test(fact=fact, is_="true")


# Questions of the protocol and red flags of the needs that mean a 999 call.
LIFE_IN_DANGER = (
    "stroke-signs",
    "chest-pain",
    "hard-to-wake",
    "heavy-bleeding",
    "cannot-finish-sentence",
    "head-injury",
    "cannot-stand",
    "sepsis-signs",
    "blood-sugar",
)

RULES = (
    Rule(
        code="life-in-danger",
        when=AnyOf(parts=tuple(_yes(sign) for sign in LIFE_IN_DANGER)),
        urgency="two-hours",
        because="A life may be in danger. Call 999 now and stay on the line.",
        call_999=True,
    ),
    Rule(
        code="harm-to-self-or-others",
        when=_yes("self-harm"),
        urgency="two-hours",
        because="The person talks of ending their life or harming someone. Stay on the line.",
    ),
    Rule(
        code="new-weakness-with-cancer",
        when=_yes("cord-compression"),
        urgency="two-hours",
        because="New weakness with cancer may be pressure on the spine: it needs a scan today.",
    ),
    Rule(
        code="may-be-harmed",
        when=_yes("safeguarding"),
        urgency="same-day",
        because="The person may be being hurt or neglected. Raise a safeguarding concern today.",
    ),
    Rule(
        code="very-unwell-by-score",
        when=Test(fact="news2-total", is_="at_least", value=7),
        urgency="two-hours",
        because="A NEWS2 of 7 or more is an emergency response unless a plan says to stay at home.",
        call_999=True,
    ),
    Rule(
        code="unwell-by-score",
        when=Test(fact="news2-total", is_="at_least", value=5),
        urgency="two-hours",
        because="A NEWS2 of 5 or more needs an urgent clinical response.",
    ),
    Rule(
        code="on-the-floor",
        when=AnyOf(parts=(_yes("still-on-floor"), _yes("long-lie"))),
        urgency="two-hours",
        because="The person is, or has long been, on the floor: an hour there does harm.",
    ),
    Rule(
        code="would-go-to-hospital",
        when=AllOf(parts=(Test(fact="need", is_="in", value=TWO_HOUR_NEEDS), _yes("hospital-today-without-help"))),
        urgency="two-hours",
        because="Without help in the next two hours the person would probably go to hospital.",
    ),
    Rule(
        code="not-safe-alone",
        when=AllOf(parts=(_yes("alone-now"), _yes("not-safe-alone"))),
        urgency="two-hours",
        because="The person is alone and not safe.",
    ),
    Rule(
        code="symptoms-not-held",
        when=_yes("pain-not-held"),
        urgency="two-hours",
        because="Pain or distress is not held by the medicines in the house.",
    ),
    Rule(
        code="sudden-confusion",
        when=_yes("new-confusion"),
        urgency="two-hours",
        because="New confusion is delirium until shown otherwise.",
    ),
    Rule(
        code="no-urine",
        when=_yes("no-urine"),
        urgency="two-hours",
        because="A blocked catheter with pain can harm the kidneys within hours.",
    ),
    Rule(
        code="carer-stopped",
        when=AllOf(parts=(_yes("carer-stopped"), _yes("needs-help-today"))),
        urgency="two-hours",
        because="Nobody is there to give care that the person cannot do without.",
    ),
    Rule(
        code="nursing-today",
        when=AllOf(
            parts=(
                Test(fact="need", is_="in", value=("wound-care", "nursing-at-home", "catheter-problem")),
                _yes("needs-help-today"),
            )
        ),
        urgency="four-hours",
        because="Nursing that cannot wait until tomorrow is given within four hours.",
    ),
    Rule(
        code="cannot-wait-until-tomorrow",
        when=_yes("needs-help-today"),
        urgency="same-day",
        because="The referrer says it cannot wait until tomorrow.",
    ),
)

HUB_TRIAGE = TriageProtocol(
    code="hub-triage",
    title="How soon is help needed?",
    questions=QUESTIONS,
    rules=RULES,
    second_look=SecondLook(
        lowering_from=("two-hours", "four-hours"),
        permission="referral.second_look",
        words="A clinician who has not yet looked must agree before this is made less urgent.",
        always_when=AnyOf(parts=(_yes("end-of-life"), _yes("not-safe-alone"))),
    ),
    standard=Standard(
        words="Rules follow the nine two-hour needs and NEWS2 response bands; wording and thresholds are a proposal.",
        source="Local proposal; needs from NHS England urgent community response, bands from RCP NEWS2",
        local_proposal=True,
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
