"""Which settings differ under test? As few as can be."""

import os

os.environ.setdefault("HOMEWARD_SECRET_KEY", "only-for-tests-0123456789-abcdefghijklmnop")
os.environ.setdefault("HOMEWARD_POOL", "0")
os.environ.setdefault("HOMEWARD_DEMO", "1")
os.environ.setdefault("HOMEWARD_LOG_LEVEL", "WARNING")

from homeward.config.settings import *  # noqa: F403  # Django reads settings as the names of one module

ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # slow hashes are for real passwords
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
