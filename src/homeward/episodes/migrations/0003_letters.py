from django.db import migrations, models


class Migration(migrations.Migration):
    """What a person wrote to a team, by whose account, and what the team wrote back."""

    dependencies = [("episodes", "0002_guards")]
    operations = [
        migrations.AddField(model_name="task", name="asked_by", field=models.UUIDField(null=True)),
        migrations.AddField(model_name="task", name="asked_words", field=models.TextField(default="")),
        migrations.AddField(model_name="task", name="answer", field=models.TextField(default="")),
    ]
