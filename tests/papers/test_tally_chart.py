"""The picture of results: as wide as a phone, as high as it takes, nothing cut; and the words under it."""

from functools import cache
from io import BytesIO

import numpy
import pytest
from PIL import Image

from mentoring.papers import tally_words
from mentoring.papers.drawing import Pen, printable, width_of, wrapped
from mentoring.papers.tally_chart import BAR, INK, MARGIN, MEAN, QUIET, TRACK, WIDTH, build
from mentoring.papers.values import TallyChart
from mentoring.rules.tally import Tally
from tests.papers.tallied import AREAS, FORM, Said, chart_of, form_of, tallied

PEN = Pen(36, INK)
TEN_WIDE = {f"o{at}": f"{'Ш' * 38}{at}" for at in range(10)}
LONG = form_of(
    {"type": "multi", "text": "Очень длинный вопрос о том, что нужно. " * 8, "options": TEN_WIDE},
    {"type": "single", "text": "Чтоневмещаетсянистрокунидве" * 6, "options": {"a": "Да, на год", "b": "Нет"}},
)
EVERY: dict[str, Said] = {
    "areas": [(("o0", "o1"), 3), (("o9",), 1), (None, 2)],
    "ready": [(True, 7), (False, 3)],
    "why": [("", 3)],
    "sure": [(1, 1), (7, 3), (10, 2)],
    "years": [(3, 1), (25, 2)],
    "since": [("2026-09-01", 1), ("2026-10-15", 4)],
}


def of(key: str) -> Tally:
    return tallied(FORM, key, EVERY[key])


@cache
def drawn(chart: TallyChart) -> bytes:
    """Once, however many tests look at it."""
    return build(chart)


def picture(chart: TallyChart) -> Image.Image:
    return Image.open(BytesIO(drawn(chart))).convert("RGB")


def count(image: Image.Image, colour: str) -> int:
    wanted = tuple(bytes.fromhex(colour.removeprefix("#")))
    return sum(times for times, found in image.getcolors(1 << 24) or () if found == wanted)


@pytest.mark.parametrize("key", EVERY)
def test_every_kind_of_question_is_drawn_as_wide_as_a_phone(key: str) -> None:
    image = picture(chart_of(of(key)))
    assert image.width == WIDTH == 1080
    assert count(image, INK) > 1000


def test_a_full_page_is_higher_than_wide_and_no_tower() -> None:
    image = picture(chart_of(of("areas"), of("ready")))
    assert image.width < image.height < 2 * image.width


@pytest.mark.parametrize(
    "chart",
    [
        chart_of(*(of(key) for key in EVERY)),
        chart_of(*(tallied(LONG, key, [("a" if key == "q1" else ("o0", "o9"), 10_000)]) for key in ("q0", "q1"))),
        chart_of(tallied(FORM, "sure", [(mark, 9_999) for mark in range(1, 11)]), title="Анкета " * 20),
        chart_of(tallied(FORM, "sure", [(10, 1)])),
    ],
    ids=["every kind", "long words", "thousands", "the last mark"],
)
def test_nothing_is_cut_at_the_edges(chart: TallyChart) -> None:
    image = picture(chart)
    edge = MARGIN // 2
    width, height = image.size
    for strip in (
        (0, 0, edge, height), (width - edge, 0, width, height), (0, 0, width, edge), (0, height - edge, width, height),
    ):  # fmt: skip
        assert image.crop(strip).getcolors() == [((strip[2] - strip[0]) * (strip[3] - strip[1]), (255, 255, 255))]


@pytest.mark.parametrize(("yes", "no"), [(10, 0), (5, 5), (1, 9)])
def test_a_bar_is_as_long_as_its_share_of_those_who_answered(yes: int, no: int) -> None:
    image = picture(chart_of(tallied(FORM, "ready", [(True, yes), (False, no)])))
    drawn, left = count(image, BAR), count(image, TRACK)
    assert drawn / (drawn + left) == pytest.approx(0.5, abs=0.02)  # two tracks, the shares together fill one
    single = picture(chart_of(tallied(form_of({"type": "single", "options": {"a": "Да"}}), "q0", [("a", yes)])))
    assert count(single, TRACK) == 0


