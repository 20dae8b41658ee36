"""Who holds the care of a person by name: the keyworker of each episode, since when and by whose word."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Episodes of before have none."""

    dependencies = [("episodes", "0004_carried")]
    operations = [
        migrations.AddField(model_name="episodeofcare", name="keyworker_user", field=models.UUIDField(null=True)),
        migrations.AddField(model_name="episodeofcare", name="keyworker_name", field=models.TextField(default="", db_default="")),
        migrations.AddField(model_name="episodeofcare", name="keyworker_since", field=models.DateTimeField(null=True)),
        migrations.AddField(model_name="episodeofcare", name="keyworker_by", field=models.TextField(default="", db_default="")),
        migrations.AddField(model_name="episodeofcare", name="keyworker_version", field=models.IntegerField(default=0, db_default=0)),
        migrations.AddConstraint(
            model_name="episodeofcare",
            constraint=models.CheckConstraint(
                condition=(Q(keyworker_user__isnull=True) & Q(keyworker_name=""))
                | (Q(keyworker_user__isnull=False) & ~Q(keyworker_name="") & Q(keyworker_since__isnull=False)),
                name="episodes_episode_keyworker",
            ),
        ),
    ]
