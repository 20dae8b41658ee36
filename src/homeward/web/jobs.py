"""Which work of pages is done by the worker? Board packs, whose making takes longer than a page may."""

from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from procrastinate.contrib.django import app

from homeward.foundation.cut_short import when_given_up
from homeward.measures import api as measures
from homeward.web.boards.pack.make import paper


@app.task(name=measures.MAKE_PACK, pass_context=False)
def make_pack(pack_id: str) -> None:
    """Make one board pack."""
    at = datetime.now(UTC)
    measures.make_pack(UUID(pack_id), at=at, paper=partial(paper, at=at))


@when_given_up(measures.MAKE_PACK)
def give_pack_up(pack_id: str) -> None:
    """Its worker was killed each time."""
    measures.give_pack_up(UUID(pack_id))
