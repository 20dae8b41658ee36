"""After two people were parted, each reads what was written about what is theirs."""

from pathlib import Path

from django.db import migrations

_PARTED = Path(__file__).with_name("parted.sql")


class Migration(migrations.Migration):
    """Plain SQL."""

    dependencies = [("people", "0010_runs")]
    operations = [migrations.RunSQL(_PARTED.read_text(), reverse_sql=migrations.RunSQL.noop)]
