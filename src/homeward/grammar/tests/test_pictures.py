"""Are diagrams and pictures of a service whole, safe to put in a page, and readable without seeing them?"""

from xml.etree import ElementTree

import pytest

from homeward.grammar.api import load, state_diagram, state_picture
from tests.places import PLACES

SERVICES = [service for dotted in PLACES for service in load(dotted).services.values()]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("service", SERVICES, ids=lambda each: each.code)
def test_picture(service) -> None:  # type: ignore[no-untyped-def]  # pytest hands it over
    drawn = state_picture(service)
    root = ElementTree.fromstring(drawn)
    described = root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert described is not None and described.text is not None
    for move in service.moves:
        assert move.title in described.text
    words = " ".join("".join(each.itertext()) for each in root.iter(f"{SVG}text"))
    for stage in service.stages:
        assert stage.title.split()[0] in words
    ends = [each for each in root.iter(f"{SVG}text") if each.text == "(end)"]
    assert len(ends) == len(service.final_stages)
    assert len(list(root.iter(f"{SVG}circle"))) == sum(len(move.from_) for move in service.moves)
    for forbidden in ("style=", "<script", "onload", "href"):
        assert forbidden not in drawn


@pytest.mark.parametrize("service", SERVICES, ids=lambda each: each.code)
def test_diagram(service) -> None:  # type: ignore[no-untyped-def]  # pytest hands it over
    drawn = state_diagram(service)
    assert drawn.startswith("stateDiagram-v2\n")
    assert drawn.count("--> [*]") == len(service.final_stages)
    assert drawn.count(" --> ") == sum(len(move.from_) for move in service.moves) + len(service.final_stages) + 1
