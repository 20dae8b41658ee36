"""What do fewer people see in the town, and how far are records handed on there?"""

from homeward.grammar.api import AccessPolicy, Sensitivity, SharingPartner, SharingPurpose
from tests.places.millbrook import OWNER, REVIEW

LABEL = "http://terminology.hl7.org/CodeSystem/v3-ActCode"

PRIVATE = Sensitivity(
    code="private",
    title="Private",
    plain_words="What the GP alone should see.",
    weight=1,
    roles=("town-gp",),
    teams=("town-nurses",),
    labels=(f"{LABEL}|PSY",),
    owner=OWNER,
    review_by=REVIEW,
)
TOLD_IN_CONFIDENCE = Sensitivity(
    code="in-confidence",
    title="Told in confidence",
    plain_words="What a neighbour said.",
    weight=2,
    roles=("town-gp", "desk-worker"),
    person_sees=False,
    seen_in_emergency=False,
    labels=(f"{LABEL}|NOPAT",),
    owner=OWNER,
    review_by=REVIEW,
)
CARE = SharingPurpose(
    code="care", title="Care", plain_words="To look after you.", basis="unless_objected", direct_care=True,
    owner=OWNER, review_by=REVIEW,
)  # fmt: skip
RESEARCH = SharingPurpose(
    code="research", title="Research", plain_words="To learn.", basis="with_consent", fhir="HRESCH", national_opt_out=True,
    owner=OWNER, review_by=REVIEW,
)  # fmt: skip
BY_LAW = SharingPurpose(
    code="by-law",
    title="The law",
    plain_words="Because we must.",
    basis="required",
    fhir="PUBHLTH",
    owner=OWNER,
    review_by=REVIEW,
)
FRIENDS_GROUP = SharingPartner(
    code="friends", title="Friends of Millbrook", plain_words="Volunteers.", organisations=("mill-friends",),
    owner=OWNER, review_by=REVIEW,
)  # fmt: skip
TRUST_ITSELF = SharingPartner(
    code="the-trust", title="The trust", plain_words="Nurses and the ward.", organisations=("mill-trust",),
    owner=OWNER, review_by=REVIEW,
)  # fmt: skip
ACCESS = AccessPolicy(
    code="town-access",
    glass_minutes=30,
    judge_within_days=2,
    proxy_longest_days=90,
    proxy_role="townsperson",
    objection_hides=("assessment",),
    owner=OWNER,
    review_by=REVIEW,
)
