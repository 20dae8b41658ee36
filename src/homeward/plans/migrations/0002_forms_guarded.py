"""Forms stand behind the gate, and no save of one is ever changed."""

from pathlib import Path

from django.db import migrations

from homeward.access.api import protect


class Migration(migrations.Migration):
    """Row-level security and the guards written in SQL."""

    dependencies = [("plans", "0001_forms"), ("access", "0002_gate")]
    operations = [
        *protect("plans_questionnaireresponse"),
        *protect("plans_entry"),
        migrations.RunSQL(Path(__file__).with_name("forms.sql").read_text(), reverse_sql=migrations.RunSQL.noop),
    ]
