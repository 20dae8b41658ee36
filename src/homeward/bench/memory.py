"""How much memory did the processes of a served Homeward, or one that was run to its end, take at their most?

Read from the process itself (VmHWM): what `getrusage` tells of a child begins with what its parent had when it was started.
"""

import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LOOK_EVERY = 0.05  # seconds; the most that it had only grows, so little is missed at its very end


@dataclass(frozen=True, kw_only=True)
class Ended:
    """A process that was run to its end: what it said, and the most memory that it had at once."""

    code: int
    said: str
    complained: str
    peak_mib: float


def run_to_its_end(command: Sequence[str], *, environment: Mapping[str, str] | None = None) -> Ended:
    """Run a command and watch how much memory it takes."""
    env = None if environment is None else dict(environment)
    most = 0
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complained:
        process = subprocess.Popen(command, env=env, stdout=said, stderr=complained)
        while process.poll() is None:
            most = max(most, _peak(Path("/proc") / str(process.pid)))
            time.sleep(LOOK_EVERY)
        words = [_all_of(each) for each in (said, complained)]
    return Ended(code=process.returncode, said=words[0], complained=words[1], peak_mib=most / 1024)


def _all_of(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


def peaks(root: int) -> dict[str, float]:
    """MiB by what each process is, of that process and all below it: the most that each of a kind had at once."""
    found: dict[str, float] = {}
    for process in _below(root):
        words = _said(process)
        peak = _peak(process)
        if words and peak:
            found[words] = max(found.get(words, 0.0), round(peak / 1024, 1))
    return found


def _below(root: int) -> list[Path]:
    parents: dict[int, list[int]] = {}
    for each in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((each / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # it ended meanwhile
        parents.setdefault(parent, []).append(int(each.name))
    found, waiting = [], [root]
    while waiting:
        process = waiting.pop()
        found.append(Path("/proc") / str(process))
        waiting.extend(parents.get(process, ()))
    return found


def _said(process: Path) -> str:
    """'granian', 'homeward.cli worker': what it was started as; '' for the database's own."""
    try:
        words = (process / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return ""
    text = [each.decode(errors="replace") for each in words if each]
    if not text or not Path(text[0]).name.startswith("python"):
        return ""
    after = text[text.index("-m") + 1 :] if "-m" in text else text[1:]
    return " ".join(after[:3])[:60]


def _peak(process: Path) -> int:
    try:
        lines = (process / "status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)
