"""What are Django's settings for Homeward? Every choice a deployer has is a variable in `environment`."""

from homeward.config import environment, security, sign_in
from homeward.config.databases import databases
from homeward.config.identity_key import identity_key
from homeward.config.installed import HOMEWARD, homeward_apps
from homeward.config.logs import logging_settings
from homeward.foundation.postgres.folders import data_folder
from homeward.web.reading.catalogue.ready import catalogues, ready
from homeward.web.reading.languages import LANGUAGES as SPOKEN
from homeward.web.reading.languages import SOURCE

BUILT_STATIC = HOMEWARD / "config" / "static_built"
VENDOR_STATIC = HOMEWARD.parents[1] / "build" / "static"

DEBUG = False
SECRET_KEY = environment.secret_key()
ALLOWED_HOSTS = environment.listed("HOMEWARD_ALLOWED_HOSTS")
ROOT_URLCONF = "homeward.config.urls"
WSGI_APPLICATION = "homeward.config.wsgi.application"

HOMEWARD_IDENTITY_KEY = identity_key  # asked for only when it is needed
HOMEWARD_PLACE = environment.value("HOMEWARD_PLACE")
HOMEWARD_DEMO = environment.demonstration()
HOMEWARD_PUBLIC_URL = environment.public_url()
HOMEWARD_PORT = environment.number("HOMEWARD_PORT")
HOMEWARD_PAGES_AT = environment.pages_at()
HOMEWARD_LIVE_PORT = environment.live_port()
HOMEWARD_LIVE_URL = environment.value("HOMEWARD_LIVE_URL")
HOMEWARD_DEMOGRAPHICS = environment.value("HOMEWARD_DEMOGRAPHICS")
HOMEWARD_MESSAGES = environment.value("HOMEWARD_MESSAGES")
HOMEWARD_MESSAGES_FOLDER = environment.messages_folder()
HOMEWARD_NOTIFY_URL = environment.value("HOMEWARD_NOTIFY_URL")
HOMEWARD_NOTIFY_KEY = environment.value("HOMEWARD_NOTIFY_KEY")
HOMEWARD_NOTIFY_SMS = environment.value("HOMEWARD_NOTIFY_SMS")
HOMEWARD_NOTIFY_EMAIL = environment.value("HOMEWARD_NOTIFY_EMAIL")
HOMEWARD_NOTIFY_LETTER = environment.value("HOMEWARD_NOTIFY_LETTER")
HOMEWARD_PARTNERS = environment.partners_file()
HOMEWARD_PRIVATE_HOOKS = environment.switch("HOMEWARD_PRIVATE_HOOKS")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "csp",
    "pgtrigger",
    "procrastinate.contrib.django",
    *sign_in.APPS,
    *homeward_apps(),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "homeward.config.live_address.LiveAddress",
    "homeward.fhir.door.cross_origin.CrossOrigin",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "homeward.web.sign_in.limits.SessionLimits",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [HOMEWARD / "web"],  # names are relative to web/: "hub/board/page.html"
        "APP_DIRS": False,
        "OPTIONS": {"environment": "homeward.web.environment.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",  # for allauth's own pages where we have none
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = databases()
DATABASE_ROUTERS = ["homeward.config.databases.OwnerMigrates"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PROCRASTINATE_DATABASE_ALIAS = "default"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

STATIC_URL = "/static/"
STATIC_ROOT = BUILT_STATIC
STATICFILES_DIRS = [folder for folder in (VENDOR_STATIC, HOMEWARD / "web" / "static") if folder.is_dir()]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
STATIC_IS_BUILT = (BUILT_STATIC / "staticfiles.json").exists()
WHITENOISE_USE_FINDERS = not STATIC_IS_BUILT
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "homeward.config.static_files.HashedStatic"
        if STATIC_IS_BUILT
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

LANGUAGE_CODE = SOURCE.code
LANGUAGES = [(language.code, language.name) for language in SPOKEN.values()]
LOCALE_PATHS = ready(catalogues(HOMEWARD_PLACE), into=data_folder())
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

SESSION_ENGINE = "homeward.web.sign_in.sessions"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# In the database, so that limits on sign-in attempts and used codes hold across processes. Nothing else is cached there.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "access_cache"}}
LOGGING = logging_settings(environment.value("HOMEWARD_LOG_LEVEL"))
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016", "security.W021"]


def _upper(module: object) -> dict[str, object]:
    return {name: found for name, found in vars(module).items() if name.isupper() and name not in ("APPS", "HTTPS")}


globals().update(_upper(security) | _upper(sign_in))
