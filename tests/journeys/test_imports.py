"""Journey: the place's owner looks at a delivery before it counts, decides who is meant, applies it, and tries again what was rejected."""

import json
from datetime import date
from typing import Any

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.visitor import Visitor

NHS = "https://fhir.nhs.uk/Id/nhs-number"


def test_a_delivery_is_looked_at_decided_applied_and_tried_again(cast: Cast, person: InNeed) -> None:
    martin = cast("martin")
    first = given_a_file_was_read_and_nothing_changed(martin, person)
    when_it_is_applied(martin)
    then_what_nobody_could_place_is_rejected_with_its_reason(martin)
    when_another_file_means_somebody_else_by_the_same_number(martin, person)
    then_it_waits_until_martin_says_who_is_meant(martin, person)
    when_the_sender_says_who_the_rejected_one_is_about(martin, person)
    then_what_was_rejected_is_taken_when_it_is_tried_again(martin, first)


def test_a_new_address_is_seen_beside_ours_before_it_counts(cast: Cast, person: InNeed) -> None:
    martin = cast("martin")
    told = patient(person, "p1", address=[{"line": ["3 Mill Lane"], "postalCode": "B29 6JF"}])
    brings(martin, told)
    martin.presses("Apply what is not in doubt")
    brings(martin, {**told, "address": [{"line": ["9 Canal Side"], "postalCode": "B1 1AA"}]})
    martin.presses("Apply what is not in doubt")
    martin.opens("/imports/")
    martin.follows("Details of people that differ")
    martin.is_on("Details that differ")
    card = martin.page.locator("section.hw-card").filter(has_text=person.family).filter(has_text=person.given)
    card.get_by_text("9 Canal Side, B1 1AA").wait_for()
    martin.pictures("details-that-differ")
    martin.presses("Take theirs", within=card)
    martin.sees("Taken over.")
    martin.opens("/imports/details/?state=applied")
    martin.sees("9 Canal Side")


def test_what_changed_between_looking_and_applying_is_looked_at_again(cast: Cast, person: InNeed) -> None:
    martin = cast("martin")
    given_a_weight_is_known(martin, person)
    looked_at = brings(martin, weight(person, "o1", "p1", kilograms=64.0))
    martin.sees("Changed (1)")
    when_another_change_is_applied_meanwhile(martin, person)
    then_the_first_is_not_applied_over_it(martin, looked_at)
    when_martin_decides_after_seeing_both(martin)
    then_it_is_applied(martin, looked_at)


def patient(person: InNeed, id: str, **changes: Any) -> dict[str, Any]:
    day, month, year = map(int, person.born.split())
    return {
        "resourceType": "Patient", "id": f"{id}-{person.nhs_number}", "birthDate": date(year, month, day).isoformat(),
        "identifier": [{"system": NHS, "value": person.nhs_number}], "name": [{"family": person.family, "given": [person.given]}],
        **changes,
    }  # fmt: skip


def weight(person: InNeed, id: str, of: str, *, kilograms: float = 61.5) -> dict[str, Any]:
    return {
        "resourceType": "Observation", "id": f"{id}-{person.nhs_number}", "status": "final", "code": {"text": "Weight"},
        "subject": {"reference": f"Patient/{of}-{person.nhs_number}"}, "effectiveDateTime": "2026-03-02",
        "valueQuantity": {"value": kilograms, "unit": "kg"},
    }  # fmt: skip


def brings(martin: Visitor, *resources: dict[str, Any]) -> str:
    """Hand in a file; the address of the page that shows what it would change."""
    martin.opens("/imports/")
    martin.follows("Bring in a file")
    martin.is_on("Bring in a file")
    martin.page.get_by_label("Who sent it").select_option(index=1)
    text = "".join(json.dumps(each) + "\n" for each in resources)
    martin.page.get_by_label("The file").set_input_files(
        {"name": "sent.ndjson", "mimeType": "application/x-ndjson", "buffer": text.encode()}
    )
    martin.presses("Read and compare")
    martin.sees("Nothing is changed until you apply it.")
    return martin.page.url


