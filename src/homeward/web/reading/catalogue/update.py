"""How are the .po files brought into line with what pages say? `python -m homeward.web.reading.catalogue.update`.

Sentences that are no longer said are dropped, new ones stand untranslated until somebody translates them. `--add FILE`
takes translations from a JSON file, {language: {English: translation}}; what it adds is marked as needing review.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from homeward.web.reading.catalogue import po
from homeward.web.reading.catalogue.ready import OWN, PO
from homeward.web.reading.languages import TRANSLATED


def wanted() -> dict[Path, list[str]]:
    """The sentences that each folder of .po files should hold."""
    from django.conf import settings  # Django is ready only once main has made it so

    from homeward.directory.api import place
    from homeward.web.environment import environment
    from homeward.web.reading.catalogue.extract import in_code, in_templates
    from homeward.web.reading.catalogue.ready import catalogue_of
    from homeward.web.reading.catalogue.spoken import of_packages, of_place

    ours = sorted({*in_templates(environment()), *in_code(), *of_packages()})
    theirs = [words for words in of_place(place()) if words not in ours]
    folder = catalogue_of(settings.HOMEWARD_PLACE)
    return {OWN: ours} | ({folder: theirs} if folder else {})


def update(folder: Path, sentences: Sequence[str], *, language: str, added: Mapping[str, str]) -> tuple[int, int]:
    """Write one .po file; returns how many sentences it holds and how many are translated."""
    path = folder / language / PO
    known = {entry.msgid: entry for entry in po.read(path)} if path.exists() else {}
    entries = po.joined(sentences, known, added)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(po.written(entries, language=language), encoding="utf-8")
    return len(entries), sum(bool(entry.msgstr) for entry in entries)


def main() -> int:
    """Bring every catalogue into line, and say how much of each is translated."""
    parser = argparse.ArgumentParser(description="Bring the translations into line with what pages say.")
    parser.add_argument("--add", type=Path, help="translations to take in, as JSON")
    parser.add_argument("--list", action="store_true", help="print what is to translate, write nothing")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
    import django

    django.setup()
    folders = wanted()
    if options.list:
        json.dump(
            {str(folder): sentences for folder, sentences in folders.items()}, sys.stdout, ensure_ascii=False, indent=1
        )
        return 0
    given = json.loads(options.add.read_text(encoding="utf-8")) if options.add else {}
    for folder, sentences in folders.items():
        for language in TRANSLATED:
            held, done = update(folder, sentences, language=language.code, added=given.get(language.code, {}))
            print(f"{folder.parent.name}, {language.name}: {done} of {held} translated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
