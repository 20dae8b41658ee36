"""Can every declared message be filled in and sent, and does every partner take messages for teams that there are?"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import Fault, fault, unknown
from homeward.grammar.messages import FILLED, MessageTemplate, placeholders
from homeward.grammar.place import Place

LONGEST_TEXT = 612  # characters of a text message in four parts


def faults_of_messages(place: Place, today: date) -> Iterator[Fault]:
    told = Counter[str](each.moment for each in place.messages.values() if each.moment != "asked_for")
    for each in place.messages.values():
        yield from unknown(each, "calendar", (each.calendar,), place.calendars)
        if told[each.moment] > 1:
            yield fault(
                each,
                "told-twice",
                f"'{each.title}' is not the only message for its moment: people would be told twice.",
            )
        yield from _of_words(each)


def _of_words(each: MessageTemplate) -> Iterator[Fault]:
    if not each.wordings or each.wordings[0].language != "en" or not each.wordings[0].reviewed:
        yield fault(each, "no-english", f"'{each.title}' must begin with its words in English, reviewed.")
    if not each.ways:
        yield fault(each, "no-way", f"'{each.title}' names no way to send it.")
    if len({wording.language for wording in each.wordings}) < len(each.wordings):
        yield fault(each, "declared-twice", f"'{each.title}' has two wordings in one language.")
    for wording in each.wordings:
        try:
            named = placeholders(wording.subject) | placeholders(wording.words)
        except ValueError:
            yield fault(each, "open-brace", f"'{each.title}' ({wording.language}) has a brace that is not closed.")
            continue
        for name in sorted(named - FILLED[each.moment]):
            yield fault(
                each,
                "unknown-placeholder",
                f"'{each.title}' ({wording.language}) asks for {{{name}}}, which nothing fills in at that moment.",
            )
        if not wording.subject.strip() or not wording.words.strip():
            yield fault(each, "no-words", f"'{each.title}' ({wording.language}) needs both a subject and words.")
        if "sms" in each.ways and len(wording.words) > LONGEST_TEXT:
            yield fault(
                each,
                "too-long",
                f"'{each.title}' ({wording.language}) is too long for a text message. Use {LONGEST_TEXT} letters or fewer.",
            )


def faults_of_partners(place: Place, today: date) -> Iterator[Fault]:
    taken = Counter(team for each in place.partners.values() for team in each.teams)
    for each in place.partners.values():
        yield from unknown(each, "team", each.teams, place.teams)
        if not each.teams:
            yield fault(each, "no-team", f"'{each.title}' takes messages for no team.")
        for team in each.teams:
            if taken[team] > 1:
                yield fault(each, "declared-twice", f"Two partners take messages for the team '{team}'.")
        if each.address is not None and not each.address.startswith("https://"):
            yield fault(each, "not-https", f"'{each.title}' must have an address that begins with https://.")
