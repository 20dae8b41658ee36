"""Under which names are static files served? Each carries a digest of its content, also where scripts import scripts."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStatic(CompressedManifestStaticFilesStorage):
    """Hashed, compressed, and with the names inside ES modules' imports hashed as well."""

    support_js_module_import_aggregation = True
