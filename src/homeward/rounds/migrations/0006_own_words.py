"""What a person wishes of visits has room for their own words: who comes, the way in, animals."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Three columns; nobody has said anything in them yet."""

    dependencies = [("rounds", "0005_preference")]
    operations = [
        migrations.AddField("preference", name, models.TextField(default="")) for name in ("faces", "way_in", "animals")
    ]
