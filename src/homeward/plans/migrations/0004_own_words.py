"""Plans stand behind the gate, and nobody but the person can change the person's own words."""

from pathlib import Path

from django.db import migrations

from homeward.access.api import protect


class Migration(migrations.Migration):
    """Row-level security and the guards written in SQL."""

    dependencies = [("plans", "0003_care_plans"), ("access", "0002_gate")]
    operations = [
        *protect("plans_careplan"),
        *protect("plans_line"),
        *protect("plans_linechange"),
        *protect("plans_stance"),
        migrations.RunSQL(Path(__file__).with_name("own_words.sql").read_text(), reverse_sql=migrations.RunSQL.noop),
    ]
