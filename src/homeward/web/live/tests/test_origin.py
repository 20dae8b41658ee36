"""Can only our own pages open the pushes?"""

from typing import Any

import pytest

from homeward.web.live.origin import host_is_ours, origin_is_ours


@pytest.fixture(autouse=True)
def _addresses(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.HOMEWARD_PUBLIC_URL = "https://homeward.example"
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
    monkeypatch.setenv("HOMEWARD_PORT", "8000")


@pytest.mark.parametrize("origin", ["https://homeward.example", "http://127.0.0.1:8000"])
def test_our_pages_may(origin: str) -> None:
    assert origin_is_ours(origin, "127.0.0.1:8001")


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://127.0.0.1:9999",
        "http://127.0.0.1.evil.example:8000",
        "null",
    ],
)
def test_others_may_not(origin: str) -> None:
    assert not origin_is_ours(origin, "127.0.0.1:8001")


def test_only_our_names_are_answered() -> None:
    assert host_is_ours("localhost:8001") and host_is_ours("[::1]:8001")
    assert not host_is_ours("evil.example:8001")
