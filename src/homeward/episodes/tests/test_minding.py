"""Who minds care that a team gives: every way of asking, by table."""

from itertools import product

from homeward.access.api import system
from homeward.episodes.rules.minding import minds
from homeward.foundation.actions import Actor


def test_only_the_owner_the_hub_and_the_house_mind_it_whoever_asks() -> None:
    teams = ("a", "b", "c")
    for mine, owner, hub, kind in product(
        (("a",), ("b", "c"), ()), teams, (*teams, None), ("staff", "partner", "link")
    ):
        by = Actor(user_id=None, name="N", kind=kind, organisation="o", teams=mine)  # type: ignore[arg-type]  # kinds above
        assert minds(by, team=owner, hub=hub) is (owner in mine or hub in mine)
        assert minds(system("cascade"), team=owner, hub=hub)
