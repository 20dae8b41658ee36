"""Journey: somebody at the front door is put in a bed beside it; the ledger knows until they have left; whoever finds none free waits on the list."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.visitor import Visitor
from tests.journeys.test_front_door_live import when_it_is_said_what_is_meant, when_somebody_comes

BEDS = "Older people’s assessment area beds (OPAD)"
WHICH = "If it is assessment unit: which bed?"


def test_a_bed_beside_the_door_from_coming_to_having_left(cast: Cast, person: InNeed) -> None:
    esther, olive, phone = cast("esther"), cast("olive"), cast("esther", device="phone")
    when_somebody_comes(esther, person)
    when_it_is_said_what_is_meant(esther)
    arrival = esther.page.url.removeprefix(esther.url)
    bed = when_a_free_bed_is_chosen(esther)
    address = then_she_is_in_it(esther, bed)
    then_the_ledger_says(olive, address, "Somebody is in it")
    phone.opens("/front-door/?door=heartlands")
    phone.sees(person.name, within="#board-pages")
    phone.pictures("front-door-beds-phone")
    phone.opens(arrival)
    phone.pictures("arrival-in-a-bed-phone")
    when_she_is_moved_and_it_was_a_mistake(esther, arrival, bed)
    when_she_has_left(esther, arrival)
    then_the_ledger_says(olive, address, "Being cleaned")
    esther.unfolds("They have not left after all")
    with esther.expecting(422):
        esther.presses("Put it right")
    esther.sees("Say what was wrong.")
    esther.types("What was wrong?", "She came back from the X-ray")
    esther.presses("Put it right")
    esther.sees("The bed frees when the person has gone")
    when_she_has_left(esther, arrival)
    esther.opens(address)
    esther.chooses("How does it stand?", "Open")
    esther.presses("Write it down")
    then_the_ledger_says(olive, address, "Free")


def test_whoever_finds_no_bed_free_waits_on_the_list(cast: Cast, person: InNeed) -> None:
    esther, olive = cast("esther"), cast("olive")
    when_somebody_comes(esther, person)
    when_it_is_said_what_is_meant(esther)
    arrival = esther.page.url.removeprefix(esther.url)
    with every_free_bed_shut(olive) as shut:
        esther.opens(arrival)
        esther.sees("no bed is free now")
        esther.pictures("no-bed-is-free")
        esther.ticks("Assessment unit")
        esther.presses("Write the decision down")
        esther.sees("Waits for a bed")
        esther.opens("/front-door/?door=heartlands")
        esther.sees(person.name, within="#board-pages")
        esther.looks()
        esther.opens("/front-door/beds/")
        esther.sees("Waits for a bed")
        esther.pictures("beds-beside-the-door")
        opens(olive, shut.pop())
        esther.opens(arrival)
        chosen = esther.field("Which bed?").first
        chosen.select_option(index=1)
        esther.presses("They are in this bed")
        esther.sees("They are in the bed.")
        when_she_has_left(esther, arrival)


def when_a_free_bed_is_chosen(esther: Visitor) -> str:
    esther.ticks("Assessment unit")
    with esther.expecting(422):
        esther.presses("Write the decision down")
    esther.sees("Choose a free bed, or say that they wait for one.")
    esther.looks()
    which = esther.field(WHICH)
    bed = which.locator("option").nth(1).inner_text().strip()
    esther.chooses(WHICH, bed)
    esther.pictures("choosing-a-bed")
    esther.presses("Write the decision down")
    return bed


def then_she_is_in_it(esther: Visitor, bed: str) -> str:
    """The bed's address on the ledger."""
    esther.sees("4. The bed")
    esther.looks()
    esther.pictures("arrival-in-a-bed")
    return esther.page.get_by_role("link", name=f"{bed} on the capacity pages").get_attribute("href") or ""


def then_the_ledger_says(olive: Visitor, address: str, words: str) -> None:
    olive.opens(address)
    olive.sees(words, within="dl")


def when_she_is_moved_and_it_was_a_mistake(esther: Visitor, arrival: str, bed: str) -> None:
    esther.opens(arrival)
    esther.unfolds("Move them to another bed here")
    with esther.expecting(422):
        esther.presses("Move them")
    esther.sees("Choose a free bed.")
    esther.field("To which bed?").first.select_option(index=1)
    esther.presses("Move them")
    esther.sees("They are in the other bed.")
    esther.looks()
    esther.pictures("moved-to-another-bed")
    esther.unfolds(f"They were not moved: they are still in {bed}")
    esther.types("What was wrong?", "It was her neighbour")
    esther.presses("Put it right")
    esther.sees("Put right. The reason stands in the log.")


def when_she_has_left(esther: Visitor, arrival: str) -> None:
    esther.opens(arrival)
    with esther.expecting(422):
        esther.presses("They have left")
    esther.sees("Choose where they went.")
    esther.ticks("Own home")
    esther.presses("They have left")
    esther.sees("The bed is being cleaned: open it when it is ready.")


@contextmanager
def every_free_bed_shut(olive: Visitor) -> Iterator[list[str]]:
    """The addresses of the beds that were shut for the time, and are open again afterwards."""
    olive.opens("/capacity/units/?show=free")
    group = olive.page.locator("section").filter(has_text=BEDS)
    found = [each.get_attribute("href") or "" for each in group.locator(".hw-unit").get_by_role("link").all()]
    left = list(found)
    for address in found:
        olive.opens(address)
        olive.chooses("How does it stand?", "Closed for infection")
        olive.presses("Write it down")
    try:
        yield left
    finally:
        for address in left:
            opens(olive, address)


def opens(olive: Visitor, address: str) -> None:
    olive.opens(address)
    olive.chooses("How does it stand?", "Open")
    olive.presses("Write it down")