def given_a_file_was_read_and_nothing_changed(martin: Visitor, person: InNeed) -> str:
    address = brings(martin, patient(person, "p1"), weight(person, "o1", "p1"), weight(person, "o2", "later"))
    martin.sees("New (2)")
    martin.sees("Rejected (1)")
    martin.pictures("a-delivery")
    martin.opens(f"{address}?state=new")
    martin.follows("Patient: ")
    martin.sees(f'"family": "{person.family}"')
    martin.opens(address)
    return address


def when_it_is_applied(martin: Visitor) -> None:
    martin.presses("Apply what is not in doubt")
    martin.sees("Applied (2)")


def then_what_nobody_could_place_is_rejected_with_its_reason(martin: Visitor) -> None:
    martin.follows("Rejected (1)")
    martin.sees("says who that is.")


def when_another_file_means_somebody_else_by_the_same_number(martin: Visitor, person: InNeed) -> None:
    other = patient(person, "p2", name=[{"family": "Wrenfield", "given": ["Tobias"]}], birthDate="1988-01-02")
    brings(martin, other, weight(person, "o3", "p2"))
    martin.sees("Clash (2)")


def then_it_waits_until_martin_says_who_is_meant(martin: Visitor, person: InNeed) -> None:
    address = martin.page.url
    martin.page.locator("main .hw-moves a").first.click()
    martin.sees("The NHS number belongs to")
    with martin.expecting(422):
        martin.presses("Decide")
    martin.sees("Choose what shall hold.")
    martin.pictures("who-is-meant")
    martin.page.get_by_label("It is about somebody else: register them apart").check()
    martin.presses("Decide")
    martin.sees("Your decision is noted.")
    martin.opens(address)
    martin.presses("Apply what is not in doubt")
    martin.sees("Applied (2)")


def when_the_sender_says_who_the_rejected_one_is_about(martin: Visitor, person: InNeed) -> None:
    brings(martin, patient(person, "later"))
    martin.presses("Apply what is not in doubt")
    martin.sees("Applied (1)")


def then_what_was_rejected_is_taken_when_it_is_tried_again(martin: Visitor, first: str) -> None:
    martin.opens(first)
    martin.presses("Try again what was rejected")
    martin.sees("1 tried again.")
    martin.sees("New (1)")
    martin.presses("Apply what is not in doubt")
    martin.sees("Applied (3)")


def given_a_weight_is_known(martin: Visitor, person: InNeed) -> None:
    brings(martin, patient(person, "p1"), weight(person, "o1", "p1"))
    martin.presses("Apply what is not in doubt")
    martin.sees("Applied (2)")


def when_another_change_is_applied_meanwhile(martin: Visitor, person: InNeed) -> None:
    brings(martin, weight(person, "o1", "p1", kilograms=63.0))
    martin.presses("Apply what is not in doubt")
    martin.sees("Applied (1)")


def then_the_first_is_not_applied_over_it(martin: Visitor, looked_at: str) -> None:
    martin.opens(looked_at)
    martin.presses("Apply what is not in doubt")
    martin.sees("Clash (1)")


def when_martin_decides_after_seeing_both(martin: Visitor) -> None:
    martin.opens(f"{martin.page.url.partition('?')[0]}?state=clash")
    martin.page.locator("main .hw-moves a").first.click()
    martin.sees("version 2 stands now")
    martin.sees('"value": 63.0')
    martin.sees('"value": 64.0')
    martin.pictures("a-clash-at-apply-time")
    martin.page.get_by_label("Take what came").check()
    martin.presses("Decide")
    martin.sees("Your decision is noted.")


def then_it_is_applied(martin: Visitor, looked_at: str) -> None:
    martin.opens(looked_at)
    martin.sees("Applied (1)")
    martin.sees("Martin Insley took what came over version 2.")
