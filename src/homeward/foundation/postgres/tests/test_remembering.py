"""Is a question planned once, also where what it was asked in is taken back?"""

import pytest
from psycopg import Connection
from psycopg.errors import FeatureNotSupported

from homeward.foundation.postgres.remembering import Remembering

QUESTION = "select count(*) from foundation_event where kind = %s"
PLANNED = "select count(*) from pg_prepared_statements where statement like '%%foundation_event%%' and name like '_pg3%%'"


def planned(connection: Connection[tuple[int]]) -> int:
    """How many of our questions the server holds a plan of, asked without being planned itself."""
    with connection.cursor() as cursor:
        found = cursor.execute(PLANNED, prepare=False).fetchone()
        return found[0] if found else 0


@pytest.mark.parametrize(("kind", "kept"), [(Connection, 0), (Remembering, 1)])
def test_what_was_planned_outlives_a_transaction_that_is_taken_back(
    kind: type[Connection[tuple[int]]], kept: int, database_urls: dict[str, str]
) -> None:
    with kind.connect(database_urls["DATABASE_URL"]) as connection:
        connection.prepare_threshold = 1
        for _ in range(3):
            connection.execute(QUESTION, ["capacity.book"])
        assert planned(connection) == 1
        connection.rollback()
        connection.execute("select 1")
        assert planned(connection) == kept
        found = connection.execute(QUESTION, ["capacity.book"]).fetchone()
        assert found is not None, "and what is remembered can be asked"
        connection.rollback()


def test_a_plan_that_no_longer_fits_its_table_is_made_anew_after_it_failed_once(database_urls: dict[str, str]) -> None:
    with Remembering.connect(database_urls["DATABASE_URL"]) as connection:
        connection.prepare_threshold = 1
        connection.execute("create temp table changing (one integer)")
        connection.commit()
        for _ in range(3):
            connection.execute("select * from changing")
        connection.commit()
        connection.pgconn.exec_(b"alter table changing add column two integer")  # behind the back of what remembers
        with pytest.raises(FeatureNotSupported):
            connection.execute("select * from changing")
        connection.rollback()
        assert connection.execute("select * from changing").description is not None
