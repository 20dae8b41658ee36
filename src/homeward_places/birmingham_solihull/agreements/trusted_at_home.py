"""Whose assessments at home do care homes and home care take as their own?"""

from datetime import date, timedelta

from homeward.grammar.api import TrustedAssessment
from homeward_places.birmingham_solihull.keepers import BIRMINGHAM_COUNCIL, SPRING

TRUSTED_AT_HOME = TrustedAssessment(
    code="trusted-at-home",
    title="Trusted assessment at home or in hospital",
    plain_words="What a trusted therapist, nurse, social worker or ward found counts as the provider's own assessment for 14 days.",
    assessments=("home", "transfer-of-care", "care-and-support"),
    assessors=("bchc", "uhb", "birmingham-city-council", "solihull-council"),
    providers=("made-up-home-team", "home-care-birmingham", "home-care-solihull"),
    valid_for=timedelta(days=14),
    since=date(2026, 1, 1),
    owner=BIRMINGHAM_COUNCIL,
    review_by=SPRING,
)
