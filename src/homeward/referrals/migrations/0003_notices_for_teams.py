"""Who may read a notice? Its team, also when the record it is about is shut to them again: a death, a withdrawal."""

from django.db import migrations

_TEAMS = "team_code = any ((select gate.teams())::text[])"
_POLICIES = [
    f"create policy team_reads on referrals_notice for select using ({_TEAMS})",
    f"create policy team_sees on referrals_notice for update using ({_TEAMS}) with check ({_TEAMS})",
]


class Migration(migrations.Migration):
    """Beside the gate's own policies, which ask for a live relationship with the person."""

    dependencies = [("referrals", "0002_guards")]
    operations = [migrations.RunSQL(_POLICIES, reverse_sql=migrations.RunSQL.noop)]
