"""Which role opens which page? Drawn from the pages' and the place's own declarations."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver
from django.urls.converters import UUIDConverter

from homeward.directory.api import place
from homeward.grammar.api import Role
from homeward.web import urls
from homeward.web.page import Page
from tests.plumbing.fingerprint import REPOSITORY

DRAWN = REPOSITORY / "docs" / "generated" / "permissions.md"
NOBODY = "00000000-0000-7000-8000-000000000000"


@dataclass(frozen=True, kw_only=True)
class Address:
    """A page at one address: as it is declared, and as it can be asked for."""

    shown: str
    path: str
    page: Page

    def opens_for(self, role: Role) -> bool:
        """What the declarations say. A machine's role opens no page that asks for a permission."""
        if self.page.open or self.page.permission is None:
            return True
        return not role.machine and role.may(self.page.permission)


def addresses() -> list[Address]:
    """Every address of every page."""
    return sorted(_found(urls.urlpatterns), key=lambda address: address.shown)


def _found(patterns: list[URLPattern | URLResolver]) -> Iterator[Address]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from _found(each.url_patterns)
        elif page := getattr(each.callback, "page", None):
            shown = str(each.pattern)
            path = shown
            for name, converter in each.pattern.converters.items():
                for written in (f"<uuid:{name}>", f"<slug:{name}>", f"<str:{name}>"):
                    path = path.replace(written, NOBODY if isinstance(converter, UUIDConverter) else "accept")
                path = path.replace(f"<int:{name}>", "1")
            yield Address(shown=f"/{shown}", path=f"/{path}", page=page)


def roles() -> list[Role]:
    """Every declared role."""
    return sorted(place().roles.values(), key=lambda role: role.title)


def render() -> str:
    """The matrix as Markdown: pages that strangers may see, then a table of the others by permission."""
    shown = addresses()
    lines = ["# Who opens which page", "", "Drawn by `python -m tests.permissions.draw`; a test asks for every page in every role.", ""]
    lines += ["## Anyone", ""]
    lines += [f"- `{each.shown}`" for each in shown if each.page.open]
    signed_in = [f"- `{each.shown}`" for each in shown if not each.page.open and each.page.permission is None]
    lines += ["", "## Anyone signed in", "", *signed_in] if signed_in else []
    lines += ["", "## By role", ""]
    columns = roles()
    lines.append("| page | permission | " + " | ".join(role.title for role in columns) + " |")
    lines.append("|---|---|" + "---|" * len(columns))
    for each in shown:
        if not each.page.open and each.page.permission is not None:
            marks = " | ".join("yes" if each.opens_for(role) else "–" for role in columns)
            lines.append(f"| `{each.shown}` | `{each.page.permission}` | {marks} |")
    return "\n".join(lines) + "\n"

