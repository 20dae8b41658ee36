"""Do the variables mean what their table says, and do the settings keep their promises?"""

import json
import logging
import socket
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, RequestFactory

from homeward.config import environment, static_build
from homeward.config.databases import OwnerMigrates, entry
from homeward.config.live_address import live_url
from homeward.config.logs import JsonLines
from homeward.config.supervision.preflight import CannotServe, refuse_full_disk, refuse_taken_port
from homeward.foundation.postgres.remembering import Remembering


def test_only_documented_variables_are_read() -> None:
    with pytest.raises(KeyError):
        environment.value("HOMEWARD_UNHEARD_OF")
    assert all(variable.words for variable in environment.VARIABLES)


def test_a_number_that_is_none_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMEWARD_PORT", "eight")
    with pytest.raises(SystemExit, match="not a whole number"):
        environment.number("HOMEWARD_PORT")


def test_the_live_port_follows_the_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMEWARD_PORT", "9100")
    assert environment.live_port() == 9101
    monkeypatch.setenv("HOMEWARD_LIVE_PORT", "9500")
    assert environment.live_port() == 9500


def test_a_real_server_is_no_demonstration_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOMEWARD_DEMO", raising=False)
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@db/homeward")
    assert not environment.demonstration()
    monkeypatch.setenv("HOMEWARD_EMBEDDED", "1")
    assert environment.demonstration()


def test_the_signing_key_is_made_once_and_kept_closed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("HOMEWARD_SECRET_KEY", raising=False)
    monkeypatch.setenv("HOMEWARD_DATA", str(tmp_path / "data"))
    first = environment.secret_key()
    assert environment.secret_key() == first and len(first) > 50
    assert (tmp_path / "data" / "secret-key").stat().st_mode & 0o077 == 0


def test_an_address_becomes_an_entry_with_its_own_options() -> None:
    made = entry("postgresql://app:word@db.example:5433/care?sslmode=verify-full", pool=4)
    assert (made["NAME"], made["USER"], made["PASSWORD"], made["HOST"], made["PORT"]) == (
        "care", "app", "word", "db.example", "5433",
    )  # fmt: skip
    assert made["OPTIONS"]["sslmode"] == "verify-full" and made["OPTIONS"]["pool"]["max_size"] == 4
    assert made["OPTIONS"]["pool"]["connection_class"] is Remembering
    assert made["CONN_MAX_AGE"] == 0 and not made["ATOMIC_REQUESTS"]


def test_only_the_owner_migrates() -> None:
    router = OwnerMigrates()
    assert router.allow_migrate("owner", "people") and not router.allow_migrate("default", "people")


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1:9100", "http://127.0.0.1:"), ("hub.example", "http://hub.example:"), ("[::1]:9100", "http://[::1]:")],
)
def test_the_live_pushes_are_on_the_host_the_browser_used(host: str, expected: str) -> None:
    request = RequestFactory().get("/", headers={"host": host})
    assert live_url(request) == f"{expected}{settings.HOMEWARD_LIVE_PORT}"


def test_pages_forbid_inline_script_and_framing() -> None:
    answer = Client().get("/healthz")
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy and "frame-ancestors 'none'" in policy
    assert f"connect-src 'self' http://testserver:{settings.HOMEWARD_LIVE_PORT}" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.json() == {"alive": True}


@pytest.mark.django_db
def test_readiness_says_what_is_missing() -> None:
    answer = Client().get("/readyz")
    assert answer.status_code == 503
    said = answer.json()
    assert said["ready"] is False
    assert said["faults"] == {"jobs": "No job worker has been heard from in the last minute."}
    assert set(said["warnings"]) <= {"extracts"}


def test_a_log_line_holds_no_query_parameter_or_exception_message() -> None:
    try:
        raise ValueError("Key (nhs_number)=(9990000018) already exists")
    except ValueError:
        record = logging.LogRecord("django.request", 40, "f.py", 1, "Broken: %s", ("/people/?q=Smith",), sys.exc_info())
    line = json.loads(JsonLines().format(record))
    assert line["error"] == "ValueError" and line["frames"]
    assert "9990000018" not in json.dumps(line) and "Smith" not in json.dumps(line)
    warning = logging.LogRecord("django.request", 30, "f.py", 1, "Not Found: %s", ("/people/?q=Smith",), None)
    assert json.loads(JsonLines().format(warning))["message"] == "Not Found: /people/"


def test_a_taken_port_is_told_in_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CannotServe, match="HOMEWARD_PORT"):
            refuse_taken_port(taken.getsockname()[1], "HOMEWARD_PORT")


def test_a_full_disk_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("homeward.config.supervision.preflight.LEAST_FREE", 1 << 60)
    with pytest.raises(CannotServe, match="HOMEWARD_DATA"):
        refuse_full_disk(tmp_path / "not" / "yet")


def test_the_nhs_typeface_is_left_out() -> None:
    css = "@font-face{font-family:Frutiger W01;src:url(x)}a{font-family:Frutiger W01,arial,sans-serif;b:url(/assets/images/i.svg)}"
    assert static_build.without_typeface(css) == "a{font-family:arial,sans-serif;b:url(assets/images/i.svg)}"
