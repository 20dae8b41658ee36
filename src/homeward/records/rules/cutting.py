"""Where does each entry of a bundle begin and end? Found while it is read, so that no bundle is ever held whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

CHUNK = 1 << 20
# A whole text; else a bracket, or the beginning of a text that goes on beyond what is read.
_MARK = re.compile(rb'"(?:[^"\\]++|\\.)*+"|["{}\[\]]', re.DOTALL)
_END_OF_TEXT = re.compile(rb'(?:[^"\\]++|\\.)*+"', re.DOTALL)
_LIST_OF_ENTRIES = re.compile(rb'(?<!\\)"entry"\s*:\s*\[\Z')


@dataclass(frozen=True, kw_only=True)
class Cut:
    """One entry as it is written: its number from 1 and the byte after it. Without `text` it is longer than is read."""

    number: int
    after: int
    text: bytes


class TooMuchAround(ValueError):
    """What stands around the entries is itself longer than is read."""


class Cutting:
    """The entries of what `stream` spells, one by one; `around` is then all the rest, with {} for each of them.

    What is no JSON leaves an `around` or an entry that is none: whoever reads them finds out. The brackets alone are counted.
    """

    def __init__(self, stream: IO[bytes], *, longest: int, chunk: int = CHUNK) -> None:
        self.around = bytearray()
        self._stream, self._longest, self._chunk = stream, longest, chunk
        self._in_text = False
        self._entry: bytearray | None = None  # the one that is being read
        self._size = 0

    def __iter__(self) -> Iterator[Cut]:
        depth = number = read = 0
        listed = False  # are we in the list of entries?
        for piece in self._pieces():
            begins = 0
            for at, bracket in self._brackets(piece):
                depth += 1 if bracket in b"{[" else -1
                if bracket == b"[" and depth == 2:
                    self._put(piece[begins : at + 1])
                    begins = at + 1
                    listed = _LIST_OF_ENTRIES.search(self.around) is not None
                elif bracket == b"{" and depth == 3 and listed:
                    self._put(piece[begins:at])
                    self._entry, self._size, begins = bytearray(), 0, at
                elif self._entry is not None and depth == 2:
                    self._put(piece[begins : at + 1])
                    begins, number = at + 1, number + 1
                    yield Cut(number=number, after=read + begins, text=self._whole_entry())
                elif depth == 1:
                    listed = False
            self._put(piece[begins:])
            read += len(piece)

    def _pieces(self) -> Iterator[bytes]:
        """What the stream holds, never parted between a backslash and what follows it."""
        held = b""
        while more := self._stream.read(self._chunk):
            piece = held + more
            end = len(piece) - (len(piece) - len(piece.rstrip(b"\\"))) % 2
            held = piece[end:]
            yield piece[:end]
        yield held

    def _brackets(self, piece: bytes) -> Iterator[tuple[int, bytes]]:
        """Where each bracket is that stands in no text."""
        begins = 0
        if self._in_text:
            end = _END_OF_TEXT.match(piece)
            if end is None:
                return
            self._in_text, begins = False, end.end()
        for mark in _MARK.finditer(piece, begins):
            found = mark[0]
            if found == b'"':
                self._in_text = True
                return
            if len(found) == 1:
                yield mark.start(), found

    def _put(self, part: bytes) -> None:
        if self._entry is None:
            self.around += part
            if len(self.around) > self._longest:
                raise TooMuchAround
            return
        self._size += len(part)
        if self._size <= self._longest:
            self._entry += part
        else:
            self._entry.clear()

    def _whole_entry(self) -> bytes:
        text = bytes(self._entry or b"")
        self._entry = None
        self.around += b"{}"
        return text
