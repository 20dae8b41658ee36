"""Which sentences of the packages below, and of the place, do the pages that citizens read show? They are translated like ours."""

from collections.abc import Iterator

from homeward.access.api import looks_said, proxy, said_to_citizens
from homeward.grammar.api import Place
from homeward.people.api import CONTACT_KINDS, LANGUAGES, SEXES
from homeward.plans.api import DONE_TO_A_PLAN, HEADINGS
from homeward.referrals.api import STATES, wordings
from homeward.visits.api import NOT_SEEN, WAYS
from homeward.web.menu import SECTIONS
from homeward.web.refusal import STATUS


def of_packages() -> list[str]:
    """What the packages say to citizens, each sentence once."""
    return sorted({words for words in _of_packages() if words})


def _of_packages() -> Iterator[str]:
    for state in STATES.values():
        yield from (state.title, state.plain_words)
    yield from wordings()
    yield from (words for words, _ in WAYS.values())
    yield from (reason.title for reason in NOT_SEEN.values())
    yield from (SEXES.values())
    yield from CONTACT_KINDS.values()
    yield SECTIONS["me"].words
    yield from (title for _, _, title in STATUS)
    yield from LANGUAGES_SAID
    for heading in HEADINGS.values():
        yield from (heading.title, heading.mine, heading.hint)
    yield from DONE_TO_A_PLAN
    yield from looks_said()
    yield from said_to_citizens()
    for words in proxy.SCOPES.values():
        yield from (words, words.replace("Their", "My").replace("their", "my"))


# The languages most spoken here besides English, as a person's own page names theirs. The rest are shown in English.
LANGUAGES_SAID = tuple(LANGUAGES[code] for code in ("en", "pa", "ur", "bn", "ar", "pl") if code in LANGUAGES)


def of_place(place: Place) -> list[str]:
    """What a place declares and citizens read: what help may be asked for, what each service is, and how soon."""
    found = {need.title for need in place.needs.values()}
    found |= {words for service in place.services.values() for words in (service.title, service.plain_words)}
    found |= {service.first_contact.title for service in place.services.values() if service.first_contact}
    found |= {contact.title for contact in place.contacts.values()}
    found |= {message.title for message in place.messages.values()}
    found |= {urgency.title for urgency in place.urgencies.values()}
    found |= {words for purpose in place.sharing_purposes.values() for words in (purpose.title, purpose.plain_words)}
    found |= {words for need in place.needs.values() for flag in need.red_flags for words in (flag.words, flag.do_now)}
    return sorted(found)
