"""What is done here about faults in what partners send?"""

from homeward.grammar.api import DetailRule, FaultRule, ImportPolicy
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

POLICY = ImportPolicy(
    code="partners-records",
    title="Faults in partners' records",
    plain_words=(
        "What can be misread is refused and goes back to its sender with the element named. What is only odd is kept "
        "and marked, because a record with a gap is safer than no record."
    ),
    rules=(
        FaultRule(fault="structure", treatment="refuse"),
        FaultRule(fault="unknown_element", treatment="refuse"),
        FaultRule(fault="unknown_code", treatment="refuse"),
        FaultRule(fault="impossible_date", treatment="refuse"),
        FaultRule(fault="future_date", treatment="flag"),
        FaultRule(fault="bad_reference", treatment="flag"),
        FaultRule(fault="searching_reference", treatment="accept"),
        FaultRule(fault="dangling_reference", treatment="flag"),
        FaultRule(fault="wrong_nhs_number", treatment="flag"),
        FaultRule(fault="nameless_patient", treatment="flag"),
        FaultRule(fault="number_only", treatment="flag"),
        FaultRule(fault="id", treatment="refuse"),
        FaultRule(fault="character", treatment="refuse"),
    ),
    # How to reach somebody is taken over at once; who they are, where they live and whether they died is looked at first.
    details=(
        DetailRule(detail="phone", treatment="apply"),
        DetailRule(detail="email", treatment="apply"),
        DetailRule(detail="language", treatment="apply"),
    ),
    owner=BOARD,
    review_by=SPRING,
)
