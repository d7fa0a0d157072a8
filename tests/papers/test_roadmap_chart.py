"""The picture of the roadmap's year: every sign at its day, nothing cut, nothing by colour alone."""

import pickle
import time
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from itertools import combinations
from math import pi

import numpy
import pytest
from PIL import Image

from mentoring.papers import roadmap_signs
from mentoring.papers.drawing import Drawing
from mentoring.papers.roadmap_chart import (
    INK,
    LEFT,
    MARGIN,
    QUIET,
    RIGHT,
    TODAY_LINE,
    TODAY_WORDS,
    WIDTH,
    WINDOW,
    Year,
    roadmap_chart,
)
from mentoring.papers.roadmap_signs import HALF, sign
from mentoring.papers.roadmap_values import RoadmapActivity, RoadmapPaper, RoadmapStage
from mentoring.papers.roadmap_words import Mark
from mentoring.rules.stage_status import State
from tests.papers.roadmaps import DEFAULT, EMPTY, NAMELESS_STAGE, NASTY, SMALL, TODAY, activity, nasty, of_stages

COLOURS = {
    Mark.DONE: roadmap_signs.DONE,
    Mark.IN_PROGRESS: roadmap_signs.IN_PROGRESS,
    Mark.NOT_STARTED: roadmap_signs.NOT_STARTED,
    Mark.OVERDUE: roadmap_signs.OVERDUE,
    Mark.NOT_APPLICABLE: roadmap_signs.NOT_APPLICABLE,
}
STATES = {
    Mark.DONE: RoadmapActivity(text="", state=State.DONE),
    Mark.IN_PROGRESS: RoadmapActivity(text="", state=State.IN_PROGRESS),
    Mark.NOT_STARTED: RoadmapActivity(text=""),
    Mark.OVERDUE: RoadmapActivity(text="", is_overdue=True),
    Mark.NOT_APPLICABLE: RoadmapActivity(text="", state=State.NOT_APPLICABLE),
}
YEAR = Year(2026)
SEPTEMBER = (date(2026, 9, 1), date(2026, 9, 30))


def one(*activities: RoadmapActivity, window: tuple[date, date] | None = SEPTEMBER) -> RoadmapPaper:
    stage = RoadmapStage(number=1, title="Этап", window=window, activities=activities)
    return replace(EMPTY, stages=(stage,))


@cache
def drawn(paper: RoadmapPaper) -> bytes:
    """Once, however many tests look at it."""
    return roadmap_chart(paper)


def picture(paper: RoadmapPaper) -> Image.Image:
    return Image.open(BytesIO(drawn(paper))).convert("RGB")


def places(image: Image.Image, colour: str) -> list[tuple[int, int]]:
    """Where the very colour is."""
    wanted = list(bytes.fromhex(colour.removeprefix("#")))
    found = numpy.argwhere((numpy.asarray(image) == wanted).all(axis=2))
    return [(x, y) for y, x in found.tolist()]


def above_the_legend(image: Image.Image) -> Image.Image:
    """The legend has every sign too: it is below the names of the months, the last thing but it."""
    return image.crop((0, 0, image.width, places(image, TODAY_LINE)[-1][1]))


def middle(xs: list[int]) -> float:
    return (min(xs) + max(xs) + 1) / 2


@pytest.mark.parametrize(
    "paper",
    [
        DEFAULT,
        SMALL,
        EMPTY,
        replace(EMPTY, stages=(NAMELESS_STAGE,)),
        of_stages(12, 9),
        nasty(NASTY[0]),
        *(pytest.param(nasty(each), marks=pytest.mark.slow) for each in NASTY[1:]),
    ],
)
def test_nothing_is_cut_at_the_edges(paper: RoadmapPaper) -> None:
    image = picture(paper)
    assert image.width == WIDTH == 1080
    edge = MARGIN // 2
    width, height = image.size
    for strip in (
        (0, 0, edge, height), (width - edge, 0, width, height), (0, 0, width, edge), (0, height - edge, width, height),
    ):  # fmt: skip
        assert image.crop(strip).getcolors() == [((strip[2] - strip[0]) * (strip[3] - strip[1]), (255, 255, 255))]


@pytest.mark.parametrize("due", [date(2026, 8, 1), date(2026, 9, 15), date(2027, 1, 20), date(2027, 6, 30)])
def test_days_at_either_end_of_the_year_have_room_for_their_words(due: date) -> None:
    wide = one(activity("Ш" * 40 + " слово" * 20, due), window=None)
    image = picture(wide)
    edge = MARGIN // 2
    assert image.crop((0, 0, edge, image.height)).getcolors() == [(edge * image.height, (255, 255, 255))]
    assert image.crop((RIGHT + 3, 0, WIDTH, image.height)).getcolors() == [
        ((WIDTH - RIGHT - 3) * image.height, (255, 255, 255))
    ]


@pytest.mark.parametrize("today", [date(2026, 8, 1), date(2026, 11, 26), date(2027, 2, 28), date(2027, 6, 30)])
def test_todays_line_stands_at_its_day_from_top_to_bottom(today: date) -> None:
    found = places(picture(replace(of_stages(2), today=today)), TODAY_LINE)
    share = (today - date(2026, 8, 1)).days / 334
    assert middle([x for x, _ in found]) == pytest.approx(LEFT + share * (RIGHT - LEFT), abs=1.5)
    assert max(y for _, y in found) - min(y for _, y in found) > 400


@pytest.mark.parametrize("today", [date(2026, 7, 31), date(2027, 7, 1)])
def test_a_day_that_the_picture_does_not_have_is_told_in_words(today: date) -> None:
    image = picture(replace(SMALL, today=today))
    assert places(image, TODAY_LINE) == places(image, TODAY_WORDS) == []
    assert len(places(image, QUIET)) > len(places(picture(SMALL), QUIET)) + 500


