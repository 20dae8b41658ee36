"""Who holds the rules when nobody is looking? The database: owners, moves, versions, and the gate around each row."""

from pathlib import Path

from django.db import migrations

from homeward.access.api import protect

_HERE = Path(__file__).parent
# The column by which a link sees the one referral it was made for.
_BEHIND_THE_GATE = {
    "referrals_servicerequest": "id",
    "referrals_move": "referral_id",
    "referrals_ownerperiod": "referral_id",
    "referrals_informationrequest": "referral_id",
    "referrals_answer": "referral_id",
    "referrals_advice": "referral_id",
    "referrals_externalid": "referral_id",
    "referrals_notice": "referral_id",
}
_ONLY_THE_DATABASE_WRITES = "select gate.deny('referrals_ownerperiod', 'insert, update, delete, truncate')"
_ALWAYS_SOMEBODY = """
alter table referrals_servicerequest add constraint referrals_about_somebody
    foreign key (person_id) references people_person (id) deferrable initially deferred
"""


class Migration(migrations.Migration):
    """Plain SQL: Django's schema editor knows neither constraint triggers nor policies."""

    dependencies = [("referrals", "0001_initial"), ("access", "0002_gate"), ("people", "0002_gate_and_search")]
    operations = [
        migrations.RunSQL((_HERE / "0002_legal_moves.sql").read_text(), reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL((_HERE / "guards.sql").read_text(), reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(_ALWAYS_SOMEBODY, reverse_sql=migrations.RunSQL.noop),
        *(each for table, subject in _BEHIND_THE_GATE.items() for each in protect(table, subject_column=subject)),
        migrations.RunSQL(_ONLY_THE_DATABASE_WRITES, reverse_sql=migrations.RunSQL.noop),
    ]
