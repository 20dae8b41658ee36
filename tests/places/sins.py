"""What would each kind of mistake look like? One deliberate bad declaration for every rule of `check`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any, Literal

from homeward.grammar.api import (
    Ability,
    AgeBand,
    AreaLink,
    BoardNumber,
    Criterion,
    Disposition,
    EnableWhen,
    Item,
    Move,
    NationalCode,
    On,
    Opening,
    Outcome,
    Pause,
    Place,
    Provider,
    Question,
    Reason,
    RedFlag,
    ScoreItem,
    ScorePart,
    Stage,
    Standard,
    Stated,
    SurgeThreshold,
    SurgeUnits,
    SyntheticPopulation,
    TargetFrom,
    Test,
    VisitKind,
    Ward,
    Watch,
    Wording,
)
from tests.places.millbrook.returning import TOWN_RETURN
from tests.places.millbrook.watching import AT_THE_COTTAGE, LADDER

Sin = Callable[[Place], Place]
EMPTY = Standard(words="", source="")
LATER = TargetFrom(starts_on=date(2027, 4, 1), value=75)


def stated(role: Literal["goal", "result"], definition: str) -> Stated:
    """A figure from a document."""
    return Stated(role=role, words="80%", value=80, period="2026", definition=definition, source="Town newsletter")


def peopled(place: Place) -> Place:
    """The place with made-up people whose ages leave half of them out."""
    shape = SyntheticPopulation(
        code="half-a-town", registered=10, ages=(AgeBand(youngest=0, oldest=99, share=0.5),), backgrounds=(), mixes=(),
        needs=(), streets=(), sign_ins=(), crews=(), source="", owner=place.card.owner, review_by=place.card.review_by,
    )  # fmt: skip
    return replace(place, populations={shape.code: shape})


def change(shelf: str, code: str, /, **words: Any) -> Sin:
    """The place with one declaration reworded."""

    def sinned(place: Place) -> Place:
        held = getattr(place, shelf)
        shelves: dict[str, Any] = {shelf: {**held, code: replace(held[code], **words)}}
        return replace(place, **shelves)

    return sinned


def drop(shelf: str, *codes: str) -> Sin:
    """The place without some declarations."""

    def sinned(place: Place) -> Place:
        kept: dict[str, Any] = {shelf: {k: v for k, v in getattr(place, shelf).items() if k not in codes}}
        return replace(place, **kept)

    return sinned


def add_stage(place: Place) -> Place:
    service = place.services["company"]
    stages = (*service.stages, Stage(code="limbo", title="Limbo", plain_words="Nowhere."))
    moves = (*service.moves, Move(code="drift", title="Drift", from_=("met",), to="limbo"))
    return change("services", "company", stages=stages, moves=moves)(place)


def add_unreached_stage(place: Place) -> Place:
    service = place.services["company"]
    stages = (*service.stages, Stage(code="attic", title="Attic", plain_words="Up there."))
    moves = (*service.moves, Move(code="descend", title="Descend", from_=("attic",), to="over"))
    return change("services", "company", stages=stages, moves=moves)(place)


def leave_the_end(place: Place) -> Place:
    service = place.services["company"]
    return change("services", "company", moves=(*service.moves, Move(code="r", title="R", from_=("over",), to="met")))(
        place
    )


WINDOWS_WRONG = tuple(replace(each, months_after=1) for each in TOWN_RETURN.windows)


def ask_for_nothing(place: Place) -> Place:
    protocol = place.protocols["desk-questions"]
    questions = (*protocol.questions, Question(code="idle", words="What is your favourite colour?"))
    return change("protocols", "desk-questions", questions=questions)(place)


def refuse_for_room(words: str) -> Sin:
    return change("reason_lists", "why-decline", reasons=(Reason(code="x", title=words),))


def twice_in_circle(place: Place) -> Place:
    links = (AreaLink(code="riverside", valid_from=date(2020, 4, 1)),)
    return change("areas", "millbrook", within=links)(place)


def no_999(place: Place) -> Place:
    protocol = place.protocols["desk-questions"]
    rules = tuple(replace(rule, call_999=False) for rule in protocol.rules)
    return change("protocols", "desk-questions", rules=rules)(place)


def item(**words: Any) -> tuple[Item, ...]:
    return (Item(**{"link_id": "a", "text": "A", "type": "string", **words}),)


def double_policy(place: Place) -> Place:
    second = replace(place.discharge_policies["way-home"], code="second-way-home")
    return replace(place, discharge_policies={**place.discharge_policies, second.code: second})


def add_round_policy(place: Place) -> Place:
    second = replace(place.round_policies["rounds"], code="other-rounds")
    return replace(place, round_policies={**place.round_policies, second.code: second})


LINK = AreaLink(code="net-river", valid_from=date(2021, 1, 1), valid_to=date(2020, 1, 1))
ROLE_AS_GOD = ("*",)
OFFICE_ONLY = (Opening(days=(0,), opens=time(9), closes=time(10)),)


# rule, the sin, the code of the declaration it is found in
def say(words: str) -> Sin:
    """The visit's message in other words."""
    return change("messages", "coming", wordings=(Wording(language="en", subject="A visit", words=words),))


