"""How much memory did the processes of a served Homeward take at their most?"""

from pathlib import Path


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
