"""How soon is somebody on a virtual ward looked at again, and what must be so before they join?"""

from datetime import timedelta

from homeward.grammar.api import (
    AtVisits,
    GapReason,
    JoiningCheck,
    MonitoringPolicy,
    Response,
    Rise,
    ScoreBand,
    Standard,
    Watch,
)
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.monitoring.ladders import AMBER, RED, REVIEW
from homeward_places.birmingham_solihull.monitoring.signs import SIGNS

VIRTUAL_WARDS = MonitoringPolicy(
    code="virtual-wards",
    title="Watching at home",
    services=("virtual-ward-frailty", "virtual-ward-respiratory"),
    score="news2",
    youngest=16,
    # The bands are the score's own (RCP, NEWS2, December 2017, chart 4: 5 or 6 urgent, 7 or more emergency, 3 in one sign urgent ward-based),
    # on SpO2 scale 1 or 2 and with new confusion as 3; the points themselves are in homeward/plans/rules/scores/news2.py.
    bands=(
        ScoreBand(response="low", title="Low", look_again=timedelta(hours=12)),
        ScoreBand(response="low-medium", title="One sign scores 3", look_again=timedelta(hours=4), level="amber", ladder=AMBER),
        ScoreBand(response="medium", title="Medium", look_again=timedelta(hours=1), level="red", ladder=RED),
        ScoreBand(response="high", title="High", look_again=timedelta(minutes=30), level="red", ladder=RED),
    ),
    late=Watch(level="amber", ladder=AMBER, grace=timedelta(minutes=30)),
    worried=Watch(level="amber", ladder=AMBER),
    review=Watch(level="amber", ladder=REVIEW),
    rising=Rise(points=3, within=timedelta(hours=24), watch=Watch(level="amber", ladder=AMBER)),
    at_visits=AtVisits(
        services=(
            "urgent-community-response", "early-intervention-community-team", "district-nursing", "community-therapies", "recovery-beds",
            "opal-plus-advice-line",
        ),
        total="news2-total",
    ),
    review_every=timedelta(hours=24),
    senior_roles=("ward-senior", "hub-clinician"),
    signs=SIGNS,
    gap_reasons=(
        GapReason(code="said-no", title="They do not want to be measured now", longest=timedelta(hours=12), refused=True),
        GapReason(code="no-night-waking", title="They asked not to be woken at night", longest=timedelta(hours=9), refused=True),
        GapReason(code="device-broken", title="The device does not work", longest=timedelta(hours=4)),
        GapReason(code="out", title="They are out, at an appointment or with family", longest=timedelta(hours=6)),
        GapReason(code="comfort-first", title="Comfort comes first: agreed not to measure", longest=timedelta(hours=72), asks_for_words=True),
        GapReason(code="another-reason", title="Another reason", longest=timedelta(hours=4), asks_for_words=True),
    ),
    joining=(
        JoiningCheck(code="agreed", words="They, or whoever decides for them, agree to hospital care at home",
                     otherwise="Explain the other choices, then write down what they want."),
        JoiningCheck(code="senior", words="A named senior clinician has agreed that home is safe",
                     otherwise="Ring the senior clinician on duty first."),
        JoiningCheck(code="reach", words="Somebody at home can answer the telephone and open the door, day and night",
                     otherwise="Arrange a key safe and a sitter, or choose a bed."),
        JoiningCheck(code="score-fits", words="They are not pregnant, so the score fits them",
                     otherwise="Ask maternity: another score is used in pregnancy."),
    ),
    responses=(
        Response(code="999", title="Called 999"),
        Response(code="visit-now", title="Somebody is going to see them now"),
        Response(code="treatment", title="Treatment changed or started"),
        Response(code="senior-told", title="A senior clinician decides"),
        Response(code="look-again", title="Rang them; looked at again sooner"),
        Response(code="expected", title="Expected for them; nothing more to do", helped=False),
        Response(code="false-alarm", title="The measurement was wrong", helped=False),
    ),
    longest_stay=timedelta(days=30),
    usual_stay=timedelta(days=14),
    kept_in_hospital=timedelta(hours=48),
    standard=Standard(
        words="Watching follows the score, on a ward and at a visit; a senior clinician reviews everybody on a ward every day. How soon to look again, and which rise is told, is ours.",
        source="NHS England, Virtual wards operational framework; Royal College of Physicians, NEWS2, 2017",
        local_proposal=True,
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)  # fmt: skip
