"""Journey: somebody reads in Urdu, on a phone, who comes next and who looked; their daughter sees only what they let her see."""

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor


def test_a_citizen_reads_in_urdu_and_a_daughter_acts_within_what_was_agreed(cast: Cast) -> None:
    citizen, daughter = cast("citizen", device="phone"), cast("carer", device="phone")
    when_they_choose_urdu(citizen)
    then_they_read_who_comes_next_and_whom_to_ring(citizen)
    then_they_read_who_looked(citizen)
    when_they_make_the_print_large_and_the_words_easy(citizen)
    when_they_write_to_their_team(citizen)
    when_the_daughter_acts_for_them(daughter)
    then_she_sees_their_visits_and_not_who_looked(daughter)


def when_they_choose_urdu(citizen: Visitor) -> None:
    citizen.opens("/me/")
    citizen.is_on("Hello, ")
    citizen.presses("اردو")


def then_they_read_who_comes_next_and_whom_to_ring(citizen: Visitor) -> None:
    page = citizen.page.locator("html")
    assert (page.get_attribute("lang"), page.get_attribute("dir")) == ("ur", "rtl")
    for words in ("کون آ رہا ہے", "کیا ہو رہا ہے", "کس کو فون کریں", "اس ترجمے کی ابھی کسی شخص نے جانچ کرنی ہے"):
        citizen.sees(words)
    citizen.pictures("my-care-in-urdu")
    citizen.follows("میری ملاقاتیں")
    citizen.sees("آنے والی")
    citizen.looks()


def then_they_read_who_looked(citizen: Visitor) -> None:
    citizen.opens("/me/looked/")
    citizen.is_on("میرا ریکارڈ کس نے دیکھا")
    citizen.looks()


def when_they_make_the_print_large_and_the_words_easy(citizen: Visitor) -> None:
    citizen.opens("/me/")
    citizen.presses("بڑے حروف")
    citizen.presses("آسان الفاظ اور تصویریں")
    citizen.looks()
    citizen.presses("عام حروف")
    citizen.presses("English")
    citizen.pictures("my-care-in-easy-words")


def when_they_write_to_their_team(citizen: Visitor) -> None:
    citizen.opens("/me/messages/write/")
    citizen.sees("Do not write here if it is urgent")
    citizen.types("Your message", "My sister comes on Friday. She can let you in.")
    citizen.presses("Send to the team")
    citizen.sees("My sister comes on Friday.")
    citizen.sees("Waiting for an answer")
    citizen.pictures("my-messages")


def when_the_daughter_acts_for_them(daughter: Visitor) -> None:
    daughter.opens("/me/")
    daughter.follows("Choose for whom you act")
    daughter.page.locator("form:has(input[name=person]) button").first.click()
    daughter.sees("You are acting for")


def then_she_sees_their_visits_and_not_who_looked(daughter: Visitor) -> None:
    daughter.follows("My visits")
    daughter.sees("You are acting for")
    daughter.pictures("acting-for-somebody")
    with daughter.expecting(403):
        daughter.opens("/me/looked/")
    daughter.sees("You cannot open this")
