"""The picture of the whole network: everybody is on it, nothing meets, nothing is cut, nothing by colour alone."""

import pickle
import time
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import combinations
from math import hypot

import numpy
import pytest
from PIL import Image

from mentoring.papers import pairs_lines
from mentoring.papers.drawing import Drawing
from mentoring.papers.pairs_chart import FROM_NAME, KNOT, LEFT, MARGIN, QUIET, RIGHT, WIDTH, build, caption
from mentoring.papers.pairs_layout import INK
from mentoring.papers.pairs_lines import COLOURS
from mentoring.papers.pairs_values import PairMark, PairsNetwork
from tests.papers.networks import EMPTY, NASTY, of_pairs, people

TALLEST = 2560  # Telegram shows it unshrunk
FULL = replace(of_pairs(8), waiting=("Ли Ю.", "Лугова Г. О."), free=("Полевая А. И.",))


@cache
def drawn(network: PairsNetwork) -> tuple[bytes, ...]:
    """Once, however many tests look at it."""
    return build(network)


def pictures(network: PairsNetwork) -> list[Image.Image]:
    return [Image.open(BytesIO(page)).convert("RGB") for page in drawn(network)]


def places(image: Image.Image, colour: str) -> list[tuple[int, int]]:
    """Where the very colour is."""
    wanted = list(bytes.fromhex(colour.removeprefix("#")))
    found = numpy.argwhere((numpy.asarray(image) == wanted).all(axis=2))
    return [(x, y) for y, x in found.tolist()]


def between(image: Image.Image) -> Image.Image:
    """The space where the lines run, without the discs at their ends."""
    edge = FROM_NAME + KNOT + 1
    return image.crop((round(LEFT + edge), 0, round(RIGHT - edge), image.height))


@pytest.mark.parametrize(
    "network",
    [
        EMPTY,
        replace(EMPTY, waiting=("Ли Ю.",)),
        of_pairs(1),
        FULL,
        of_pairs(30, marks=(PairMark.ACTIVE,)),
        of_pairs(4, group=6),
        NASTY,
        replace(of_pairs(27), school=NASTY.school),
        pytest.param(replace(of_pairs(30), waiting=("Ли Ю.",) * 70, free=("Лугов Г.",) * 9), marks=pytest.mark.slow),
    ],
)
def test_nothing_is_cut_at_the_edges_and_no_page_is_shrunk(network: PairsNetwork) -> None:
    for image in pictures(network):
        assert image.width == WIDTH == 1080
        assert image.height <= TALLEST
        edge, (width, height_) = MARGIN // 2, image.size
        for strip in (
            (0, 0, edge, height_), (width - edge, 0, width, height_),
            (0, 0, width, edge), (0, height_ - edge, width, height_),
        ):  # fmt: skip
            assert image.crop(strip).getcolors() == [((strip[2] - strip[0]) * (strip[3] - strip[1]), (255, 255, 255))]


@pytest.mark.parametrize("mark", PairMark)
def test_a_line_runs_between_the_two_names_in_its_colour(mark: PairMark) -> None:
    [image] = pictures(of_pairs(1, marks=(mark,)))
    xs = [x for x, _ in places(between(image), COLOURS[mark])]
    room = between(image).width
    assert min(xs) < 15
    assert max(xs) > room - 25
    others = [COLOURS[other] for other in PairMark if other is not mark]
    assert all(not places(image, other) for other in others)


@pytest.mark.parametrize("mark", PairMark)
def test_what_is_not_usual_is_said_in_a_word_at_the_name(mark: PairMark) -> None:
    [image] = pictures(of_pairs(1, marks=(mark,)))
    word = image.crop((round(RIGHT), 0, WIDTH, image.height))
    assert bool(places(word, COLOURS[mark])) is (mark is not PairMark.ACTIVE)


def test_names_are_not_crossed_by_lines() -> None:
    for network in (NASTY, of_pairs(4, group=6)):
        for image in pictures(network):
            names = image.crop((0, 0, round(LEFT), image.height))
            legend = places(image, "#C9D1D9")[-1][1]  # the last rule: samples of the lines stand below it
            assert all(y > legend for colour in COLOURS.values() for _, y in places(names, colour))


def test_the_lines_differ_by_pattern_too() -> None:
    def pattern(mark: PairMark) -> bytes:
        drawing = Drawing(200)
        pairs_lines.link(drawing, (10, 20), (190, 20), mark)
        return bytes(int(light < 200) for light in Image.open(BytesIO(drawing.png(40))).convert("L").tobytes())

    patterns = {mark: pattern(mark) for mark in PairMark}
    for one, other in combinations(patterns.values(), 2):
        assert sum(a != b for a, b in zip(one, other, strict=True)) > 150
    assert len(set(COLOURS.values())) == len(PairMark)


@pytest.mark.parametrize("other", [(190.0, 20.0), (150.0, 180.0), (20.0, 190.0)])
def test_a_broken_line_ends_where_it_should(other: tuple[float, float]) -> None:
    for mark in PairMark:
        drawing = Drawing(200)
        pairs_lines.link(drawing, (10, 20), other, mark)
        found = places(Image.open(BytesIO(drawing.png(200))).convert("RGB"), COLOURS[mark])
        away = [hypot(x - 10, y - 20) for x, y in found]
        length = hypot(other[0] - 10, other[1] - 20)
        assert min(away) < 8
        assert length - 22 < max(away) < length + 8


def test_the_legend_names_the_lines_that_there_are() -> None:
    one, all_of_them = pictures(of_pairs(1))[0], pictures(of_pairs(6))[0]
    assert not places(one, COLOURS[PairMark.PAUSED])
    legend = places(all_of_them, "#C9D1D9")[-1][1]
    shown = {mark for mark in PairMark if any(y > legend for _, y in places(all_of_them, COLOURS[mark]))}
    assert shown == {PairMark.ACTIVE, PairMark.AGREED, PairMark.OFFERED, PairMark.PAUSED}


def test_those_without_a_pair_stand_below_on_the_last_page_or_on_their_own() -> None:
    alone = pictures(FULL)[0].height
    assert alone > pictures(of_pairs(8))[0].height + 150
    crowd = replace(of_pairs(1), waiting=tuple(each.name for each in people(0, 78)))
    assert len(drawn(crowd)) == 2
    assert not places(pictures(crowd)[1], COLOURS[PairMark.ACTIVE])
    assert len(drawn(replace(EMPTY, waiting=crowd.waiting[:10]))) == 1


def test_the_caption_counts_and_names_nobody() -> None:
    said = caption(FULL)
    assert said == (
        "Наставнические пары на 26.11.2026. Пар: 8. Без пары: 2. "
        "По состоянию: работает 5; ждёт приказа 1; предложена 1; на паузе 1."
    )
    assert caption(EMPTY) == "Наставнические пары на 26.11.2026. Пар: 0."
    assert "Групп: 4." in caption(of_pairs(4, group=3))


def test_thirty_pairs_are_drawn_in_two_seconds() -> None:
    drawn(of_pairs(1))  # fonts are read for the first time
    start = time.process_time()
    build(of_pairs(30))
    assert time.process_time() - start < 2  # of work: others may keep the machine busy


def test_the_same_network_is_the_same_pictures() -> None:
    assert drawn(FULL) == build(pickle.loads(pickle.dumps(FULL)))  # noqa: S301 our own value


@pytest.mark.parametrize("colour", [INK, QUIET, *COLOURS.values()])
def test_what_is_read_stands_out_from_paper(colour: str) -> None:
    parts = [part / 255 for part in bytes.fromhex(colour.removeprefix("#"))]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (light + 0.05) >= 4.5
