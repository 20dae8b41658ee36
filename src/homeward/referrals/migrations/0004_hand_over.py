"""Which moves were added to the table? Handing over when a hub closes, and keeping a whole in line with its parts."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    """The table as it is now, in place of the one before."""

    dependencies = [("referrals", "0003_notices_for_teams")]
    operations = [
        migrations.RunSQL(
            (Path(__file__).parent / "0004_legal_moves.sql").read_text(), reverse_sql=migrations.RunSQL.noop
        )
    ]
