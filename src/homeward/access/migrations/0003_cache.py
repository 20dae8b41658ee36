"""The table in which all processes count attempts to sign in and remember used codes."""

from django.db import migrations

_TABLE = """
create table access_cache (
    cache_key varchar(255) primary key,
    value text not null,
    expires timestamptz not null
);
create index access_cache_expires on access_cache (expires);
"""


class Migration(migrations.Migration):
    """As Django's `createcachetable` makes it."""

    dependencies = [("access", "0002_gate")]
    operations = [migrations.RunSQL(_TABLE, reverse_sql="drop table access_cache")]
