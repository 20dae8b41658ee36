"""How do the hub's tests get a browser and something waiting?"""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from homeward.foundation.actions import Actor
from homeward.referrals.tests.arranging import MORNING, after, coordinator
from tests.plumbing.people_at_work import signed_in


@pytest.fixture
def ten_past() -> Iterator[None]:
    """Ten minutes after the morning in which these tests' referrals come in."""
    with time_machine.travel(after(10, since=MORNING), tick=False):
        yield


def browser(actor: Actor | None = None) -> Client:
    """A browser in which a hub coordinator, or another, is signed in."""
    return signed_in(actor or coordinator())


def text(answer: Any) -> str:
    """The page with its white space drawn together."""
    return " ".join(answer.content.decode().split())
