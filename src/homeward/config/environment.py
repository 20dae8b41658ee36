"""Which environment variables does Homeward read, what does each mean, and what holds when it is not set?"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from homeward.foundation.postgres.folders import data_folder


@dataclass(frozen=True, kw_only=True)
class Variable:
    """One row of the documented table."""

    name: str
    default: str
    words: str


VARIABLES = (
    Variable(name="HOMEWARD_HOST", default="127.0.0.1", words="address that the web server listens on"),
    Variable(name="HOMEWARD_PORT", default="8000", words="port of the web server"),
    Variable(name="HOMEWARD_LIVE_PORT", default="", words="port of the live pushes; empty means HOMEWARD_PORT + 1"),
    Variable(name="HOMEWARD_LIVE_URL", default="", words="public address of the live pushes, when a proxy serves them elsewhere"),
    Variable(name="HOMEWARD_PUBLIC_URL", default="", words="address that people type, used in links; empty means host and port"),
    Variable(name="HOMEWARD_ALLOWED_HOSTS", default="localhost,127.0.0.1,[::1]", words="host names answered, with commas between"),
    Variable(name="HOMEWARD_HTTPS", default="0", words="1 when a proxy serves Homeward over HTTPS: secure cookies and HSTS"),
    Variable(name="HOMEWARD_WEB_PROCESSES", default="2", words="web processes"),
    Variable(name="HOMEWARD_WEB_THREADS", default="16", words="threads in each web process"),
    Variable(name="HOMEWARD_JOBS", default="1", words="0 runs no job worker here, for a machine that only serves pages"),
    Variable(name="HOMEWARD_DATA", default="data", words="folder for everything kept on this machine"),
    Variable(name="HOMEWARD_PLACE", default="homeward_places.birmingham_solihull", words="dotted name of the place's package"),
    Variable(name="HOMEWARD_DEMO", default="", words="1 is a demonstration with synthetic people; empty means 1 unless DATABASE_URL is set"),
    Variable(name="HOMEWARD_DEMO_PEOPLE", default="1300", words="synthetic people made when the database is empty"),
    Variable(name="DATABASE_URL", default="", words="a PostgreSQL server instead of the embedded one: address for the plain application role"),
    Variable(name="HOMEWARD_OWNER_URL", default="", words="the same database as the role that owns the tables; used only for migrations"),
    Variable(name="HOMEWARD_PG_BIN", default="", words="folder of PostgreSQL programs for the embedded server"),
    Variable(name="HOMEWARD_POOL", default="10", words="database connections kept by each process; 0 opens one a request"),
    Variable(name="HOMEWARD_SECRET_KEY", default="", words="signing key; empty means one made once and kept in the data folder"),
    Variable(name="HOMEWARD_IDENTITY_KEY_FILE", default="", words="file of the RSA key (PEM) that signs who let an app in; empty means one made once and kept in the data folder"),
    Variable(name="HOMEWARD_LOG_LEVEL", default="INFO", words="least severe log line written"),
    Variable(name="HOMEWARD_DEMOGRAPHICS", default="", words="address of a FHIR demographics service used to trace people"),
    Variable(name="HOMEWARD_MESSAGES", default="folder", words="how texts, emails and letters leave: folder (a file for each, for people to look at) or notify (GOV.UK Notify)"),
    Variable(name="HOMEWARD_MESSAGES_FOLDER", default="", words="where those files go; empty means messages in the data folder"),
    Variable(name="HOMEWARD_NOTIFY_URL", default="https://api.notifications.service.gov.uk", words="address of GOV.UK Notify"),
    Variable(name="HOMEWARD_NOTIFY_KEY", default="", words="our key there"),
    Variable(name="HOMEWARD_NOTIFY_SMS", default="", words="its template for texts, made of ((words))"),
    Variable(name="HOMEWARD_NOTIFY_EMAIL", default="", words="its template for emails, made of ((subject)) and ((words))"),
    Variable(name="HOMEWARD_NOTIFY_LETTER", default="", words="its template for letters, made of ((subject)) and ((words))"),
    Variable(name="HOMEWARD_PARTNERS", default="", words="JSON file of the addresses and secrets of partners who take messages, by their code in the place; empty means partners.json in the data folder"),
    Variable(name="HOMEWARD_PRIVATE_HOOKS", default="0", words="1 lets subscribers be on our own network; otherwise only public HTTPS addresses are called"),
    Variable(name="HOMEWARD_CITIZEN_ROLE", default="citizen", words="code of the place's role given to a citizen at first sign-in"),
    Variable(name="HOMEWARD_OIDC_STAFF_ISSUER", default="", words="address of the OpenID Connect service that staff sign in through"),
    Variable(name="HOMEWARD_OIDC_STAFF_WORDS", default="Sign in with your work account", words="words on its button"),
    Variable(name="HOMEWARD_OIDC_STAFF_CLIENT_ID", default="", words="our client id there"),
    Variable(name="HOMEWARD_OIDC_STAFF_CLIENT_SECRET", default="", words="our secret there"),
    Variable(name="HOMEWARD_OIDC_STAFF_SECOND_FACTOR", default="0", words="1 when that service always asks for a second factor itself"),
    Variable(name="HOMEWARD_OIDC_CITIZEN_ISSUER", default="", words="address of the OpenID Connect service for citizens, such as NHS login"),
    Variable(name="HOMEWARD_OIDC_CITIZEN_WORDS", default="Continue to NHS login", words="words on its button"),
    Variable(name="HOMEWARD_OIDC_CITIZEN_CLIENT_ID", default="", words="our client id there"),
    Variable(name="HOMEWARD_OIDC_CITIZEN_CLIENT_SECRET", default="", words="our secret there, unless a key is used"),
    Variable(name="HOMEWARD_OIDC_CITIZEN_KEY_FILE", default="", words="file of the private key (PEM) that signs our requests there"),
    Variable(name="HOMEWARD_OIDC_CITIZEN_SCOPES", default="openid profile email profile_extended", words="what we ask that service for"),
    Variable(name="HOMEWARD_OIDC_CITIZEN_TRUST", default="", words="levels of proof we ask of that service, as its vtr parameter"),
    Variable(name="HOMEWARD_EXAMPLES", default="", words="folder of messages and records written by others; tests over them need it"),
    Variable(name="HOMEWARD_CHROMIUM", default="", words="browser used by the journey tests; empty means the first found"),
)  # fmt: skip
DEFAULTS = {variable.name: variable.default for variable in VARIABLES}


def value(name: str) -> str:
    """The variable's value, or its default; only documented names may be asked for."""
    return os.environ.get(name) or DEFAULTS[name]


