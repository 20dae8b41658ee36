"""How are the styles and scripts that Homeward serves built from their packages?

The packages come prebuilt from npm. Taken are the NHS design system's style, script and icons and HTMX; left are
the NHS typeface and logo, which are not ours to use. Each style is also made mirrored, for right-to-left. All is then hashed and compressed into a folder inside the
package, which the wheel carries. The folder is made aside and swapped in whole.
"""

import argparse
import hashlib
import os
import re
import shutil
import sys
from pathlib import Path

from homeward.config.mirrored import mirrored

CONFIG = Path(__file__).resolve().parent
REPOSITORY = CONFIG.parents[2]
BUILT = CONFIG / "static_built"
VENDOR = REPOSITORY / "build" / "static"
OWN = CONFIG.parent / "web" / "static"
MARK = ".made-from"
NHS_FILES = (
    "nhsuk-frontend.min.css",
    "nhsuk-frontend.min.css.map",
    "nhsuk-frontend.min.js",
    "nhsuk-frontend.min.js.map",
)
NHS_LOGOS = ("favicon.*", "nhsuk-icon-[0-9]*", "nhsuk-icon-mask.*")
TYPEFACE = "Frutiger W01"


def made_from() -> str:
    """One short name for all that the build is made from."""
    digest = hashlib.sha256()
    own = sorted(path for path in OWN.rglob("*") if path.is_file()) if OWN.is_dir() else []
    for path in (
        REPOSITORY / "package-lock.json",
        Path(__file__),
        CONFIG / "mirrored.py",
        CONFIG / "static_files.py",
        *own,
    ):
        digest.update(str(path.relative_to(REPOSITORY)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_current() -> bool:
    """Is the build that is here made from what is here?"""
    mark = BUILT / MARK
    return mark.exists() and mark.read_text() == made_from()


def without_typeface(css: str) -> str:
    """The NHS style with Arial throughout, and addresses that hold wherever the style is served from."""
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    return css.replace(f"{TYPEFACE},", "").replace("url(/assets/", "url(assets/")


def take_from_packages(packages: Path) -> None:
    """Copy what is served out of the installed npm packages."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    nhs = packages / "nhsuk-frontend" / "dist" / "nhsuk"
    (VENDOR / "nhsuk").mkdir(parents=True)
    for name in NHS_FILES:
        shutil.copy(nhs / name, VENDOR / "nhsuk" / name)
    style = VENDOR / "nhsuk" / "nhsuk-frontend.min.css"
    style.write_text(without_typeface(style.read_text()))
    shutil.copytree(
        nhs / "assets" / "images", VENDOR / "nhsuk" / "assets" / "images", ignore=shutil.ignore_patterns(*NHS_LOGOS)
    )


def mirror_styles() -> None:
    """Beside every style one for languages that run from right to left: `name.rtl.css`."""
    for style in (*(VENDOR / "nhsuk").glob("*.css"), *(OWN / "homeward").glob("*.css")):
        target = VENDOR / style.parent.name / f"{style.stem}.rtl.css"
        target.parent.mkdir(exist_ok=True)
        target.write_text(
            mirrored(style.read_text(encoding="utf-8")).replace("sourceMappingURL", "from"), encoding="utf-8"
        )


def _collect(target: Path) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
    os.environ.setdefault("HOMEWARD_SECRET_KEY", "not-used-while-collecting-static-files-0123456789")
    import django
    from django.conf import settings
    from django.contrib.staticfiles.management.commands.collectstatic import Command
    from django.core.management import call_command

    settings.STATIC_ROOT = str(target)
    settings.INSTALLED_APPS = ["django.contrib.staticfiles"]
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "homeward.config.static_files.HashedStatic"}}
    django.setup()
    call_command(Command(), interactive=False, verbosity=0)
    return sum(1 for path in target.rglob("*") if path.is_file())


def build(packages: Path) -> int:
    """Build it all and swap it in; the number of files that are now served."""
    take_from_packages(packages)
    mirror_styles()
    aside = BUILT.with_name(f"static_built.{os.getpid()}")
    shutil.rmtree(aside, ignore_errors=True)
    files = _collect(aside)
    (aside / MARK).write_text(made_from())
    old = BUILT.with_name(f"static_built.old.{os.getpid()}")
    if BUILT.exists():
        BUILT.rename(old)
    aside.rename(BUILT)
    shutil.rmtree(old, ignore_errors=True)
    return files


def main() -> int:
    """`python -m homeward.config.static_build`: build from --packages, or tell with --check whether it must be."""
    parser = argparse.ArgumentParser(description="Build the styles and scripts that Homeward serves.")
    parser.add_argument("--packages", type=Path, default=REPOSITORY / "node_modules", help="where npm installed them")
    parser.add_argument("--check", action="store_true", help="build nothing; exit 1 when a build is due")
    options = parser.parse_args()
    if options.check:
        return 0 if is_current() else 1
    print(f"Styles and scripts: {build(options.packages)} files are ready to serve.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
