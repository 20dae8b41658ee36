"""Which services does the town have? A desk, a rapid team, nurses, cottage beds and company."""

from typing import Any

from homeward.grammar.api import Criterion, Move, On, Outcome, Provider, Service, Stage, Test
from tests.places.millbrook import OWNER, REVIEW
from tests.places.millbrook.organisations import BOTH

ADULT = Criterion(code="grown-up", words="Is 18 or over", against="Is under 18", test=Test(fact="age", is_="at_least", value=18))
OLDER = Criterion(code="sixty", words="Is 60 or over", against="Is under 60", test=Test(fact="age", is_="at_least", value=60))
KNOWN = Criterion(code="known", words="Knows them", test=Test(fact="known-to-team", is_="true"), kind="prefer")
DANGER = Criterion(
    code="danger", words="No life is in danger", against="A life is in danger", test=Test(fact="danger-now", is_="true"), kind="must_not"
)
STAGES = (
    Stage(code="taken-on", title="Taken on", plain_words="A team has said yes."),
    Stage(code="met", title="Met", plain_words="Someone has met you."),
    Stage(code="over", title="Over", plain_words="This help has ended."),
    Stage(code="elsewhere", title="Elsewhere", plain_words="Another team has taken over."),
)
MOVES = (
    Move(
        code="meet",
        title="Record the visit",
        from_=("taken-on",),
        to="met",
        permission="visit.record_contact",
        asks=("doorstep",),
        on=(On(event="visit.record_contact"),),
    ),
    Move(code="end", title="End", from_=("met",), to="over", permission="episode.close"),
    Move(code="pass-on", title="Pass on", from_=("taken-on", "met"), to="elsewhere", permission="episode.close"),
)
OUTCOMES = (
    Outcome(code="well-at-home", title="Well at home", stage="over", at_home=True, avoids_admission=True),
    Outcome(code="passed-on", title="Passed on", stage="elsewhere"),
)


def _service(**words: Any) -> Service:
    usual: dict[str, Any] = {
        "catchment": ("millbrook",),
        "eligibility": (ADULT, DANGER, KNOWN),
        "stages": STAGES,
        "moves": MOVES,
        "first_stage": "taken-on",
        "final_stages": ("over", "elsewhere"),
        "questionnaires": ("doorstep",),
        "outcomes": OUTCOMES,
        "decline_reasons": "why-decline",
        "after_decline": "town-desk",
        "capacity_shelf_life_hours": 8,
        "owner": OWNER,
        "review_by": REVIEW,
    }
    return Service(**{**usual, **words})


RAPID_HELP = _service(
    code="rapid-help",
    title="Rapid help",
    plain_words="Someone at your door in 2 hours.",
    providers=tuple(Provider(team=f"rapid-{each}", areas=(each,)) for each in BOTH),
    needs_met=("tumble", "not-sure", "sore"),
    calendar="daytime",
    urgencies=("soon", "today"),
    setting="home",
    capacity_kind="visits",
    usual_first_visit_hours=1.0,
    clocks=("swift-visit",),
    measures=("swift",),
    csds_service_type="51",
    self_referral=True,
    also_recorded=("muddled",),
)
HOME_NURSING = _service(
    code="home-nursing",
    title="Town nurses",
    plain_words="A nurse at home.",
    providers=(Provider(team="town-nurses", areas=BOTH),),
    needs_met=("sore", "tumble"),
    calendar="round-the-clock",
    urgencies=("soon", "today", "later"),
    setting="home",
    capacity_kind="visits",
    usual_first_visit_hours=3.0,
    clocks=("visit-today",),
    csds_service_type="12",
)
COTTAGE_BEDS = _service(
    code="cottage-beds",
    title="Cottage beds",
    plain_words="A bed while you get better.",
    providers=(Provider(team="cottage-ward", areas=BOTH),),
    needs_met=("tumble", "homeward-bound"),
    calendar="round-the-clock",
    urgencies=("soon", "today"),
    setting="bed",
    capacity_kind="beds",
    pathways=("c",),
    usual_first_visit_hours=6.0,
    clocks=("visit-today",),
    csds_service_type="54",
)
COTTAGE_AT_HOME = _service(
    code="cottage-at-home",
    title="Cottage hospital at home",
    plain_words="The cottage hospital looks after you in your own bed.",
    providers=(Provider(team="cottage-ward", areas=BOTH),),
    needs_met=("tumble", "homeward-bound"),
    calendar="round-the-clock",
    urgencies=("soon", "today"),
    setting="home",
    capacity_kind="places",
    usual_first_visit_hours=4.0,
    clocks=("visit-today",),
    csds_service_type="53",
)
COMPANY = _service(
    code="company",
    title="Tea and company",
    plain_words="Somebody to drink tea with.",
    eligibility=(OLDER,),
    providers=(Provider(team="tea-friends", areas=BOTH),),
    needs_met=("company",),
    calendar="office",
    urgencies=("later",),
    setting="home",
    capacity_kind="places",
    clocks=("visit-later",),
    self_referral=True,
)
FRONT_DESK = _service(
    code="front-desk",
    title="Town desk",
    plain_words="The desk that finds the right help.",
    eligibility=(),
    providers=(Provider(team="town-desk", areas=BOTH), Provider(team="night-desk", areas=BOTH)),
    needs_met=("not-sure", "homeward-bound"),
    calendar="round-the-clock",
    urgencies=("soon", "today", "later"),
    setting="home",
    capacity_kind="calls",
    clocks=("desk-decides", "question-asked"),
    after_decline="night-desk",
    hub=True,
)
