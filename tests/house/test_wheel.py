"""Does the wheel install into an empty environment and serve, with its styles and scripts inside?"""

import re
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

from tests.plumbing.fingerprint import REPOSITORY
from tests.plumbing.served import reachable_folder, served

UV = Path(sys.executable).with_name("uv")


def _run(*command: str | Path) -> None:
    done = subprocess.run([str(part) for part in command], cwd=REPOSITORY, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not UV.exists():
        pytest.skip("uv is not installed here, so no wheel can be built")
    out = tmp_path_factory.mktemp("wheel")
    _run(UV, "build", "-q", "--wheel", "--no-build-isolation", "--python", sys.executable, "--out-dir", out)
    return next(out.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_holds_what_is_served_and_nothing_private(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(re.search(r"static_built/nhsuk/nhsuk-frontend\.min\.[0-9a-f]{12}\.css\.br$", name) for name in names)
    assert "homeward/config/static_built/staticfiles.json" in names
    assert any(name.startswith("homeward_places/") for name in names)
    assert [name for name in names if "secret-key" in name or name.startswith(("tests/", "data/"))] == []


@pytest.mark.slow
def test_the_wheel_serves_from_an_empty_environment(wheel: Path) -> None:
    with reachable_folder() as folder:
        _serves(wheel, folder)


def _serves(wheel: Path, folder: Path) -> None:
    home = folder / "venv"
    _run(UV, "venv", "-q", "--python", sys.executable, home)
    python = home / "bin" / "python"
    _run(UV, "pip", "install", "-q", "--python", python, "--require-hashes", "-r", "requirements.txt")
    _run(UV, "pip", "install", "-q", "--python", python, "--no-deps", wheel)
    with served(
        folder / "data", command=(str(home / "bin" / "homeward"),), extra={"PYTHONPATH": ""}, from_nothing=True
    ) as running:
        running.until("/readyz", seconds=120)
        page = urllib.request.urlopen(f"{running.url}/sign-in/", timeout=20).read().decode()
        style = re.search(r'href="(/static/nhsuk/nhsuk-frontend\.min\.[0-9a-f]{12}\.css)"', page)
        assert style, page
        assert urllib.request.urlopen(running.url + style[1], timeout=20).status == 200
