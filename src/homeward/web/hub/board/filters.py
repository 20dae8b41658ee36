"""Which rows are wanted? The filters live in the address, so that a list can be kept, sent and gone back to."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from homeward.grammar.api import Place
from homeward.referrals.api import OPEN_STATES, STATES, BoardFilters
from homeward.web.asked_number import asked_number

SCOPES = {"": "Ours and those we placed", "owned": "Ours now", "hub": "All our hub took in"}
FLAGS = {
    "second_look": "Second look wanted",
    "information_wanted": "Information wanted",
    "escalated": "Escalated",
    "unclaimed": "Nobody has taken it",
}
LONGEST_SEARCH = 100


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """The filters as they were asked for; what is not known is left out."""

    scope: str
    states: tuple[str, ...]
    urgency: str
    team: str
    need: str
    flag: str
    late: bool
    text: str
    page: int

    def as_door(self) -> BoardFilters:
        """For the board's door."""
        return BoardFilters(
            scope=self.scope or "mine",  # type: ignore[arg-type]  # read() lets only known scopes through
            states=self.states,  # type: ignore[arg-type]  # and only known states
            urgencies=_one(self.urgency),
            teams=_one(self.team),
            needs=_one(self.need),
            flags=_one(self.flag),
            late_only=self.late,
            text=self.text,
        )

    def query(self, **changed: object) -> str:
        """The query string of these filters with some changed; without the page unless it is given."""
        parts: dict[str, object] = {
            "scope": self.scope, "state": list(self.states), "urgency": self.urgency, "team": self.team,
            "need": self.need, "flag": self.flag, "late": "1" if self.late else "", "q": self.text,
        } | changed  # fmt: skip
        return urlencode({name: value for name, value in parts.items() if value}, doseq=True)

    @property
    def narrowed(self) -> bool:
        """Is anything but the state filtered?"""
        return any((self.scope, self.urgency, self.team, self.need, self.flag, self.text))


def read(asked: QueryDict, place: Place) -> Wanted:
    """The filters in an address. A value that is not known counts as not given."""
    return Wanted(
        scope=_known(asked.get("scope", ""), SCOPES),
        states=tuple(state for state in OPEN_STATES if state in asked.getlist("state")),
        urgency=_known(asked.get("urgency", ""), place.urgencies),
        team=_known(asked.get("team", ""), place.teams),
        need=_known(asked.get("need", ""), place.needs),
        flag=_known(asked.get("flag", ""), FLAGS),
        late=asked.get("late") == "1",
        text=asked.get("q", "").strip()[:LONGEST_SEARCH],
        page=asked_number(asked.get("page")),
    )


def choices(place: Place) -> dict[str, list[tuple[str, str]]]:
    """What each filter offers."""
    urgencies = sorted(place.urgencies.values(), key=lambda urgency: urgency.order)
    return {
        "scope": list(SCOPES.items()),
        "urgency": [("", "Any"), *((each.code, each.title) for each in urgencies)],
        "team": [
            ("", "Any"),
            *sorted(((each.code, each.name) for each in place.teams.values()), key=lambda pair: pair[1]),
        ],
        "need": [
            ("", "Any"),
            *sorted(((each.code, each.title) for each in place.needs.values()), key=lambda pair: pair[1]),
        ],
        "flag": [("", "Any"), *FLAGS.items()],
    }


def state_words(state: str) -> str:
    """The state as a chip names it."""
    return {"placed": "Waiting for a team"}.get(state, STATES[state].title)  # type: ignore[index]  # a known state


def _known(value: str, known: object) -> str:
    return value if value in known else ""  # type: ignore[operator]  # any container of codes


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()
