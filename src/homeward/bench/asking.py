"""What is asked, over and over: the board, a person, the candidates for a need?"""

import random
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.urls import reverse

from homeward.bench.population import people
from homeward.bench.wire import Wire
from homeward.foundation.actions import Actor
from homeward.people.api import PersonDetails, search
from homeward.referrals.api import board, candidates

KINDS = {
    "person search": ("number", "whole", "name", "typing", "birthday", "postcode"),
    "person search, one person meant": ("number", "whole", "birthday", "postcode"),
    "person search, a whole list found": ("beginning",),
}


def ask_board(actor: Actor, at: datetime) -> None:
    """The board's first page, without its drawing."""
    board(by=actor, at=at)


def ask_page(wire: Wire, cookie: str) -> None:
    """The board as a browser gets it."""
    heard = wire.ask("GET", reverse("hub"), headers={"Cookie": cookie})
    if heard.status != 200 or b"data-row" not in heard.body:
        raise RuntimeError(f"the board did not open: {heard.status} {heard.headers.get('location', '')}")


def searches(actor: Actor, kinds: Sequence[str], *, at: datetime, population: int) -> Callable[[int], None]:
    """A search for somebody who is there, each time another and in another of these ways that people look."""
    rng = random.Random(population)
    known = list(islice(people(population, at=at), min(population, 5000)))
    lines = [_line(rng.choice(known), kinds[number % len(kinds)]) for number in range(1000)]

    def look(index: int) -> None:
        search(text=lines[index % len(lines)], by=actor, at=at)

    return look


def _line(person: PersonDetails, kind: str) -> str:
    born = f"{person.birth_date:%d/%m/%Y}" if person.birth_date else ""
    return {
        "number": person.nhs_number,
        "whole": f"{person.given} {person.family} {born}",
        "name": f"{person.given} {person.family}",
        "typing": f"{person.family[:4]} {person.given[:2]}",
        "beginning": person.family[:2],
        "birthday": f"{person.family} {born}",
        "postcode": f"{person.family} {person.postcode}",
    }[kind]


def one_referral(actor: Actor, at: datetime) -> UUID:
    """Some referral that waits on the board."""
    found: UUID = board(by=actor, at=at).rows[0].id
    return found


def ask_candidates(referral_id: UUID, actor: Actor, at: datetime) -> None:
    """Every service with its reasons."""
    candidates(referral_id, by=actor, at=at)
