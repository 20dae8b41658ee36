"""Two records that were found to be one person may bring two drafts of one form."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0004_own_words'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='questionnaireresponse',
            name='plans_response_one_draft',
        ),
    ]
