"""Start and end as a picture: two bars a question as long as their means, none where too few have answered."""

from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image

from mentoring import forms
from mentoring.papers import monitoring_words
from mentoring.papers.compared_chart import AFTER, BEFORE, build
from mentoring.papers.monitoring_values import ComparedPaper, Response
from mentoring.papers.tally_chart import WIDTH
from mentoring.rules.comparison import Circle, Compared, Measured

QUESTION = forms.load().get("mon_end_mentee").question("s_lesson")


def paper(*lines: Compared) -> ComparedPaper:
    return ComparedPaper(Circle.MENTEES, Response(9, 8), Response(7, 6), lines)


def measured(mean: str) -> Measured:
    return Measured(6, Decimal(mean))


def coloured(image: Image.Image, colour: str) -> int:
    wanted = tuple(bytes.fromhex(colour.removeprefix("#")))
    return sum(times for times, found in image.getcolors(1 << 24) or () if found == wanted)


def test_bars_are_as_long_as_the_means_and_the_few_have_none() -> None:
    shown = Compared(QUESTION, measured("4.0"), measured("8.0"), 5)
    half = Compared(QUESTION, measured("4.0"), None, 5)
    other = Compared(QUESTION, None, None, 5, comparable=False)
    image = Image.open(BytesIO(build(paper(shown, half, other)))).convert("RGB")
    assert image.width == WIDTH
    assert coloured(image, AFTER) > 1000
    assert coloured(image, BEFORE) == pytest.approx(coloured(image, AFTER), rel=0.01)  # twice four beside once eight


def test_the_words_under_it_say_the_same() -> None:
    said = monitoring_words.caption(paper(Compared(QUESTION, measured("8.0"), measured("7.5"), 5)))
    assert said.split("\n") == [
        "Старт и итог: наставляемые.",
        "Старт: приглашены 9, ответили 8 (89 %).",
        "Итог: приглашены 7, ответили 6 (86 %).",
        "Готовлю и провожу уроки уверенно: 8,0 → 7,5 (−0,5). Ответили: 6 и 6.",
    ]
