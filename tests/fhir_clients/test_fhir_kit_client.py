"""Does fhir-kit-client (npm), unmodified, create, read, search, page, change and send a transaction?"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.fhir_clients.conftest import Server

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not shutil.which("node"), reason="there is no node on this machine")]
VERSION = "2.0.3"
HERE = Path(__file__).parent
KEPT = Path(os.environ.get("HOMEWARD_NODE_TESTS", HERE.parents[1] / "build" / "node-tests"))


@pytest.fixture(scope="session")
def package() -> Path:
    """The folder in which the client is installed; kept, so that it is fetched once."""
    if not (KEPT / "node_modules" / "fhir-kit-client").is_dir():
        KEPT.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
            str(KEPT),
            f"fhir-kit-client@{VERSION}",
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=240)
        if done.returncode:
            pytest.skip(f"fhir-kit-client could not be installed: {done.stderr[-300:]}")
    return KEPT


def test_it_works_as_its_manual_says(server: Server, package: Path) -> None:
    script = package / "client.js"
    shutil.copy(HERE / "client.js", script)
    done = subprocess.run(
        ["node", str(script)],
        env={**os.environ, "BASE": server.base, "TOKEN": server.token},
        capture_output=True, text=True, timeout=120, cwd=package,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip().splitlines()[-1] == "all is well"
