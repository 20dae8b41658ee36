"""Two records found to be one person may each hold a wish: the newest counts."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("exchange", "0002_guards")]
    operations = [migrations.RemoveConstraint(model_name="contactrule", name="exchange_contactrule_one_wish")]
