"""Which words do partners' records use?"""

from typing import Final, Literal

Outcome = Literal["new", "changed", "same"]
OUTCOMES: Final[dict[str, str]] = {"new": "New", "changed": "Changed", "same": "The same"}

NHS_NUMBER: Final = "https://fhir.nhs.uk/Id/nhs-number"
SNOMED: Final = "http://snomed.info/sct"

# Kinds that say who somebody is or who gives care; on a timeline they are no events.
ABOUT_WHO: Final = frozenset({"Patient", "RelatedPerson", "Person"})
