"""Is every table about a person behind the gate, whichever package made it?"""

import pytest
from django.db import connection

# Read before anybody's record may be open: whose account is signing in, whose link or app is this. They hold an id, nothing about it.
BEFORE_THE_GATE = {"access_user", "access_link", "access_appgrant"}

ABOUT_PEOPLE = """
select c.relname, c.relrowsecurity, exists (select from pg_policy p where p.polrelid = c.oid) as ruled,
       has_table_privilege(current_user, c.oid, 'truncate') as emptied, c.relispartition
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind in ('r', 'p')
  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('person_id', 'patient_id') and not a.attisdropped)
"""


@pytest.mark.hazard(
    "HZ-S73-8",
    hazard="A new table about people is added, and anybody's code can read it.",
    control="A test lists every table with a person's id in the migrated database; each must have row-level security.",
)
@pytest.mark.django_db
def test_every_table_with_a_persons_id_has_row_level_security() -> None:
    with connection.cursor() as cursor:
        cursor.execute(ABOUT_PEOPLE)
        found = cursor.fetchall()
    names = {name for name, *_ in found}
    assert {"access_relationship", "access_opening", "foundation_event"} <= names
    bare = [name for name, secured, ruled, _, part in found if not secured or not (ruled or part)]
    assert sorted(bare) == sorted(BEFORE_THE_GATE & names)
    assert [name for name, *_, emptied, _ in found if emptied and name not in BEFORE_THE_GATE] == []


@pytest.mark.django_db
def test_the_application_is_a_plain_role_that_owns_nothing() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select rolsuper, rolbypassrls from pg_roles where rolname = current_user")
        assert cursor.fetchone() == (False, False)
        cursor.execute(
            "select count(*) from pg_class where relowner = (select oid from pg_roles where rolname = current_user)"
        )
        assert cursor.fetchone() == (0,)
        cursor.execute(
            "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef"
            " and n.nspname in ('gate', 'public') and not coalesce(p.proconfig::text like '%search_path%', false)"
        )
        assert cursor.fetchall() == [], "functions that run with the owner's rights must fix their search path"
