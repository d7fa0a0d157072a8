"""What we must not be told: numbers of documents and telephones."""

import re

_DASH = r"\-‐‑‒–—−"
_ISO_DATE = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")
_RUN = re.compile(rf"\d(?:[\s{_DASH}()]*\d){{9,}}")
_GROUP = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAMED = re.compile(
    r"\b(?:паспорт\w*|снилс\w*|инн)\b"
    rf"(?:[\s:;.,№#({_DASH}]|\b(?:серия|сер|номер|ном|данные|рф|россии|мой|n)\b)*"
    r"\d{2,}",
    re.IGNORECASE,
)


def looks_like_document(text: str) -> bool:
    """Does the text hold what reads as a number of a document, a card or a telephone?"""
    if _NAMED.search(text):
        return True
    return any(not _is_plain_list(run) for run in _RUN.findall(_ISO_DATE.sub(" / ", text)))


def _is_plain_list(run: str) -> bool:
    """Years and growing small numbers: «2025-2026 2026-2027», «5 6 7 8 9 10 11», «9-10 10-11 14-15»."""
    groups = _GROUP.findall(run)
    small = [int(group) for group in groups if len(group) <= 2]
    return small == sorted(small) and all(len(group) <= 2 or _YEAR.fullmatch(group) for group in groups)
