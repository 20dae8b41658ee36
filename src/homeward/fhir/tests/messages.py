"""Which messages do the tests send? Written with the house's own composer, so that every test says what it changes."""

import json
import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from homeward.exchange.api import ReferralToSend, referral_message
from homeward.fhir.bars.read_message import read_message
from homeward.foundation.r4.issues import Faulty, Resource
from homeward.foundation.r4.validate import validate

AN_HOUR = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
FALL = ReferralToSend(
    message_id=UUID("0d5f2f4e-6a3b-4a52-9f3c-000000000001"),
    request_id=UUID("0d5f2f4e-6a3b-4a52-9f3c-000000000002"),
    sent_at=AN_HOUR,
    sender_code="RYA",
    sender_name="Ambulance control",
    family="Brook",
    given="Ada",
    birth_date=date(1938, 5, 17),
    gender="female",
    nhs_number="9990000018",
    address_lines=("4 Mill Lane",),
    postcode="B1 1AA",
    phone="0121 496 0000",
    need_words="Fell at home, no injury seen, cannot get up alone",
    priority="asap",
    requester_name=("Sam", "Okoro"),
    requester_phone="0121 496 0001",
    case_number="case-1",
    language_code="ur",
    flags=(("RA", "Speak slowly, hard of hearing"), ("SG", "Door left open at night")),
)


def fall(**changes: Any) -> dict[str, Any]:
    """The fall referral as a message, with changes."""
    return referral_message(replace(FALL, **changes))


def encoded(message: object) -> bytes:
    """As it goes over the wire."""
    return json.dumps(message).encode()


def entry(message: dict[str, Any], kind: str) -> dict[str, Any]:
    """The first resource of a type in a message."""
    return next(each["resource"] for each in message["entry"] if each["resource"]["resourceType"] == kind)


def published(part: str = "") -> list[Path]:
    """The published messages of others, when the deployer has them: HOMEWARD_EXAMPLES names the folder."""
    folder = os.environ.get("HOMEWARD_EXAMPLES")
    return sorted(Path(folder, "bars", part).rglob("*.json")) if folder else []


def each(files: list[Path]) -> pytest.MarkDecorator:
    """Run a test once for each of these published files; without them it reports itself as not run."""
    missing = pytest.param(
        None, marks=pytest.mark.skip(reason="HOMEWARD_EXAMPLES names no folder of published messages")
    )
    return pytest.mark.parametrize("file", files or [missing], ids=[file.stem for file in files] or ["none"])


def each_published(part: str = "") -> pytest.MarkDecorator:
    """Run a test once for each published file."""
    return each(published(part))


def is_referral(file: Path) -> bool:
    """Is this published file a sound message that asks for something new or changed?"""
    resource = validate(file.read_bytes())
    try:
        return isinstance(resource, Resource) and read_message(resource).kind in ("new", "update")
    except Faulty:
        return False
