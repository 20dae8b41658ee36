"""Journey: somebody goes from hospital to a recovery bed, gets stronger there, and goes home; the ledger knows the bed all along."""

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.visitor import Visitor
from tests.journeys.test_flow import given_she_was_admitted, when_the_ward_says_that_she_could_leave

SITES = ("Moseley Hall Hospital", "West Heath Hospital", "Norman Power Centre", "Ann Marie Howes Centre", "Perry Trees Centre")
GOAL = "Walk to the shop at the corner"


def test_a_recovery_bed_ends_at_home(cast: Cast, person: InNeed) -> None:
    declan, olive, tess = cast("declan"), cast("olive"), cast("tess")
    stay = given_she_was_admitted(declan, person)
    when_the_ward_says_that_she_could_leave(declan, stay)
    and_a_recovery_bed_is_agreed_with_its_steps(declan, olive, stay)
    site, bed, address = when_a_free_bed_is_found_on_the_ledger(olive)
    and_she_left_hospital_for_it(olive, stay, site, bed)
    then_the_ledger_says(olive, address, "Somebody is in it")
    when_the_therapist_sets_a_goal(tess, person, bed)
    and_she_goes_home_stronger(tess)
    then_the_ledger_says(olive, address, "Being cleaned")


def and_a_recovery_bed_is_agreed_with_its_steps(declan: Visitor, olive: Visitor, stay: str) -> None:
    declan.opens(f"/flow/{stay}/recommend/")
    declan.ticks("P2 recovery bed, then home")
    declan.presses("Recommend")
    olive.opens(f"/flow/{stay}/agree/")
    olive.ticks("P2 recovery bed, then home")
    olive.presses("Agree")
    olive.sees("Agreed. Each step has its owner.")


def when_a_free_bed_is_found_on_the_ledger(olive: Visitor) -> tuple[str, str, str]:
    """The site, the bed's name, and the address of its own page."""
    olive.opens("/capacity/units/?show=free")
    group = (
        olive.page.locator("section").filter(has_text="Recovery beds").filter(has=olive.page.locator(".hw-unit")).first
    )
    said = group.inner_text()
    found = group.locator(".hw-unit").first.get_by_role("link")
    site = next(each for each in SITES if each in said)
    return site, found.inner_text().strip(), found.get_attribute("href") or ""


def and_she_left_hospital_for_it(olive: Visitor, stay: str, site: str, bed: str) -> None:
    olive.opens(f"/flow/{stay}/leave/")
    olive.ticks("A recovery bed")
    olive.presses("They have left")
    olive.sees("Recorded. They are off the board.")
    olive.opens(f"/flow/{stay}/recovery-bed/")
    olive.chooses("Where is the bed", site)
    olive.types("Bed", "Bed 4711")
    with olive.expecting(422):
        olive.presses("Save")
    olive.sees("There is no such bed here. Free now:")
    olive.types("Bed", bed)
    olive.types("Barthel index, out of 20", "9")
    olive.presses("Save")
    olive.sees("Recorded. The team of the beds looks after them.")


def then_the_ledger_says(olive: Visitor, address: str, words: str) -> None:
    olive.opens(address)
    olive.sees(words)


def when_the_therapist_sets_a_goal(tess: Visitor, person: InNeed, bed: str) -> None:
    tess.opens("/flow/beds/")
    tess.pictures("recovery-beds")
    row = tess.page.locator("tr").filter(has_text=person.name)
    tess.follows("Open", within=row)
    tess.sees(bed)
    tess.follows("Set a goal")
    tess.types("What they want to be able to do again", GOAL)
    tess.presses("Set the goal")
    tess.sees(GOAL)


def and_she_goes_home_stronger(tess: Visitor) -> None:
    tess.follows("Record that they have left")
    tess.ticks("Goals met")
    tess.ticks("Own home")
    with tess.expecting(422):
        tess.presses("They have left")
    tess.sees("Enter the Barthel index, or say why there is none.")
    tess.ticks(GOAL)
    tess.types("Barthel index now, out of 20", "15")
    tess.presses("They have left")
    tess.sees("Recorded.")
