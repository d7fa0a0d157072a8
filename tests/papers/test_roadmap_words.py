"""The roadmap in words: what stands under its picture, and what of it is late."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.papers.roadmap_values import RoadmapActivity, RoadmapPaper, RoadmapStage
from mentoring.papers.roadmap_words import NO_ACTIVITIES, NO_STAGES, Mark, counts, mark, roadmap_caption, shown
from mentoring.rules.stage_status import State
from tests.papers.roadmaps import DEFAULT, EMPTY, NAMELESS_STAGE, TODAY, activity


def of(*activities: RoadmapActivity) -> RoadmapPaper:
    return replace(EMPTY, stages=(RoadmapStage(number=1, title="Этап", activities=activities),))


def test_the_words_under_the_picture() -> None:
    assert roadmap_caption(DEFAULT).split("\n") == [
        "Дорожная карта наставничества, 2026/2027 учебный год.",
        "Школа № 12",
        "Мероприятий: 23. Сделано: 9. Просрочено: 4. Не требуется: 1. На 26.11.2026.",
        "Ближайшие сроки:",
        "20.01.2027: Промежуточная сверка",
        "15.05.2027: Мониторинг качества реализации персонализированных программ (анкетирование)",
        "22.05.2027: Школьная конференция или семинар",
    ]


@pytest.mark.parametrize(
    ("paper", "last"),
    [
        (EMPTY, f"{NO_STAGES}. На 26.11.2026."),
        (replace(EMPTY, stages=(NAMELESS_STAGE,)), "Ближайших сроков нет."),
        (of(activity("Дело", date(2026, 9, 1))), "Ближайших сроков нет."),
        (of(activity("Дело", TODAY)), "26.11.2026: Дело"),
        (of(activity("Дело", date(2027, 1, 1), State.DONE)), "Ближайших сроков нет."),
    ],
)
def test_the_words_read_well_with_little_to_say(paper: RoadmapPaper, last: str) -> None:
    assert roadmap_caption(paper).split("\n")[-1] == last


def test_counts_of_nothing_are_a_sentence() -> None:
    assert counts(EMPTY) == f"{NO_STAGES}."
    assert counts(replace(EMPTY, stages=(NAMELESS_STAGE,))) == f"{NO_ACTIVITIES}."
    assert counts(of(activity("Дело", TODAY))) == "Мероприятий: 1. Сделано: 0. Просрочено: 0."


@given(st.text(max_size=300) | st.sampled_from(["👍" * 300, "Ш" * 300]))
def test_the_words_are_no_more_than_telegram_takes(said: str) -> None:
    every = tuple(activity(said, TODAY) for _ in range(5))
    stage = RoadmapStage(number=1, title=said, activities=every)
    caption = roadmap_caption(replace(EMPTY, school=said, stages=(stage,) * 5))
    assert len(caption.encode("utf-16-le")) <= 2 * 1000


def test_what_is_done_or_not_wanted_is_never_late() -> None:
    def marks() -> Iterator[Mark]:
        for state in State:
            yield mark(RoadmapActivity(text="", state=state, is_overdue=True))

    assert list(marks()) == [Mark.OVERDUE, Mark.OVERDUE, Mark.DONE, Mark.NOT_APPLICABLE]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("В течении учебного года", "В течение учебного года"),
        ("август, в течении месяца", "август, в течение месяца"),
        ("В течение года", "В течение года"),
    ],
)
def test_the_slip_of_most_roadmaps_is_corrected(typed: str, printed: str) -> None:
    assert shown(typed) == printed
