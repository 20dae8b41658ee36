"""A search by postcode reads indexes alone, and a name is not looked for without its day where the day is right."""

from pathlib import Path

from django.db import migrations

_HOME = Path(__file__).with_name("home.sql")
_BACK = """
drop index people_name_person;
drop index people_address_postcode;
create index people_address_postcode on people_address (postcode) where valid_to is null;
"""


class Migration(migrations.Migration):
    """The index of names by person carries what searches compare; those columns are generated, so Django does not know it."""

    dependencies = [("people", "0014_marks")]
    operations = [
        migrations.RemoveIndex(model_name="personname", name="people_name_person"),
        migrations.RunSQL(_HOME.read_text(), reverse_sql=_BACK),
    ]
