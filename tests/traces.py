"""A mark that must be nowhere, however it is spelled: as text, escaped by JSON or XML, in a packed file."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

_ESCAPED = re.compile(r"\\+u([0-9a-fA-F]{4})")


def read(text: str) -> str:
    """As a person would read it: what JSON has escaped, however often, in its own letters."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def holds(path: Path, *marks: str) -> bool:
    """Does the file, or one that is packed in it, hold one of them?"""
    return any(spelling in part for part in _parts(path) for mark in marks for spelling in spellings(mark))


def spellings(mark: str) -> frozenset[bytes]:
    """As Office and Windows programs write it too, and as JSON inside of JSON."""
    escaped = json.dumps(mark)[1:-1]
    as_json = {escaped.encode(), json.dumps(escaped)[1:-1].encode()}
    return frozenset({mark.encode(), mark.encode("utf-16-le"), mark.encode("ascii", "xmlcharrefreplace"), *as_json})


def _parts(path: Path) -> Iterator[bytes]:
    yield path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            yield from map(packed.read, packed.namelist())
