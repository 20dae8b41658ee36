"""Does every agreement on trusted assessments name assessors, providers and kinds of assessment that there are?"""

from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import Fault, fault
from homeward.grammar.place import Place


def faults_of_agreements(place: Place, today: date) -> Iterator[Fault]:
    kinds = {form.assessment for form in place.questionnaires.values() if form.assessment}
    for each in place.agreements.values():
        for code in each.assessors:
            if code not in place.organisations:
                yield fault(
                    each,
                    "unknown-assessor",
                    f"'{each.title}' trusts '{code}', which is not an organisation of this place.",
                )
        for code in each.providers:
            if code not in place.teams:
                yield fault(
                    each, "unknown-provider", f"'{each.title}' binds '{code}', which is not a team of this place."
                )
        for kind in each.assessments:
            if kind not in kinds:
                yield fault(
                    each, "unknown-assessment", f"'{each.title}' speaks of '{kind}', which no form of this place is."
                )
