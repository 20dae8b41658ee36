"""How long does a broken glass open here, when is it judged, and how long may somebody act for another?"""

from homeward.grammar.api import AccessPolicy
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

POLICY = AccessPolicy(
    code="access",
    glass_minutes=60,
    judge_within_days=3,
    proxy_longest_days=366,
    proxy_role="carer",
    adult_at=16,
    parental_proxies=False,
    objection_hides=("registered", "assessment", "carer"),
    owner=BOARD,
    review_by=SPRING,
)
