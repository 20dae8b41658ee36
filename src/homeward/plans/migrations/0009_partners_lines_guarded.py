"""A partner's lines and everybody else's stay apart, whatever code writes them."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    """The guard written in SQL."""

    dependencies = [("plans", "0008_partners_forms_and_lines")]
    operations = [
        migrations.RunSQL(Path(__file__).with_name("partners_lines.sql").read_text(), reverse_sql=migrations.RunSQL.noop),
    ]
