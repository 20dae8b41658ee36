"""What came, and what became of it?"""

from dataclasses import dataclass
from uuid import UUID

from homeward.records.vocabulary import Outcome


@dataclass(frozen=True, kw_only=True)
class Received:
    """One resource as it came. Without a `source_id` its own id is taken, and without that it is given one.

    `new`: its source_id was given here just now (`named_here`), so it is nowhere yet. `judged`: the text was read strictly before.
    """

    kind: str
    text: str | bytes
    source_id: str = ""
    new: bool = False
    judged: bool = False


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What became of one resource: our id for it, the version that stands now, and whether anything changed."""

    item_id: UUID
    version: int
    outcome: Outcome
