"""How does Django reach the one database, as the application and as the owner?"""

from typing import Any

from psycopg.conninfo import conninfo_to_dict

from homeward.config import environment
from homeward.foundation.postgres.embedded import urls_of
from homeward.foundation.postgres.folders import folders
from homeward.foundation.postgres.remembering import Remembering

OWN_FIELDS = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def entry(url: str, *, pool: int) -> dict[str, Any]:
    """Django's entry for an address. Whatever the address says beyond the usual (TLS, say) becomes an option."""
    parts = {key: str(value) for key, value in conninfo_to_dict(url).items() if value is not None}
    options: dict[str, Any] = {key: value for key, value in parts.items() if key not in OWN_FIELDS}
    options |= {"server_side_binding": True, "prepare_threshold": 3}  # a question that comes again is planned once
    if pool:
        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 20, "connection_class": Remembering}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **{field: parts.get(key, "") for key, field in OWN_FIELDS.items()},
        "OPTIONS": options,
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,  # a connection that a restarted server has dropped is replaced, not handed out
        "ATOMIC_REQUESTS": False,
    }


def databases() -> dict[str, dict[str, Any]]:
    """`default` is the application's plain role; `owner` is the same database for migrations alone."""
    app, owner = environment.value("DATABASE_URL"), environment.value("HOMEWARD_OWNER_URL")
    if not app:
        embedded = urls_of(folders())
        app, owner = embedded.app, embedded.owner
    return {
        "default": entry(app, pool=environment.number("HOMEWARD_POOL")),
        "owner": entry(owner or app, pool=0),
    }


class OwnerMigrates:
    """Django's router: rows are read and written as the application, tables are made as the owner."""

    def db_for_read(self, model: object, **hints: object) -> str:
        return "default"

    def db_for_write(self, model: object, **hints: object) -> str:
        return "default"

    def allow_relation(self, first: object, second: object, **hints: object) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: object) -> bool:
        return db == "owner"
