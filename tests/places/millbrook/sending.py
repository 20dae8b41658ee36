"""What does the town do about faults in what is sent to it, and which tables can it read?"""

from homeward.grammar.api import CsvColumn, CsvMapping, DetailRule, FaultRule, ImportPolicy
from tests.places.millbrook import OWNER, REVIEW

SENDING = ImportPolicy(
    code="what-is-sent",
    title="What is sent to the town",
    plain_words="The town takes what it can read.",
    details=(
        DetailRule(detail="name", treatment="apply"),
        DetailRule(detail="phone", treatment="ignore", sources=("gossip",)),
        DetailRule(detail="phone", treatment="apply"),
    ),
    rules=(
        FaultRule(fault="wrong_nhs_number", treatment="refuse"),
        FaultRule(fault="dangling_reference", treatment="refuse", sources=("gossip",)),
        FaultRule(fault="dangling_reference", treatment="accept"),
        FaultRule(fault="impossible_date", treatment="flag"),
        FaultRule(fault="unknown_code", treatment="accept"),
        FaultRule(fault="searching_reference", treatment="flag"),
    ),
    owner=OWNER,
    review_by=REVIEW,
)
AILMENTS = CsvMapping(
    code="ailments",
    title="Ailments",
    kind="Condition",
    columns=(
        CsvColumn(column="who", element="subject.reference", before="Patient/"),
        CsvColumn(column="what", element="code.text"),
        CsvColumn(column="when", element="onsetDateTime", as_="date"),
    ),
    delimiter=";",
    owner=OWNER,
    review_by=REVIEW,
)
