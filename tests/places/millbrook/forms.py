"""Which forms, reasons, numbers and programmes does the town have?"""

from datetime import date, timedelta

from homeward.grammar.api import (
    EnableWhen,
    IntakeRule,
    Item,
    Measure,
    NamedContact,
    Option,
    Programme,
    Questionnaire,
    Reason,
    ReasonList,
    ScoreItem,
    ScorePart,
    SmallNumbers,
    TargetFrom,
    TrustedAssessment,
)
from homeward.grammar.reasons import Meaning, ReasonFor
from tests.places.millbrook import OWNER, REVIEW

DOORSTEP = Questionnaire(
    code="doorstep",
    title="At the door",
    plain_words="What the visitor finds.",
    items=(
        Item(
            link_id="wishes",
            text="What do you want?",
            type="text",
            concept="what-matters",
            shelf_life=timedelta(days=365),
        ),
        Item(link_id="alone", text="Do you live alone?", type="boolean", concept="lives-alone"),
        Item(
            link_id="who",
            text="Who could sit with you?",
            type="string",
            enable_when=(EnableWhen(link_id="alone", is_="=", value=True),),
        ),
        Item(
            link_id="mood",
            text="How are you?",
            type="choice",
            required=True,
            options=(Option(code="well", title="Well"), Option(code="poorly", title="Poorly")),
        ),
        Item(link_id="done", text="What did you do?", type="text", required=True),
    ),
    assessment="doorstep",
    valid_for=timedelta(days=2),
    owner=OWNER,
    review_by=REVIEW,
)

FRAILTY = Questionnaire(
    code="frailty",
    title="Frailty",
    plain_words="One number.",
    items=(
        Item(link_id="level", text="Level", type="integer", min=1, max=9),
        Item(
            link_id="cfs",
            text="Frailty",
            type="integer",
            concept="frailty",
            score=ScoreItem(name="cfs", parts=(ScorePart(column="level", link_id="level"),)),
        ),
    ),
    owner=OWNER,
    review_by=REVIEW,
)
TRUST = TrustedAssessment(
    code="doorstep-trust",
    title="Doorstep trust",
    plain_words="The desk believes the nurse.",
    assessments=("doorstep",),
    assessors=(OWNER,),
    providers=("town-desk",),
    valid_for=timedelta(days=2),
    since=date(2026, 1, 1),
    owner=OWNER,
    review_by=REVIEW,
)

MEANINGS: dict[str, Meaning] = {"asked": "sender_withdrew", "mistake": "made_in_error", "died": "person_died"}


def _reasons(use: ReasonFor, *reasons: tuple[str, str]) -> ReasonList:
    return ReasonList(
        code=f"why-{use}",
        title="Why?",
        used_for=use,
        reasons=tuple(Reason(code=code, title=title, means=MEANINGS.get(code)) for code, title in reasons),
        owner=OWNER,
        review_by=REVIEW,
    )


REASONS = (
    _reasons("decline", ("fits-elsewhere", "Fits another team"), ("out-of-town", "Lives out of town")),
    _reasons("hand_back", ("changed", "The need changed"), ("not-home", "Nobody home")),
    _reasons("revoke", ("asked", "The person asked"), ("mistake", "Made by mistake"), ("gone-in", "Gone to hospital")),
    _reasons("close", ("met", "Need met"), ("advised", "Advice was enough"), ("died", "Died")),
    _reasons("reopen", ("back", "It came back")),
    _reasons("undo", ("slip", "A slip")),
    _reasons("pause", ("asked-to-wait", "Asked to wait")),
    _reasons("breach", ("road", "The road was shut")),
    _reasons("break_glass", ("emergency", "An emergency")),
    _reasons("unit_closed", ("no-hands", "Nobody to look after it"), ("broken", "Broken")),
)

SWIFT = Measure(
    code="swift",
    title="Seen in 2 hours",
    number="M19",
    question="Does help come in time?",
    definition="Soon needs visited in 2 hours.",
    numerator="Visited in 120 minutes",
    denominator="Soon needs received",
    population="Everybody in the town",
    target=70,
    target_by="Millbrook town meeting",
    targets=(
        TargetFrom(starts_on=date(2026, 4, 6), value=60, words="At least 60%"),
        TargetFrom(starts_on=date(2026, 7, 6), value=70, words="At least 70%"),
    ),
    source="Millbrook town meeting",
    cannot_tell=("Whether the visit helped",),
    waits_for="a table of visits",
    clock="swift-visit",
    small_numbers=SmallNumbers(least=10, round_to=10, beside="A town is small."),
    owner=OWNER,
    review_by=REVIEW,
)
TOGETHER = Programme(
    code="together",
    title="Together",
    plain_words="Doing it together.",
    services=("rapid-help",),
    owner=OWNER,
    review_by=REVIEW,
)
BY_DAY = IntakeRule(
    code="by-day",
    team="town-desk",
    calendar="daytime",
    areas=("riverside", "hillside"),
    order=10,
    because="By day the town desk takes it.",
    owner=OWNER,
    review_by=REVIEW,
)
OTHERWISE = IntakeRule(
    code="otherwise",
    team="night-desk",
    calendar="round-the-clock",
    order=99,
    fallback=True,
    because="At night the night desk takes it.",
    owner=OWNER,
    review_by=REVIEW,
)
CONTACTS = tuple(
    NamedContact(code=f"{net}-friend", area=net, title="Network friend", owner=OWNER, review_by=REVIEW)
    for net in ("net-river", "net-hill")
)
