"""A page of a partner's search costs the same however much is kept: what is more than a page can hold is not counted."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    """One function in new words."""

    dependencies = [("fhir", "0009_heard")]
    operations = [
        migrations.RunSQL(Path(__file__).with_name("totals.sql").read_text(), reverse_sql=migrations.RunSQL.noop)
    ]
