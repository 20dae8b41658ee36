"""How is a message's need said in the place's own words: which need, how soon, which risks?"""

from collections.abc import Iterable

from homeward.fhir.bars.message import Coding, Message, NeedSaid
from homeward.fhir.bars.vocabulary import PRIORITY_ORDER, SNOMED
from homeward.grammar.api import Need, Urgency

LONGEST = 5000
DANGER = "The sender counts this as life-threatening. Check at once that 999 has been called."


def need_for(codes: Iterable[Coding], needs: Iterable[Need]) -> str:
    """The code of the need whose SNOMED CT concept the message names, the first named first; '' when none is known."""
    by_concept = {need.snomed: need.code for need in needs if need.snomed}
    return next((by_concept[each.code] for each in codes if each.system == SNOMED and each.code in by_concept), "")


def urgency_for(priority: str, urgencies: Iterable[Urgency]) -> str:
    """The place's urgency for a FHIR priority: of the same priority the soonest, else the next sooner one; '' unsaid."""
    if priority not in PRIORITY_ORDER:
        return ""
    soonest_first = sorted(urgencies, key=lambda urgency: urgency.order)
    for wanted in reversed(PRIORITY_ORDER[: PRIORITY_ORDER.index(priority) + 1]):
        for urgency in soonest_first:
            if urgency.fhir_priority == wanted:
                return urgency.code
    return soonest_first[0].code if soonest_first else ""


def need_words(need: NeedSaid, contacts: Iterable[str]) -> str:
    """The need in the sender's words: a line for the board, then all that was written."""
    parts = [
        need.words,
        f"How soon, as sent: {need.priority_words}." if need.priority_words else "",
        f"Where the person is: {need.place_words}." if need.place_words else "",
        *(f"To ring: {contact}." for contact in contacts),
        need.story,
    ]
    return _fitted("\n".join(part for part in parts if part))


def risk_codes(message: Message, needs: Iterable[Need]) -> tuple[str, ...]:
    """The risks that the place has a name for: its red flags. All of them are kept in words as well."""
    known = {flag.code for need in needs for flag in need.red_flags}
    return tuple(dict.fromkeys(risk.code for risk in message.risks if risk.code in known))


def risk_words(message: Message) -> str:
    """Everything whoever visits must know, one thing a line; doubts about who it is come first."""
    danger = (DANGER,) if message.need.life_threatening else ()
    return _fitted("\n".join((*danger, *message.person.cautions, *(risk.words for risk in message.risks))))


def change_words(message: Message) -> str:
    """A change as a note for the hub: what the sender now says, beside what stood before."""
    person = message.person
    who = " ".join(part for part in (person.given, person.family) if part)
    born = f", born {person.birth_date:%d %B %Y}" if person.birth_date else ""
    parts = [
        "The sender changed this request. It now says:",
        f"Person: {who}{born}." if who else "",
        f"NHS number as sent: {person.nhs_number_as_sent}." if person.nhs_number_as_sent else "",
        f"Need: {need_words(message.need, person.contacts)}",
        f"Risks: {risk_words(message)}" if risk_words(message) else "",
        f"Access needs: {'; '.join(message.access_needs)}." if message.access_needs else "",
        f"Consent: {message.consent}." if message.consent else "",
    ]
    return _fitted("\n".join(part for part in parts if part))


def _fitted(words: str) -> str:
    return (
        words if len(words) <= LONGEST else words[: LONGEST - 40].rstrip() + "\n… the rest is in the message as sent."
    )
