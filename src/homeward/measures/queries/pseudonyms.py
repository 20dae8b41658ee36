"""Who is meant by an id of the lake? A keyed permutation of 128 bits, so that only who holds the key can turn it back.

One id stands under one pseudonym in every table, so tables still join. The key lies beside the lake, not in it, and is
readable by the account that runs Homeward alone: a copied lake names nobody.
"""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from threading import get_ident
from uuid import UUID

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import ECB

from homeward.measures import catalogue

KEY_BYTES = 32


def key_file() -> Path:
    """Where the key lies: in the data folder, outside the lake."""
    return catalogue.data_folder() / "lake.key"


def key() -> bytes:
    """The key; made once, by whoever comes first."""
    path = key_file()
    try:
        return path.read_bytes()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}-{get_ident()}.draft")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        out.write(os.urandom(KEY_BYTES))
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(draft, path)  # fails when another process was quicker: then its key holds
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_bytes()


def fingerprint() -> str:
    """Which key it is, without telling it: a lake under another key is written anew."""
    return hashlib.sha256(b"which key " + key()).hexdigest()[:16]


def scrambled(ids: bytes) -> bytes:
    """Ids of 16 bytes each, one after another, as pseudonyms of 16 bytes each.

    Each block is one id and no id is secret text, so the plain block cipher is exactly the permutation that is wanted.
    """
    turning = _cipher().encryptor()
    return turning.update(ids) + turning.finalize()


def pseudonym(id: UUID) -> str:
    """The text under which an id stands in the lake."""
    return scrambled(id.bytes).hex()


def real(pseudonyms: Iterable[str]) -> dict[str, UUID]:
    """The ids behind pseudonyms. Asked only where names or records behind a number are about to be opened by the gate."""
    told = list(dict.fromkeys(pseudonyms))
    turning = _cipher().decryptor()
    plain = turning.update(bytes.fromhex("".join(told))) + turning.finalize()
    return {each: UUID(bytes=plain[at * 16 : at * 16 + 16]) for at, each in enumerate(told)}


def _cipher() -> Cipher[ECB]:
    return Cipher(AES256(key()), ECB())
