"""Journey: a clerical reviewer finds somebody who is here twice, joins the two records, and parts them again."""

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor


def test_two_records_of_one_person_are_joined_and_parted(cast: Cast) -> None:
    nora = cast("nora")
    given_pairs_wait(nora)
    names = when_she_looks_at_both(nora)
    when_she_forgets_to_say_how_she_knows(nora)
    when_she_joins_them(nora)
    then_the_old_address_leads_to_the_record_kept(nora, names)
    when_it_was_a_mistake_she_parts_them(nora)
    then_both_records_open_again(nora, names)


def given_pairs_wait(nora: Visitor) -> None:
    nora.opens("/people/matches/")
    nora.is_on("Records that may be one person")
    nora.pictures("records-to-match")


def when_she_looks_at_both(nora: Visitor) -> list[str]:
    """The addresses of the two records."""
    nora.page.locator("main ol").get_by_role("link").first.click()
    nora.is_on("One person or two?")
    nora.pictures("one-person-or-two")
    links = nora.page.locator("section").get_by_role("link", name="Open the record")
    return [links.nth(place).get_attribute("href") or "" for place in range(2)]


def when_she_forgets_to_say_how_she_knows(nora: Visitor) -> None:
    nora.page.get_by_label("They are one person").check()
    with nora.expecting(422):
        nora.presses("Save the decision")
    nora.sees("Choose which record is kept.")
    nora.sees("Say how you know, or what is still to be found out.")


def when_she_joins_them(nora: Visitor) -> None:
    nora.page.get_by_label("They are one person").check()
    nora.page.locator("input[name=keep]").first.check()
    nora.types("How do you know?", "Rang the practice: they have one patient of that name.")
    nora.presses("Save the decision")
    nora.sees("The two records are one now.")


def then_the_old_address_leads_to_the_record_kept(nora: Visitor, names: list[str]) -> None:
    nora.opens(names[1])
    assert nora.page.url.endswith(names[0])


def when_it_was_a_mistake_she_parts_them(nora: Visitor) -> None:
    nora.opens("/people/matches/?show=same")
    nora.sees("Rang the practice")
    nora.page.get_by_role("link", name="Part them again").first.click()
    nora.is_on("Part two people again")
    nora.types("Why are they two people after all?", "Mother and daughter.")
    nora.presses("Part them again")
    nora.sees("They are two people again.")


def then_both_records_open_again(nora: Visitor, names: list[str]) -> None:
    for address in names:
        nora.opens(address)
        assert nora.page.url.endswith(address)
