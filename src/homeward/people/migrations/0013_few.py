"""A search works out nothing twice."""

from pathlib import Path

from django.db import migrations

_FEW = Path(__file__).with_name("few.sql")


class Migration(migrations.Migration):
    """The same function, quicker where many bear a name."""

    dependencies = [("people", "0012_walk")]
    operations = [migrations.RunSQL(_FEW.read_text(), reverse_sql=migrations.RunSQL.noop)]
