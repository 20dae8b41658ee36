"""People born on one day are told apart by the sound of their family name and by their given name, inside the index."""

from django.db import migrations

ADD = """
create index people_name_born_sound on people_personname (birth_date, family_sound);
create index people_name_born_given on people_personname (birth_date, given_key);
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0004_registered_at")]

    operations = [
        migrations.RunSQL(
            ADD, reverse_sql="drop index people_name_born_sound; drop index people_name_born_given"
        )
    ]
