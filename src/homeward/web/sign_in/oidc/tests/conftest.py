"""A real sign-in service in a process of its own, and our two clients registered with it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

BACK = "http://testserver/sign-in/with/{}/back/"


@pytest.fixture(scope="session")
def issuer() -> Iterator[str]:
    """The provider's address, while it runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = Path(__file__).with_name("provider.py")
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", str(script), str(port)],
        env={**os.environ, "AUTHLIB_INSECURE_TRANSPORT": "1"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                requests.get(f"{address}/jwks", timeout=1)
                break
            except requests.ConnectionError:
                time.sleep(0.1)
        yield address
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def services(issuer: str, settings: Any) -> None:
    """Both services set up, each with a client registered at the provider."""
    made = []
    for code in ("staff", "citizen"):
        body = {"redirect_uris": [BACK.format(code)], "token_endpoint_auth_method": "client_secret_post"}
        client = requests.post(f"{issuer}/oauth2/clients", json=body, timeout=5).json()
        made.append(
            {
                "code": code,
                "words": f"Sign in as {code}",
                "issuer": issuer,
                "client_id": client["client_id"],
                "client_secret": client["client_secret"],
            }  # fmt: skip
        )
    settings.HOMEWARD_SIGN_IN_SERVICES = made
