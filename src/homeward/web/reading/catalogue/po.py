"""What does a .po file say? A small reader and writer of the part of gettext's format that we use: no plurals, no contexts."""

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

NEEDS_REVIEW = "needs review by a person"
_REVIEWED = re.compile(r"reviewed by .+ on \d{4}-\d{2}-\d{2}")
_LINE = re.compile(r'(?:(msgid|msgstr)\s+)?("(?:[^"\\]|\\.)*")')


class BadCatalogue(ValueError):
    """A .po file is not written as it should be."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One sentence: its English, its translation ('' when there is none yet), and what was said about its review."""

    msgid: str
    msgstr: str
    notes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def marked(self) -> bool:
        """Does it say that it needs review, or who reviewed it and when?"""
        return any(note == NEEDS_REVIEW or _REVIEWED.fullmatch(note) for note in self.notes)


def read(path: Path) -> list[Entry]:
    """Every entry, the header left out. Raises BadCatalogue with the line."""
    entries, block = [], _Block()
    for number, raw in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        line = raw.strip()
        if not line:
            if (entry := block.entry()) is not None:
                entries.append(entry)
            block = _Block()
        elif line.startswith("#,"):
            block.flags += [flag.strip() for flag in line[2:].split(",")]
        elif line.startswith("#"):
            block.notes.append(line[1:].lstrip(".:|~ "))
        elif not block.take(line):
            raise BadCatalogue(f"{path}, line {number}: {line!r} is neither a msgid nor a msgstr.")
    return [entry for entry in entries if entry.msgid]


class _Block:
    """The lines of one entry, as they are read."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.flags: list[str] = []
        self.texts: dict[str, str] = {}
        self.into = ""

    def take(self, line: str) -> bool:
        found = _LINE.fullmatch(line)
        if not found or not (found[1] or self.into):
            return False
        self.into = found[1] or self.into
        self.texts[self.into] = self.texts.get(self.into, "") + ast.literal_eval(found[2])
        return True

    def entry(self) -> Entry | None:
        if "msgid" not in self.texts:
            return None
        return Entry(
            msgid=self.texts["msgid"],
            msgstr=self.texts.get("msgstr", ""),
            notes=tuple(self.notes),
            flags=tuple(self.flags),
        )


def written(entries: Iterable[Entry], *, language: str) -> str:
    """The text of a .po file, in the order of the English."""
    parts = [f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n']
    for entry in sorted(entries, key=lambda each: each.msgid):
        notes = "".join(f"# {note}\n" for note in entry.notes if note)
        parts.append(f"{notes}msgid {_quoted(entry.msgid)}\nmsgstr {_quoted(entry.msgstr)}\n")
    return "\n".join(parts)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def joined(wanted: Iterable[str], known: Mapping[str, Entry], added: Mapping[str, str] | None = None) -> list[Entry]:
    """One entry for each wanted sentence: what is known of it, or a translation that is `added` and needs review."""
    found = []
    for msgid in wanted:
        given = (added or {}).get(msgid, "")
        if given:
            found.append(Entry(msgid=msgid, msgstr=given, notes=(NEEDS_REVIEW,)))
        else:
            found.append(known.get(msgid) or Entry(msgid=msgid, msgstr=""))
    return found
