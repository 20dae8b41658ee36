"""Are the answers that others published read for what they mean?"""

import json
import os
from pathlib import Path

import pytest

from homeward.exchange.bars.read_reply import read_reply
from homeward.exchange.channels.wire import Reply

FOLDER = os.environ.get("HOMEWARD_EXAMPLES")
FILES = sorted(Path(FOLDER, "bars", "api", "OperationOutcome").rglob("*.json")) if FOLDER else []
MISSING = pytest.param(None, marks=pytest.mark.skip(reason="HOMEWARD_EXAMPLES names no folder of published messages"))


@pytest.mark.parametrize("file", FILES or [MISSING], ids=[file.stem for file in FILES] or ["none"])
def test_each_published_refusal_ends_rightly(file: Path) -> None:
    status = int(file.name[:3])
    found = read_reply(Reply(status=status, body=file.read_bytes()))
    issue = json.loads(file.read_text())["issue"][0]
    expected = (
        "arrived" if issue["code"] == "duplicate"
        else "again" if status in (408, 429) or (status >= 500 and status != 501)
        else "refused"
    )  # fmt: skip
    assert found.result == expected
    assert found.words


@pytest.mark.parametrize(
    "name", ["process_message/POST-success.json", "200_PUT.json", "201_POST.json"] if FOLDER else [MISSING]
)
def test_each_published_success_is_an_arrival(name: str) -> None:
    body = Path(FOLDER or "", "bars", "api", name).read_bytes()
    assert read_reply(Reply(status=200, body=body)).result == "arrived"
