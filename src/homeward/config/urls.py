"""Which addresses does Homeward answer?"""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from homeward.config.health import healthz, readyz

urlpatterns: list[URLPattern | URLResolver] = [path("healthz", healthz), path("readyz", readyz)]

for _prefix, _module in (("", "homeward.fhir"), ("", "homeward.web")):
    if find_spec(_module) and find_spec(f"{_module}.urls"):
        urlpatterns.append(path(_prefix, include(f"{_module}.urls")))
