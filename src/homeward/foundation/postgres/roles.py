"""Which roles, database and extensions does a fresh cluster get?

Three roles, three jobs. The cluster's first role is a superuser and is used for nothing but this file.
`homeward_owner` owns every table and runs migrations; it is no superuser. `homeward_app` is what pages and jobs
connect as: it owns nothing, so row-level security binds it whatever the code does.
"""

import psycopg
from psycopg import sql

OWNER = "homeward_owner"
APP = "homeward_app"
DATABASE = "homeward"
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent", "fuzzystrmatch")
GRANTS = (
    "grant usage on schemas",
    "grant select, insert, update, delete on tables",
    "grant usage, select on sequences",
    "grant execute on functions",
)


def _exists(connection: psycopg.Connection, question: str, name: str) -> bool:
    return connection.execute(question, [name]).fetchone() is not None


def make_roles(connection: psycopg.Connection) -> None:
    """Make the two plain roles unless they are there."""
    for role in (OWNER, APP):
        if not _exists(connection, "select 1 from pg_roles where rolname = %s", role):
            connection.execute(
                sql.SQL(
                    "create role {} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication"
                ).format(sql.Identifier(role))
            )


def make_database(connection: psycopg.Connection, name: str = DATABASE) -> None:
    """Make the database, owned by the owner, unless it is there."""
    if not _exists(connection, "select 1 from pg_database where datname = %s", name):
        connection.execute(
            sql.SQL("create database {} owner {} template template0").format(sql.Identifier(name), sql.Identifier(OWNER))
        )


def remove_database(*, superuser_url: str, name: str = DATABASE) -> None:
    """Throw the database away with all that is in it."""
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        connection.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def furnish(connection: psycopg.Connection) -> None:
    """Give the database its extensions, and close its public schema to everyone but the owner's own grants."""
    for extension in EXTENSIONS:
        connection.execute(sql.SQL("create extension if not exists {}").format(sql.Identifier(extension)))
    connection.execute("revoke create on schema public from public")
    connection.execute(sql.SQL("alter schema public owner to {}").format(sql.Identifier(OWNER)))
    grant_to(connection, app=APP)


def grant_to(connection: psycopg.Connection, *, app: str, owner: str = OWNER) -> None:
    """Let the application use what the owner will make from now on: rows, sequences and functions, never structure.

    Default privileges rather than grants, so that a migration may take a right away again (the event log is
    append-only) without a later start giving it back.
    """
    names = {"app": sql.Identifier(app), "owner": sql.Identifier(owner)}
    connection.execute(sql.SQL("grant usage on schema public to {app}").format(**names))
    for grant in GRANTS:
        statement = "alter default privileges for role {owner} " + grant + " to {app}"
        connection.execute(sql.SQL(statement).format(**names))


def prepare(*, superuser_url: str, database_url: str) -> None:
    """Bring a fresh cluster to the state that migrations start from; harmless on a prepared one."""
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        make_roles(connection)
        make_database(connection)
    with psycopg.connect(database_url, autocommit=True) as connection:
        furnish(connection)


def faults_of_app_role(connection: psycopg.Connection) -> list[str]:
    """What is wrong with the role that pages connect as, in sentences; empty when row-level security binds it."""
    row = connection.execute(
        "select rolname, rolsuper, rolbypassrls,"
        " exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace"
        "         where c.relowner = r.oid and c.relkind in ('r', 'p') and n.nspname = 'public')"
        " from pg_roles r where rolname = current_user"
    ).fetchone()
    if row is None:
        return ["The server did not say which role Homeward connects as."]
    name, superuser, bypass, owns = row
    faults = []
    if superuser:
        faults.append(f"The role '{name}' in DATABASE_URL is a superuser, which sees every row. Use a plain role.")
    if bypass:
        faults.append(f"The role '{name}' in DATABASE_URL may bypass row-level security. Use a plain role.")
    if owns:
        faults.append(f"The role '{name}' in DATABASE_URL owns tables. Let another role own them (HOMEWARD_OWNER_URL).")
    return faults