def number(name: str) -> int:
    """The variable as a whole number; otherwise a sentence that says what to change."""
    text = value(name)
    if not text.isdigit():
        raise SystemExit(f"{name} is {text!r}, which is not a whole number. Set it to a number or leave it out.")
    return int(text)


def switch(name: str) -> bool:
    """The variable as yes or no."""
    return value(name).lower() in ("1", "yes", "true", "on")


def listed(name: str) -> list[str]:
    """The variable as a list."""
    return [part.strip() for part in value(name).split(",") if part.strip()]


def live_port() -> int:
    """The port of the live pushes."""
    return number("HOMEWARD_LIVE_PORT") if value("HOMEWARD_LIVE_PORT") else number("HOMEWARD_PORT") + 1


def pages_at() -> tuple[str, int]:
    """Where the pages' own process answers, for a neighbour on this machine."""
    host = value("HOMEWARD_HOST")
    return ("127.0.0.1" if host in ("0.0.0.0", "::", "[::]") else host), number("HOMEWARD_PORT")


def public_url() -> str:
    """The address that people type, without a slash at its end."""
    return (value("HOMEWARD_PUBLIC_URL") or f"http://{value('HOMEWARD_HOST')}:{number('HOMEWARD_PORT')}").rstrip("/")


def messages_folder() -> str:
    """Where messages that no service sends are written."""
    return value("HOMEWARD_MESSAGES_FOLDER") or str(data_folder() / "messages")


def partners_file() -> str:
    """Where the addresses and secrets of partners stand."""
    return value("HOMEWARD_PARTNERS") or str(data_folder() / "partners.json")


def demonstration() -> bool:
    """Is this a demonstration, in which every person is made up?"""
    if value("HOMEWARD_DEMO"):
        return switch("HOMEWARD_DEMO")
    return embedded()


def embedded() -> bool:
    """Is the database our own? `homeward serve` and its like hand its address to the processes they start."""
    return os.environ.get("HOMEWARD_EMBEDDED") == "1" or not value("DATABASE_URL")


def secret_key() -> str:
    """The signing key: given, or made once and kept where only this account reads it."""
    given = value("HOMEWARD_SECRET_KEY")
    if given:
        return given
    kept = data_folder() / "secret-key"
    if not kept.exists():
        keep_once(kept, secrets.token_urlsafe(50).encode())
    return kept.read_text().strip()


def keep_once(kept: Path, made: bytes) -> None:
    """Keep a secret where only this account reads it, unless another process was faster: then theirs holds."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    draft = kept.with_name(f"{kept.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(descriptor, made)
    os.close(descriptor)
    try:
        os.link(draft, kept)  # fails when another process kept a key first: theirs holds
    except FileExistsError:
        pass
    finally:
        draft.unlink()
