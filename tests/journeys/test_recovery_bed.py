"""Journey: a recovery bed is asked for, refused, kept again and given; somebody gets stronger there and goes home. The ledger knows it all along."""

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.visitor import Visitor
from tests.journeys.test_flow import given_she_was_admitted, when_the_ward_says_that_she_could_leave

SITES = ("Moseley Hall Hospital", "West Heath Hospital", "Norman Power Centre", "Ann Marie Howes Centre", "Perry Trees Centre")
GOAL = "Walk to the shop at the corner"


def test_a_recovery_bed_ends_at_home(cast: Cast, person: InNeed) -> None:
    declan, olive, tess = cast("declan"), cast("olive"), cast("tess")
    stay = given_she_was_admitted(declan, person)
    when_the_ward_says_that_she_could_leave(declan, stay)
    site, bed, address = when_a_free_bed_is_found_on_the_ledger(olive)
    and_a_recovery_bed_is_agreed_and_kept(declan, olive, stay, site)
    then_the_open_board_of_the_ward_shows_it(declan, person, site)
    when_its_team_says_no_the_hub_has_it_again(olive, tess, stay, person)
    when_it_is_kept_again_its_team_says_yes(olive, tess, stay, person, site)
    bed, address = then_it_is_booked_for_her(declan, olive, person, stay)
    and_she_left_hospital_for_it(olive, stay, site, bed)
    then_the_ledger_says(olive, address, "Somebody is in it")
    and_its_own_team_reads_who(tess, address, person)
    when_the_therapist_sets_a_goal(tess, person, bed)
    and_she_goes_home_stronger(tess)
    then_the_ledger_says(olive, address, "Being cleaned")


def and_a_recovery_bed_is_agreed_and_kept(declan: Visitor, olive: Visitor, stay: str, site: str) -> None:
    declan.opens(f"/flow/{stay}/recommend/")
    declan.ticks("P2 recovery bed, then home")
    declan.presses("Recommend")
    olive.opens(f"/flow/{stay}/agree/")
    olive.ticks("P2 recovery bed, then home")
    kept = olive.field("If it is a recovery bed, keep one for a day at")
    kept.select_option(label=next(each for each in kept.locator("option").all_inner_texts() if each.startswith(site)))
    olive.presses("Agree")
    olive.sees("Agreed. Each step has its owner.")
    olive.sees("Its team has not said yes yet")


def then_the_open_board_of_the_ward_shows_it(declan: Visitor, person: InNeed, site: str) -> None:
    declan.opens(f"/flow/?hospital=heartlands-hospital&show=bed&q={person.family}")
    declan.sees("Bed held", within="#board-rows")
    declan.sees(f"{site}, no answer yet, until", within="#board-rows")
    expect(declan.page.locator("[data-board]")).to_have_attribute("data-state", "live")
    declan.pictures("flow-bed-kept")


def when_its_team_says_no_the_hub_has_it_again(olive: Visitor, tess: Visitor, stay: str, person: InNeed) -> None:
    tess.opens("/flow/beds/")
    tess.pictures("recovery-beds-kept")
    row = tess.page.locator("tr").filter(has_text=person.name)
    tess.follows("Say no", within=row)
    tess.is_on("Say no: they cannot come to this bed")
    with tess.expecting(422):
        tess.presses("Say no")
    tess.sees("Say why they cannot come to this bed.")
    tess.types("Why they cannot come to this bed", "Needs two people at night, and we have one")
    tess.presses("Say no")
    tess.is_on("Recovery beds")
    tess.sees("Said. The hub looks for another bed.")
    olive.opens(f"/flow/{stay}/")
    olive.sees("Waits for a bed")
    olive.sees("Needs two people at night, and we have one. Find another")


def when_it_is_kept_again_its_team_says_yes(olive: Visitor, tess: Visitor, stay: str, person: InNeed, site: str) -> None:
    olive.follows("Keep a recovery bed for them")
    olive.ticks(site)
    olive.presses("Keep a bed")
    olive.sees("Done. The way home says what is kept.")
    olive.opens("/flow/beds/")
    hers = olive.page.locator("tr").filter(has_text=person.name)
    expect(hers).to_contain_text("Its team answers")
    expect(hers.get_by_role("link", name="Say yes")).to_have_count(0)
    tess.opens("/flow/beds/")
    tess.follows("Say yes", within=tess.page.locator("tr").filter(has_text=person.name))
    tess.presses("Book it")
    tess.sees("Booked. The hub sees it.")


def then_it_is_booked_for_her(declan: Visitor, olive: Visitor, person: InNeed, stay: str) -> tuple[str, str]:
    """The bed's name and its address on the ledger. The ward's board, open all along, shows it by itself."""
    declan.sees("Bed booked", within="#board-rows")
    olive.opens("/flow/beds/")
    where = olive.page.locator("tr").filter(has_text=person.name).get_by_role("cell").nth(1).inner_text().strip()
    bed = where.partition(", ")[2]
    olive.opens(f"/flow/{stay}/")
    olive.sees("Bed booked")
    olive.pictures("flow-stay-bed-booked")
    olive.opens("/capacity/units/")
    found = olive.page.locator("section").filter(has_text=where.partition(", ")[0]).locator(".hw-unit").get_by_role("link", name=bed, exact=True).first
    return bed, found.get_attribute("href") or ""


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


def and_its_own_team_reads_who(tess: Visitor, address: str, person: InNeed) -> None:
    tess.opens(address)
    tess.pictures("capacity-unit")
    tess.follows("Open the stay of whoever is in it")
    tess.sees(person.name)


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
