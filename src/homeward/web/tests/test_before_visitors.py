"""Is a web process ready before its first visitor comes, and is what one process compiled there for the next?"""

from pathlib import Path
from unittest.mock import patch

from django.template import engines
from jinja2 import Environment

from homeward.web.before_visitors import make_ready
from homeward.web.compiled import compiled
from homeward.web.live.lists import LISTS


def test_the_lists_that_stay_open_are_compiled_before_anybody_asks() -> None:
    engine = engines["jinja2"]
    engine.env.cache.clear()  # type: ignore[attr-defined]
    assert make_ready() > 20
    held = {name for _, name in engine.env.cache.keys()}  # type: ignore[attr-defined]
    for address in LISTS:
        assert any(name.endswith("/_rows.html") for name in held), address
    assert {"base.html", "flow/board/_rows.html", "capacity/board/_rows.html"} <= held
    with patch.object(Environment, "compile", side_effect=AssertionError("compiled twice")):
        engine.env.cache.clear()  # type: ignore[attr-defined]
        assert make_ready() > 20, "another process finds them compiled"


def test_a_folder_that_may_not_be_written_to_stops_nothing(tmp_path: Path) -> None:
    kept = compiled()
    assert kept is not None
    kept.directory = str(tmp_path / "not" / "there")
    page = Environment(bytecode_cache=kept, autoescape=True).from_string("{{ 1 + 1 }}")
    assert page.render() == "2"
    bucket = kept.get_bucket(Environment(autoescape=True), "x", None, "x")
    bucket.code = compile("1", "x", "eval")
    kept.dump_bytecode(bucket)