def watch(**words: Any) -> Sin:
    """How the cottage hospital watches people, in other words."""
    return change("monitoring_policies", "at-the-cottage", **words)


SINS: tuple[tuple[str, Sin, str], ...] = (
    ("declared-twice", lambda place: replace(place, doubles=("Service 'x'",)), "millbrook"),
    ("shares-wrong", peopled, "half-a-town"),
    ("review-overdue", change("services", "company", review_by=date(2026, 11, 20)), "company"),
    ("unknown-owner", change("needs", "sore", owner="nobody"), "sore"),
    ("code-shape", change("needs", "sore", code="a sore!"), "a sore!"),
    ("unknown-area", change("areas", "w-quay", within=(AreaLink(code="atlantis", valid_from=date(2020, 1, 1)),)), "w-quay"),
    ("no-dates", change("areas", "w-quay", valid_from=None), "w-quay"),
    ("ends-before-it-begins", change("areas", "gp-quay", within=(LINK,)), "gp-quay"),
    ("circle", twice_in_circle, "millbrook"),
    ("practice-outside-network", change("areas", "gp-quay", within=()), "gp-quay"),
    ("network-outside-locality", change("areas", "net-river", within=()), "net-river"),
    ("ward-outside-locality", change("areas", "w-quay", within=()), "w-quay"),
    ("ward-outside-council", change("areas", "w-quay", within=()), "w-quay"),
    ("locality-outside-place", change("areas", "riverside", within=()), "riverside"),
    ("unknown-organisation", change("organisations", "gp-quay", part_of="nowhere"), "gp-quay"),
    ("no-area", change("teams", "town-nurses", areas=()), "town-nurses"),
    ("not-a-provider", change("teams", "mill-office", services=("company",)), "mill-office"),
    ("service-not-listed", change("teams", "town-nurses", services=()), "town-nurses"),
    ("unknown-calendar", change("teams", "town-nurses", calendar="full-moon"), "town-nurses"),
    ("no-hours", change("calendars", "daytime", weekly=()), "daytime"),
    ("no-such-day", change("calendars", "daytime", weekly=(Opening(days=(7,), opens=time(8), closes=time(9)),)), "daytime"),
    ("no-such-time-zone", change("calendars", "daytime", time_zone="Mars/Base"), "daytime"),
    ("bank-holidays-run-out", change("calendars", "office", bank_holidays=(date(2026, 8, 31),)), "office"),
    ("never-starts", change("clocks", "swift-visit", starts_on=()), "swift-visit"),
    ("never-stops", change("clocks", "swift-visit", stops_on=()), "swift-visit"),
    ("runs-for-ever", change("clocks", "swift-visit", abandons_on=()), "swift-visit"),
    ("no-target", change("clocks", "swift-visit", target=timedelta(0)), "swift-visit"),
    ("no-citation", change("clocks", "swift-visit", standard=EMPTY), "swift-visit"),
    ("event-shape", change("clocks", "swift-visit", starts_on=(On(event="received"),)), "swift-visit"),
    ("nobody-told", change("clocks", "swift-visit", escalations=()), "swift-visit"),
    ("unknown-role", drop("roles", "desk-worker"), "swift-visit"),
    ("unused", change("urgencies", "soon", clocks=("visit-today",)), "visit-later"),
    ("pause-without-end", change("clocks", "swift-visit", pauses=(Pause(from_=On(event="a.b"), until=(), reason="asked-to-wait"),)), "swift-visit"),
    ("pause-without-reason", change("clocks", "swift-visit", pauses=(Pause(from_=On(event="a.b"), until=(On(event="a.c"),), reason="moon"),)), "swift-visit"),
    ("unknown-clock", change("urgencies", "soon", clocks=("sundial",)), "soon"),
    ("same-order", change("urgencies", "today", order=1), "today"),
    ("no-such-priority", change("urgencies", "today", fhir_priority="quick"), "today"),
    ("permission-shape", change("roles", "keeper", permits=ROLE_AS_GOD), "keeper"),
    ("session-without-end", change("roles", "keeper", idle_minutes=0), "keeper"),
    ("no-second-factor", change("roles", "town-gp", second_factor=False), "town-gp"),
    ("no-reasons", drop("reason_lists", "why-undo"), "millbrook"),
    ("reason-not-marked", change("reason_lists", "why-close", reasons=(Reason(code="met", title="Need met"),)), "why-close"),
    ("no-capacity-reason", refuse_for_room("No capacity"), "why-decline"),
    ("nobody-meets-it", change("services", "company", needs_met=()), "company"),
    ("unknown-need", change("services", "company", needs_met=("company", "moonshine")), "company"),
    ("unknown-team", change("services", "company", providers=(Provider(team="ghosts", areas=("millbrook",)),)), "company"),
    ("unknown-urgency", change("services", "company", urgencies=("whenever",)), "company"),
    ("unknown-form", change("services", "company", questionnaires=("scroll",)), "company"),
    ("unknown-measure", change("services", "company", measures=("guess",)), "company"),
    ("unknown-stage", change("services", "company", first_stage="nowhere"), "company"),
    ("unknown-reasons", change("services", "company", decline_reasons="why-close"), "company"),
    ("unknown-fact", change("clocks", "swift-visit", applies=Test(fact="star-sign", is_="is", value="leo")), "swift-visit"),
    ("unknown-referrer", change("clocks", "swift-visit", applies=Test(fact="requester-kind", is_="in", value=("gp", "witch"))), "swift-visit"),
    ("no-catchment", change("services", "company", catchment=()), "company"),
    ("no-provider", change("services", "company", providers=()), "company"),
    ("nobody-there", change("services", "rapid-help", providers=(Provider(team="rapid-riverside", areas=("riverside",)),)), "rapid-help"),
    ("capacity-never-fresh", change("services", "company", capacity_shelf_life_hours=0), "company"),
    ("no-next-owner", change("services", "company", after_decline="tea-friends"), "company"),
    ("no-next-owner", change("services", "company", after_decline=""), "company"),
    ("nobody-at-night", change("urgencies", "soon", code="sooner"), "sooner"),
    ("dead-end", add_stage, "company"),
    ("out-of-reach", add_unreached_stage, "company"),
    ("final-but-left", leave_the_end, "company"),
    ("outcome-not-an-end", change("services", "company", outcomes=(Outcome(code="o", title="O", stage="met"),)), "company"),
    ("end-without-outcome", change("services", "company", outcomes=()), "company"),
    ("no-night-cover", change("teams", "night-desk", calendar="office"), "otherwise"),
    ("no-night-cover", drop("intake_rules", "otherwise"), "millbrook"),
    ("not-a-hub", change("intake_rules", "by-day", team="town-nurses"), "by-day"),
    ("no-named-contact", drop("contacts", "net-river-friend"), "net-river"),
    ("no-triage", drop("protocols", "desk-questions"), "millbrook"),
    ("no-words-against", change("services", "company", eligibility=(Criterion(code="c", words="C", test=Test(fact="age", is_="present")),)), "company"),
    ("red-flag-unused", change("needs", "sore", red_flags=(RedFlag(code="odd", words="Odd", do_now="Ring."),)), "sore"),
    ("no-not-sure", drop("needs", "not-sure"), "millbrook"),
    ("question-unused", ask_for_nothing, "desk-questions"),
    ("never-999", no_999, "desk-questions"),
    ("no-options", change("questionnaires", "doorstep", items=item(type="choice")), "doorstep"),
    ("no-items", change("questionnaires", "doorstep", items=()), "doorstep"),
    ("within-nothing", change("questionnaires", "doorstep", items=item(within="z")), "doorstep"),
    ("scored-before-asked", change("questionnaires", "doorstep", items=item(score=ScoreItem(name="cfs", parts=(ScorePart(column="level", link_id="z"),)))), "doorstep"),
    ("unknown-sensitivity", change("questionnaires", "doorstep", sensitivity="secret"), "doorstep"),
    ("unknown-assessor", change("agreements", "doorstep-trust", assessors=("nobody",)), "doorstep-trust"),
    ("unknown-provider", change("agreements", "doorstep-trust", providers=("nobody",)), "doorstep-trust"),
    ("unknown-assessment", change("agreements", "doorstep-trust", assessments=("none",)), "doorstep-trust"),
    ("asked-before-known", change("questionnaires", "doorstep", items=item(enable_when=(EnableWhen(link_id="z", is_="=", value=True),))), "doorstep"),
    ("no-answer-possible", change("questionnaires", "doorstep", items=item(min=5, max=1)), "doorstep"),
    ("no-definition", change("measures", "swift", denominator=""), "swift"),
    ("no-such-target", change("measures", "swift", target=700), "swift"),
    ("no-question", change("measures", "swift", question=" "), "swift"),
    ("no-population", change("measures", "swift", population=""), "swift"),
    ("no-limits", change("measures", "swift", cannot_tell=()), "swift"),
    ("waits-for-nothing", change("measures", "swift", waits_for=""), "swift"),
    ("waits-though-counted", change("measures", "swift", expression=lambda tables: tables), "swift"),
    ("nobody-set-it", change("measures", "swift", target_by=""), "swift"),
    ("targets-out-of-order", change("measures", "swift", targets=(LATER, LATER)), "swift"),
    ("two-targets", change("measures", "swift", targets=(LATER,)), "swift"),
    ("figure-without-definition", change("measures", "swift", stated=(stated("goal", ""),)), "swift"),
    ("not-the-same-thing", change("measures", "swift", stated=(stated("goal", "Hoped"), stated("result", "Guessed"))), "swift"),
    ("no-baseline", change("measures", "swift", comparator="The year before"), "swift"),
    ("unit-of-another-kind", change("measures", "swift", unit="days"), "swift"),
    ("unit-of-another-kind", change("measures", "swift", kind="count"), "swift"),
    ("rate-of-nothing", change("measures", "swift", kind="rate", unit="rate", per=0), "swift"),
    ("chart-of-another-kind", change("measures", "swift", chart="c"), "swift"),
    ("no-import-policy", drop("import_policies", "what-is-sent"), "millbrook"),
    ("no-columns", change("csv_mappings", "ailments", columns=()), "ailments"),
    ("no-such-element", change("csv_mappings", "ailments", fixed=(("a b", "c"),)), "ailments"),
    ("no-delimiter", change("csv_mappings", "ailments", delimiter=""), "ailments"),
    ("seen-by-nobody", change("sensitivities", "in-confidence", roles=()), "in-confidence"),
    ("mark-without-system", change("sensitivities", "private", labels=("PSY",)), "private"),
    ("partner-of-nobody", change("sharing_partners", "friends", organisations=()), "friends"),
    ("no-direct-care", drop("sharing_purposes", "care"), "millbrook"),
    ("no-access-policy", drop("access_policies", "town-access"), "millbrook"),
    ("never-shuts", change("access_policies", "town-access", glass_minutes=0), "town-access"),
    ("told-twice", change("messages", "coming", moment="referral_received"), "coming"),
    ("no-english", change("messages", "coming", wordings=()), "coming"),
    ("no-way", change("messages", "coming", ways=()), "coming"),
    ("open-brace", say("{name, the team comes."), "coming"),
    ("unknown-placeholder", say("{name}, you have {diagnosis}."), "coming"),
    ("no-words", say(" "), "coming"),
    ("too-long", say("x" * 613), "coming"),
    ("no-team", change("partners", "friends-system", teams=()), "friends-system"),
    ("no-codes", change("trends", "weight", codes=()), "weight"),
    ("code-twice", change("advance_decisions", "try", codes=("https://millbrook.example/wishes|let-be",)), "try"),
    ("no-system", change("advance_decisions", "try", codes=("try",)), "try"),
    ("no-time", change("advance_decisions", "let-be", review_after=timedelta()), "let-be"),
    ("two-policies", double_policy, "second-way-home"),
    ("no-policy", drop("discharge_policies", "way-home"), "cottage"),
    ("no-wards", change("hospitals", "cottage", wards=()), "cottage"),
    ("ward-twice", change("hospitals", "cottage", wards=(Ward(code="fern", name="Fern"), Ward(code="rose", name="Rose", known_as=("fern",)))), "cottage"),
    ("unknown-team", change("hospitals", "cottage", hub="nobody"), "cottage"),
    ("unknown-organisation", change("recovery_beds", "mill-house", organisation="nobody"), "mill-house"),
    ("empty-list", change("discharge_policies", "way-home", delays=()), "way-home"),
    ("unknown-service", change("discharge_policies", "way-home", recovery="nothing"), "way-home"),
    ("watched-twice", watch(services=("cottage-at-home", "cottage-at-home")), "at-the-cottage"),
    ("no-places", watch(services=("cottage-beds",)), "at-the-cottage"),
    ("no-bands", watch(bands=()), "at-the-cottage"),
    ("calmer-sooner", watch(bands=AT_THE_COTTAGE.bands[::-1]), "at-the-cottage"),
    ("no-time", watch(review_every=timedelta()), "at-the-cottage"),
    ("no-senior", watch(senior_roles=()), "at-the-cottage"),
    ("nothing-to-choose", watch(responses=()), "at-the-cottage"),
    ("nobody-at-once", watch(late=Watch(level="amber", ladder=LADDER[1:])), "at-the-cottage"),
    ("ladder-order", watch(late=Watch(level="amber", ladder=(*LADDER, LADDER[1]))), "at-the-cottage"),
    ("asleep", watch(late=Watch(level="amber", ladder=LADDER[:1])), "at-the-cottage"),
    ("unknown-advice-line", change("front_doors", "cottage", line="none"), "cottage"),
    ("unknown-form", change("front_doors", "cottage", forms=("none",)), "cottage"),
    ("unknown-fact", change("front_doors", "cottage", frailty="none"), "cottage"),
    ("unknown-way-of-arriving", change("front_doors", "cottage", crews=("by-air",)), "cottage"),
    ("nothing-to-avoid", change("front_doors", "cottage", intended=()), "cottage"),
    ("undecided", change("advice_lines", "nurse-line", outcomes=(Disposition(code="back", title="Back", hospital=False), Disposition(code="unsure", title="?", hospital=None))), "nurse-line"),
    ("never-checked", change("advice_lines", "nurse-line", checks=()), "nurse-line"),
    ("unknown-pathway", change("services", "cottage-beds", pathways=("z",)), "cottage-beds"),
    ("reads-no-service", change("surge_triggers", "beds-full", services=()), "beds-full"),
    ("unknown-service", change("surge_triggers", "beds-full", services=("moon-beds",)), "beds-full"),
    ("unknown-team", change("surge_triggers", "beds-full", teams=("town-desk",)), "beds-full"),
    ("level-order", change("surge_triggers", "beds-full", thresholds=()), "beds-full"),
    ("threshold-order", change("surge_triggers", "beds-full", thresholds=(SurgeThreshold(level=2, at=2), SurgeThreshold(level=3, at=3))), "beds-full"),
    ("no-card", drop("action_cards", "two-more-beds"), "beds-full"),
    ("no-steps", change("action_cards", "two-more-beds", steps=()), "two-more-beds"),
    ("unknown-trigger", change("action_cards", "two-more-beds", triggers=("moon",)), "two-more-beds"),
    ("no-count", change("action_cards", "two-more-beds", opens=(SurgeUnits(service="cottage-beds", team="cottage-ward", count=0),)), "two-more-beds"),
    ("unknown-organisation", change("returns", "town-csds", commissioner="nobody"), "town-csds"),
    ("no-ods-code", change("returns", "town-csds", providers=("mill-friends",)), "town-csds"),
    ("windows", change("returns", "town-csds", windows=()), "town-csds"),
    ("window-order", change("returns", "town-csds", windows=WINDOWS_WRONG), "town-csds"),
    ("declared-twice", change("returns", "town-csds", codes=(NationalCode(item="x", ours="a", national="1"),) * 2), "town-csds"),
    ("unknown-measure", change("situation_reports", "town-response", measure="none"), "town-response"),
    ("no-measure", change("situation_reports", "town-response", measure=None), "town-response"),
    ("one-policy", add_round_policy, "other-rounds"),
    ("carers", change("round_policies", "rounds", visit_kinds=(VisitKind(needs=("fall",), minutes=20, carers=3),)), "rounds"),
    ("nobody-able", change("round_policies", "rounds", visit_kinds=(VisitKind(needs=(), minutes=20, skills=("flying",)),)), "rounds"),
    ("travel", change("round_policies", "rounds", abilities=(Ability(role="town-nurse", skills=(), travels_by="balloon"),)), "rounds"),
    ("hours", change("round_policies", "rounds", opens_hour=20), "rounds"),
    ("no-decision", change("round_policies", "rounds", no_access=()), "rounds"),
    ("no-reasons", change("round_policies", "rounds", deferral_reasons=()), "rounds"),
    ("unknown-measure", change("dashboards", "town-board", numbers=(BoardNumber(measure="guess", why="W."),)), "town-board"),
    ("unknown-feed", change("dashboards", "town-board", feeds=("rumour",)), "town-board"),
    ("unknown-role", change("dashboards", "town-board", audience=("king",)), "town-board"),
    ("cannot-open", change("dashboards", "town-board", audience=("townsperson",)), "town-board"),
    ("no-question", change("dashboards", "town-board", question="All is well."), "town-board"),
    ("empty-board", change("dashboards", "town-board", numbers=(), feeds=()), "town-board"),
    ("too-many-numbers", change("dashboards", "town-board", numbers=(BoardNumber(measure="swift", why="W."),) * 10), "town-board"),
    ("no-reason", change("dashboards", "town-board", numbers=(BoardNumber(measure="swift", why=" "),)), "town-board"),
    ("no-safety", change("dashboards", "town-board", numbers=(BoardNumber(measure="swift", why="W.", safety="swift"),)), "town-board"),
    ("no-such-way", change("feeds", "beds-told", way="pigeon"), "beds-told"),
    ("no-source", change("feeds", "beds-told", sources=()), "beds-told"),
    ("no-rhythm", change("feeds", "beds-told", every=timedelta()), "beds-told"),
    ("no-such-share", change("feeds", "beds-told", invalid_most=101.0), "beds-told"),
    ("not-https", change("partners", "friends-system", address="http://friends.example"), "friends-system"),
)  # fmt: skip