@pytest.mark.parametrize("kind", Mark)
@pytest.mark.parametrize("due", [date(2026, 8, 31), date(2027, 1, 20), date(2027, 5, 28)])
def test_a_sign_stands_at_the_day_it_is_due(kind: Mark, due: date) -> None:
    paper = one(*(replace(each, due=due) for each in STATES.values()), window=None)
    xs = [x for x, _ in places(above_the_legend(picture(paper)), COLOURS[kind]) if abs(x - YEAR.x(due)) <= HALF + 1]
    assert middle(xs) == pytest.approx(YEAR.x(due), abs=1.5)
    assert max(xs) - min(xs) == pytest.approx(2 * HALF, abs=5)


def test_what_has_no_day_stands_before_august() -> None:
    undated = one(activity("Программы", words="15 рабочих дней после приказа", state=State.IN_PROGRESS))
    xs = [x for x, _ in places(above_the_legend(picture(undated)), roadmap_signs.IN_PROGRESS)]
    assert min(xs) >= MARGIN
    assert max(xs) < LEFT
    dated = one(activity("Программы", date(2026, 10, 1), State.IN_PROGRESS))
    assert picture(undated).height > picture(dated).height  # the legend says what stands there


def test_the_signs_differ_by_shape_too() -> None:
    def shape(of: Mark) -> bytes:
        drawing = Drawing(60)
        sign(drawing, 30, 30, of)
        return bytes(int(light < 200) for light in Image.open(BytesIO(drawing.png(60))).convert("L").tobytes())

    shapes = {each: shape(each) for each in Mark}
    pairs = combinations(shapes.values(), 2)
    assert min(sum(a != b for a, b in zip(one, other, strict=True)) for one, other in pairs) > 150
    assert sum(shapes[Mark.DONE]) < pi * HALF**2 - 80  # a white tick is in it
    assert len(set(COLOURS.values())) == len(Mark)


@pytest.mark.parametrize("window", [SEPTEMBER, (date(2026, 8, 1), date(2027, 6, 30)), (TODAY, TODAY)])
def test_a_stages_window_runs_from_its_first_morning_to_its_last_evening(window: tuple[date, date]) -> None:
    with_legend = places(picture(one(activity("Дело", words="потом"), window=window)), WINDOW)
    legend = with_legend[-1][1] - 60
    xs = [x for x, y in with_legend if y < legend]
    days = (window[1] - window[0]).days + 1
    assert min(xs) == pytest.approx(YEAR.x(window[0]), abs=3)
    assert max(xs) - min(xs) == pytest.approx(days * (RIGHT - LEFT) / 334, abs=4)


def test_a_stage_without_a_window_is_a_line_of_words() -> None:
    with_window, without = picture(one()), picture(one(window=None))
    assert len(places(without, WINDOW)) < len(places(with_window, WINDOW))
    assert len(places(without, QUIET)) > len(places(with_window, QUIET))


def test_a_term_that_the_school_has_only_in_words_is_told_as_it_is() -> None:
    said = replace(EMPTY, stages=(replace(NAMELESS_STAGE, term="Май", activities=(activity("Дело"),)),))
    not_said = replace(EMPTY, stages=(replace(NAMELESS_STAGE, activities=(activity("Дело"),)),))
    for colour in (INK, QUIET):
        assert len(places(picture(said), colour)) < len(places(picture(not_said), colour))  # «срок не назван» is longer


@pytest.mark.parametrize("due", [date(2025, 5, 1), date(2027, 7, 15), date(2030, 1, 1)])
def test_a_day_of_another_year_stands_at_the_edge(due: date) -> None:
    xs = [x for x, _ in places(above_the_legend(picture(one(activity("Дело", due, State.DONE)))), COLOURS[Mark.DONE])]
    edge = LEFT + HALF if due < TODAY else RIGHT - HALF
    assert middle(xs) == pytest.approx(edge, abs=1.5)


def test_the_months_are_those_of_a_school_year() -> None:
    months = list(YEAR.months())
    assert [name for name, _, _ in months] == [
        "авг",
        "сен",
        "окт",
        "ноя",
        "дек",
        "янв",
        "фев",
        "мар",
        "апр",
        "май",
        "июн",
    ]
    assert (months[0][1], months[-1][2]) == (LEFT, RIGHT)
    assert [left for _, left, _ in months[1:]] == [right for _, _, right in months[:-1]]
    assert months[7][1] == YEAR.x(date(2027, 3, 1))


def test_a_years_roadmap_is_high_but_telegram_shows_it_unshrunk() -> None:
    image = picture(DEFAULT)
    assert image.width < image.height <= 2560


def test_it_is_drawn_in_two_seconds() -> None:
    drawn(SMALL)  # fonts are read for the first time
    start = time.process_time()
    roadmap_chart(DEFAULT)
    assert time.process_time() - start < 2  # of work: others may keep the machine busy


def test_the_same_roadmap_is_the_same_picture() -> None:
    assert drawn(DEFAULT) == roadmap_chart(pickle.loads(pickle.dumps(DEFAULT)))  # noqa: S301 our own value


@pytest.mark.parametrize("colour", [INK, QUIET, TODAY_WORDS, *COLOURS.values()])
def test_what_is_read_stands_out_from_paper_and_window(colour: str) -> None:
    def light(shown: str) -> float:
        parts = [part / 255 for part in bytes.fromhex(shown.removeprefix("#"))]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    least = 4.5 if colour in {INK, QUIET, TODAY_WORDS} else 3.0  # a sign is larger than letters
    assert (light(WINDOW) + 0.05) / (light(colour) + 0.05) >= least
