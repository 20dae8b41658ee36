"""With which key is it signed who let an app in? Given as a file, or made once and kept where only this account reads it."""

from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from homeward.config import environment
from homeward.foundation.postgres.folders import data_folder


def identity_key() -> bytes:
    """The private key as PEM. Several machines must be given the same one."""
    given = environment.value("HOMEWARD_IDENTITY_KEY_FILE")
    kept = Path(given) if given else data_folder() / "identity-key.pem"
    if not given and not kept.exists():
        _keep_new_key(kept)
    return kept.read_bytes()


def _keep_new_key(kept: Path) -> None:
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    environment.keep_once(kept, made)
