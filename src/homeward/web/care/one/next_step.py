"""What should the team do next for this person? One sentence, and the button that does it."""

from dataclasses import dataclass

from homeward.visits.api import Care


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """Where the care stands in one sentence; the name and argument of the page that comes next, when there is one."""

    words: str
    button: str = ""
    page: str = ""
    subject: str = ""


def next_step(care: Care) -> NextStep:
    """The first thing that is due; never nothing while the care is open."""
    need = str(care.need.row.id)
    if not care.open:
        ended = care.episode.outcome_title or "it was withdrawn"
        return NextStep(words=f"This care has ended: {ended[:1].lower()}{ended[1:]}.")
    if care.planned:
        first = care.planned[0]
        said = first.purpose or "Visit"
        words = f"{first.practitioner} is on the way." if first.state == "started" else f"{said} is planned."
        return NextStep(words=words, button="Open the visit", page="visit", subject=str(first.id))
    if not care.in_contact:
        words = "Nobody has been seen yet and no visit is planned."
        return NextStep(words=words, button="Plan a visit", page="care_visit", subject=need)
    words = "No further visit is planned. Plan one, or close the care with how it ended."
    return NextStep(words=words, button="Plan another visit", page="care_visit", subject=need)
