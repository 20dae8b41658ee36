"""How does a catalogue become what gettext reads? The binary .mo format of GNU gettext, written with the standard library."""

import struct
from collections.abc import Iterable

from homeward.web.reading.catalogue.po import Entry

MAGIC, HEADER = 0x950412DE, 7 * 4


def compiled(entries: Iterable[Entry], *, language: str) -> bytes:
    """The .mo file of all translated entries. Format: GNU gettext manual, 'The Format of GNU MO Files', revision 0."""
    texts = {"": f"Language: {language}\nContent-Type: text/plain; charset=UTF-8\n"}
    texts |= {entry.msgid: entry.msgstr for entry in entries if entry.msgstr and "fuzzy" not in entry.flags}
    pairs = sorted((msgid.encode(), msgstr.encode()) for msgid, msgstr in texts.items())
    tables = HEADER + 2 * 8 * len(pairs)
    ids, at = [], tables
    for msgid, _ in pairs:
        ids += [len(msgid), at]
        at += len(msgid) + 1
    strings = []
    for _, msgstr in pairs:
        strings += [len(msgstr), at]
        at += len(msgstr) + 1
    head = struct.pack("<7I", MAGIC, 0, len(pairs), HEADER, HEADER + 8 * len(pairs), 0, 0)
    body = b"".join(msgid + b"\0" for msgid, _ in pairs) + b"".join(msgstr + b"\0" for _, msgstr in pairs)
    return head + struct.pack(f"<{len(ids)}I", *ids) + struct.pack(f"<{len(strings)}I", *strings) + body
