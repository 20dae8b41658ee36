"""The event log, partitioned by the month it was written in, and the chain of blocks that seals it."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).with_name("event_log.sql")


class Migration(migrations.Migration):
    """Plain SQL: Django's schema editor knows neither partitions nor triggers."""

    initial = True
    dependencies = []
    operations = [migrations.RunSQL(_SQL.read_text(), reverse_sql=migrations.RunSQL.noop)]
