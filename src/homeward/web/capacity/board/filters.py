"""Which rows of the board are wanted? The filters live in the address, so that a list can be kept, sent and gone back to."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from homeward.directory import api as directory
from homeward.web.asked_number import asked_number
from homeward.web.capacity.board.kinds import KINDS

SHOW = {"": "All", "mine": "My teams", "free": "With room", "stale": "Old or not reported", "unmet": "With unmet need"}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """The filters as they were asked for; what is not known is left out."""

    kind: str
    locality: str
    pathway: str
    service: str
    skill: str
    show: str
    page: int

    def query(self, **changed: object) -> str:
        """The query string of these filters with some changed; without the page unless it is given."""
        parts: dict[str, object] = {
            "kind": self.kind, "locality": self.locality, "pathway": self.pathway, "service": self.service,
            "skill": self.skill, "show": self.show,
        } | changed  # fmt: skip
        return urlencode({name: value for name, value in parts.items() if value})

    @property
    def narrowed(self) -> bool:
        return any((self.kind, self.locality, self.pathway, self.service, self.skill))


def read(asked: QueryDict) -> Wanted:
    """The filters of an address."""
    show, kind = asked.get("show", ""), asked.get("kind", "")
    return Wanted(
        kind=kind if kind in KINDS else "", locality=asked.get("locality", "")[:60],
        pathway=asked.get("pathway", "")[:60], show=show if show in SHOW else "", page=asked_number(asked.get("page")),
        service=asked.get("service", "") if asked.get("service", "") in directory.place().services else "",
        skill=asked.get("skill", "") if asked.get("skill", "") in directory.place().skills else "",
    )  # fmt: skip
