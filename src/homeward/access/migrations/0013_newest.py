"""Who looked last is found without reading every opening of a record there ever was."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    """One function that asks as whoever calls it."""

    dependencies = [("access", "0012_last_look")]
    operations = [
        migrations.RunSQL(
            Path(__file__).with_name("newest.sql").read_text(),
            reverse_sql="drop function access_newest(uuid[], timestamptz, timestamptz, uuid, bigint)",
        )
    ]
