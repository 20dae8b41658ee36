"""How does the cottage hospital watch people in their own beds?"""

from datetime import timedelta

from homeward.grammar.api import (
    GapReason,
    JoiningCheck,
    MonitoringPolicy,
    Response,
    Rung,
    ScoreBand,
    Sign,
    Standard,
    Watch,
)
from tests.places.millbrook import OWNER, REVIEW

LADDER = (
    Rung(after=timedelta(), words="Look now.", roles=("town-nurse",)),
    Rung(after=timedelta(minutes=15), team="night-desk", words="Nobody looked. Ring them.", roles=("desk-worker",)),
)
AT_THE_COTTAGE = MonitoringPolicy(
    code="at-the-cottage",
    title="Watching in their own beds",
    services=("cottage-at-home",),
    score="news2",
    youngest=16,
    bands=(
        ScoreBand(response="low", title="Low", look_again=timedelta(hours=8)),
        ScoreBand(response="low-medium", title="One sign", look_again=timedelta(hours=2), level="amber", ladder=LADDER),
        ScoreBand(response="medium", title="Medium", look_again=timedelta(hours=1), level="red", ladder=LADDER),
        ScoreBand(response="high", title="High", look_again=timedelta(minutes=15), level="red", ladder=LADDER),
    ),
    late=Watch(level="amber", ladder=LADDER, grace=timedelta(minutes=20)),
    worried=Watch(level="amber", ladder=LADDER),
    review=Watch(level="amber", ladder=LADDER),
    review_every=timedelta(hours=24),
    senior_roles=("town-nurse",),
    signs=(Sign(column="heart_rate", codes=("http://loinc.org|8867-4",)),),
    gap_reasons=(GapReason(code="no-thanks", title="They said no", longest=timedelta(hours=6), refused=True),),
    joining=(JoiningCheck(code="agrees", words="They agree", otherwise="Ask them."),),
    responses=(Response(code="rang", title="Rang them"),),
    longest_stay=timedelta(days=20),
    usual_stay=timedelta(days=7),
    kept_in_hospital=timedelta(hours=24),
    standard=Standard(words="The town's own rule.", source="Millbrook town meeting", local_proposal=True),
    owner=OWNER,
    review_by=REVIEW,
)
