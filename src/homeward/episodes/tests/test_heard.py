"""Do clocks and moves hear of every event that the place names and the house can do?"""

from homeward.directory import api as directory
from homeward.episodes.rules.marks import kinds_heard
from homeward.episodes.vocabulary import HEARD
from homeward.foundation.actions import verbs


def test_nothing_a_declaration_waits_for_goes_unheard() -> None:
    place = directory.place()
    by_clocks = {kind for clock in place.clocks.values() for kind in kinds_heard(clock)}
    by_moves = {on.event for service in place.services.values() for move in service.moves for on in move.on}
    assert (by_clocks | by_moves) & verbs() <= set(HEARD)


def test_everything_about_a_need_or_a_visit_is_heard() -> None:
    about = ("referral.", "visit.", "episode.")
    asked = {"referral.make", "referral.track", "referral.call", "visit.view"}  # pages, not actions
    carried = {"visit.carry", "visit.keep_offline", "visit.take_offline", "visit.trouble_offline", "visit.settle_offline"}
    # what a telephone sent is kept; the visit's own event follows when it is taken
    assert {verb for verb in verbs() if verb.startswith(about)} - asked - carried <= set(HEARD)