def test_a_scale_points_at_its_mean() -> None:
    def where(mean: int) -> float:
        image = picture(chart_of(tallied(FORM, "sure", [(mean, 4)])))
        wanted = list(bytes.fromhex(MEAN.removeprefix("#")))
        _, x = numpy.argwhere((numpy.asarray(image) == wanted).all(axis=2))[0]
        return float(x)

    assert where(1) < where(5) < where(10)
    step = (WIDTH - 2 * MARGIN) / 10
    assert where(5) == pytest.approx(MARGIN + 4.5 * step, abs=4)


def test_what_nobody_answered_is_a_sentence_and_no_bar() -> None:
    image = picture(chart_of(tallied(FORM, "ready", [(None, 1)]), tallied(FORM, "areas", [])))
    assert (count(image, BAR), count(image, TRACK)) == (0, 0)
    assert count(image, INK) > 1000


def test_the_same_results_are_the_same_picture() -> None:
    assert drawn(chart_of(of("areas"))) == build(chart_of(of("areas")))


@pytest.mark.parametrize("colour", [INK, QUIET, BAR, MEAN])
def test_what_is_read_stands_out_from_the_paper(colour: str) -> None:
    def light(shown: str) -> float:
        parts = [part / 255 for part in bytes.fromhex(shown.removeprefix("#"))]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    assert 1.05 / (light(colour) + 0.05) >= 4.5


@pytest.mark.parametrize("text", ["Раз в неделю", "слово " * 40, "Ш" * 200, "Ёж «у» дома — 5 $x^2$"])
def test_lines_are_no_wider_than_their_room_and_lose_no_letter(text: str) -> None:
    lines = wrapped(text, PEN, 300)
    assert all(width_of(line, PEN) <= 300 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_what_the_font_cannot_write_is_left_out() -> None:
    assert printable("Отлично 👍 или 你好?") == "Отлично  или ?"
    image = picture(chart_of(tallied(form_of({"type": "yesno", "text": "Встреча 👍 удалась?"}), "q0", [(True, 1)])))
    assert image.width == WIDTH


def test_the_words_under_the_picture_say_the_same_counts() -> None:
    said = tally_words.caption(chart_of(*(of(key) for key in ("ready", "sure", "years", "since"))))
    assert said.split("\n") == [
        "Анкета наставника. Версия 2. Ответов: 12. На 08.09.2026.",
        "",
        "2. Готовы ли вы стать наставником?",
        "Да — 7 (70 %); Нет — 3 (30 %). Ответили: 10.",
        "",
        "4. Насколько вы уверены?",
        "1 — 1 (17 %); 7 — 3 (50 %); 10 — 2 (33 %). Среднее 7,0; медиана 7. Ответили: 6.",
        "",
        "5. Сколько лет вы в школе?",
        "От 3 до 25; среднее 17,7; медиана 25. Ответили: 3.",
        "",
        "6. С какого числа вы готовы начать?",
        "С 01.09.2026 по 15.10.2026. Ответили: 5.",
    ]


def test_words_that_would_be_too_many_keep_what_was_chosen_most() -> None:
    said: Said = [((f"o{at}",), 10 + at) for at in range(10)]
    caption = tally_words.caption(chart_of(*[tallied(FORM, "areas", said)] * 3))
    assert len(caption) <= 1024
    assert caption.count(f"{AREAS['o9']} — 19") == 3
    assert AREAS["o0"] not in caption
    assert len(tally_words.caption(chart_of(*[tallied(LONG, "q0", [])] * 4, title="Анкета " * 200))) <= 1024
    thumbs = tally_words.caption(chart_of(tallied(FORM, "ready", []), title="👍" * 700))
    assert (thumbs.count("👍"), thumbs[-1]) == (511, "…")
