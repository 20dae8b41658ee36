"""What goes out where there is no service to send it: a file for each, for people to look at."""

import re
from pathlib import Path

from homeward.exchange.models import Outgoing
from homeward.exchange.rules.trying import Outcome
from homeward.exchange.vocabulary import CHANNELS
from homeward.foundation.moments import london_day


class Folder:
    """Writes each thing to a file named by its key: sent twice, it is still one file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def deliver(self, row: Outgoing) -> Outcome:
        """The file, written whole or not at all."""
        day = london_day(row.queued_at)
        path = self._folder / f"{day:%Y-%m}" / f"{row.channel}-{re.sub(r'[^A-Za-z0-9.-]', '_', row.key)[:120]}.txt"
        draft = path.with_suffix(f".{row.id.hex[-8:]}.draft")
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            draft.write_text(_written(row), encoding="utf-8")
            draft.replace(path)
        except OSError as trouble:
            return Outcome(result="again", words=f"The file could not be written: {trouble.strerror}.")
        return Outcome(result="arrived", words="Written to the folder of messages.", provider_id=f"folder:{path.name}")


def _written(row: Outgoing) -> str:
    heads = {
        "Key": row.key, "By": CHANNELS[row.channel], "To": f"{row.recipient_name} {row.recipient}".replace("\n", ", ").strip(),  # type: ignore[index]  # held by exchange_outgoing_channel
        "Subject": row.subject, "Why": row.why, "From": row.by_name,
    }  # fmt: skip
    lines = [f"{name}: {said}" for name, said in heads.items() if said]
    return "\n".join([*lines, "", row.words, *(["", row.payload] if row.payload else []), ""])
