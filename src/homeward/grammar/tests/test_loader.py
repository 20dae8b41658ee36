"""Are all declarations of a package found, once each, and is a place without a card refused?"""

import pytest

from homeward.grammar.api import NotAPlace, gather, load


def test_a_package_of_modules_is_gathered() -> None:
    town = load("tests.places.millbrook")
    assert (town.code, town.name) == ("millbrook", "Millbrook")
    assert set(town.services) == {"rapid-help", "home-nursing", "cottage-beds", "company", "front-desk", "cottage-at-home"}
    assert town.doubles == ()


def test_one_object_met_twice_is_one_declaration_and_two_alike_are_a_double() -> None:
    town = load("tests.places.millbrook")
    clock = town.clocks["swift-visit"]
    again = type(clock)(**{**vars(clock)})
    place = gather([town.card, clock, clock, again])
    assert place.doubles == ("Clock 'swift-visit'",)


def test_no_card_or_two_cards_is_no_place() -> None:
    town = load("tests.places.millbrook")
    with pytest.raises(NotAPlace, match="exactly one"):
        gather([])
    with pytest.raises(NotAPlace, match="this one has 2"):
        gather([town.card, type(town.card)(**vars(town.card))])


def test_reasons_and_areas_are_found_by_use_and_by_day() -> None:
    from datetime import date

    town = load("tests.places.millbrook")
    assert town.reasons_for("decline").code == "why-decline"
    assert [area.code for area in town.areas_of_kind("constituency", on=date(2024, 7, 3))] == ["seat-old"]
    assert town.areas_of_kind("constituency", on=date(2024, 7, 4)) == ()


def test_a_package_that_is_not_there_is_told_in_a_sentence() -> None:
    with pytest.raises(NotAPlace, match="There is no package 'tests.places.atlantis'"):
        load("tests.places.atlantis")
