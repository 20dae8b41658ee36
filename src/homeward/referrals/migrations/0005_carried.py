"""When two records are found to be one person, what belongs to a referral goes along; nothing else of it may change."""

import re
from pathlib import Path

from django.db import migrations

_GUARDS = (Path(__file__).parent / "guards.sql").read_text()


def _anew(name: str, *, first: str) -> str:
    """The function as guards.sql has it, asking `first` before all else of an update."""
    found = re.search(rf"create (function {name}\(\).*?\nbegin\n)(.*?\nend \$\$;)", _GUARDS, re.S)
    assert found is not None
    return f"create or replace {found[1]}{first}{found[2]}"


_CARRIED = """    if tg_op = 'UPDATE' and new.person_id <> old.person_id and gate.carried(to_jsonb(old), to_jsonb(new)) then
        return new;
    end if;
"""


class Migration(migrations.Migration):
    dependencies = [("referrals", "0004_hand_over"), ("people", "0008_joining")]
    operations = [
        migrations.RunSQL(_anew(name, first=_CARRIED), reverse_sql=migrations.RunSQL.noop)
        for name in ("referrals_guard", "referrals_stays")
    ]
