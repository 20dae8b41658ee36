"""What does every client get? A served Homeward, and the id and secret of a record system of its own."""

import json
import os
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.plumbing.served import NOT_HANDED_ON, reachable_folder, served


@dataclass(frozen=True)
class Server:
    """Where FHIR is answered, a bearer token that may read and write, and the folder of its data."""

    host: str
    token: str
    data: Path

    @property
    def base(self) -> str:
        """The address of the FHIR base."""
        return f"{self.host}/fhir/R4"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A Homeward in which nobody was before the clients came, served as a deployer would serve it; one for all of them."""
    with reachable_folder() as folder, served(folder) as homeward:
        homeward.until("/readyz", seconds=400)
        yield Server(host=homeward.url, token=_token(homeward.url, folder), data=folder)


def _token(host: str, data: Path) -> str:
    kept = {name: value for name, value in os.environ.items() if name not in NOT_HANDED_ON}
    command = [sys.executable, "-m", "homeward.cli", "client", "create", "Ward", "--scope", "system/*.cruds", "--json"]
    made = subprocess.run(command, env=kept | {"HOMEWARD_DATA": str(data)}, capture_output=True, text=True, check=True)
    form = {"grant_type": "client_credentials", **json.loads(made.stdout)}
    with urllib.request.urlopen(f"{host}/oauth/token", data=urllib.parse.urlencode(form).encode()) as answer:
        return str(json.load(answer)["access_token"])
