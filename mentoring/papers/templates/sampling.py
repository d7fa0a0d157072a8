"""Values for a try: with every field of a kind said, a template must come together."""

from base64 import b64decode
from collections.abc import Sequence

from mentoring.papers.templates.fields import Field, Picture, Sort

_WORD = "Проба"
_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def samples(fields: Sequence[Field]) -> dict[str, object]:
    made: dict[str, object] = {}
    for each in fields:
        match each.sort:
            case Sort.TEXT:
                made[each.name] = _WORD
            case Sort.YES:
                made[each.name] = True
            case Sort.LINES:
                made[each.name] = [samples(each.each)] * 2
            case Sort.PICTURE:
                made[each.name] = Picture(f"{__name__}:pixel", ())
    return made


def pixel() -> bytes:
    return b64decode(_PIXEL)
