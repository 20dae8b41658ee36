"""Which addresses does Homeward answer, and who answers when something is wrong?"""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, path

from homeward.config.by_first_word import ByFirstWord
from homeward.config.health import healthz, readyz
from homeward.web.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns: list[URLPattern | URLResolver] = [path("healthz", healthz), path("readyz", readyz)]

if find_spec("homeward.fhir.urls"):
    urlpatterns.append(ByFirstWord("homeward.fhir.urls"))
urlpatterns.append(ByFirstWord("homeward.web.urls"))
