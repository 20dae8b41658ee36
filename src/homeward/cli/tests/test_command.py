"""Does every command explain itself, and tell what went wrong in a sentence?"""

import argparse
import json
from types import ModuleType

import pytest

from homeward import cli
from homeward.cli._answer import answer, explain
from homeward.foundation.errors import Refused
from homeward.foundation.postgres.lock import Busy


@pytest.mark.parametrize("name", cli.commands())
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main([cli.spoken(name), "--help"])
    assert left.value.code == 0
    assert "usage: homeward" in capsys.readouterr().out


def test_an_unknown_command_is_asked_for_wrongly() -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["fly"])
    assert left.value.code == 2


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Refused("That is not possible.", next_step="Try later."), "That is not possible. Try later."),
        (Busy("serving http://127.0.0.1:8000/ (process 7)"), "process 7"),
        (OSError(28, "No space left on device"), "The disk is full."),
        (PermissionError(13, "Permission denied", "/data"), "HOMEWARD_DATA"),
    ],
)
def test_what_we_foresaw_is_told_in_a_sentence(error: Exception, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert explain(error) == 1
    told = capsys.readouterr().err
    assert said in told and "Traceback" not in told


def test_a_failing_command_exits_with_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(options: argparse.Namespace) -> int:
        raise Refused("No.")

    module = ModuleType("toy")
    module.__dict__.update(WORDS="a toy", arguments=lambda parser: None, run=fail)
    monkeypatch.setattr(cli, "commands", lambda: ["toy"])
    monkeypatch.setattr(cli, "_load", lambda name: module)
    assert cli.main(["toy"]) == 1
    assert capsys.readouterr().err == "homeward: No.\n"


def test_machines_get_json_and_people_get_words(capsys: pytest.CaptureFixture[str]) -> None:
    answer(argparse.Namespace(json=True), {"n": 1}, "one")
    answer(argparse.Namespace(json=False), {"n": 1}, "one")
    first, second = capsys.readouterr().out.splitlines()
    assert json.loads(first) == {"n": 1} and second == "one"
