"""Names and answers as somebody may type them to break a screen: shown as they are, kept without what is invisible."""

import unicodedata

import pytest

from handlers.presses import Go, Spot, pack
from tests.conftest import School
from tests.dialogs.requesting import hands_in

EMOJI = "😀" * 2_048  # 4,096 units: all that one message of Telegram holds
INVISIBLE = ("\0", "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff", "\u00ad")

# What is typed, and what stays of it in the list.
NAMES = [
    ("<b>Соколова</b> Анна Ильинична", "<b>Соколова</b> Анна Ильинична"),
    ("Соколова & Анна", "Соколова & Анна"),
    ("Соколова </a> Анна", "Соколова </a> Анна"),
    ("Соколова &lt;i&gt; Анна", "Соколова &lt;i&gt; Анна"),
    ("Со\u200bко\0лова\u200f Анна\u202e Ильинична", "Соколова Анна Ильинична"),
    ("\ufeffСоколова\u00a0\u2003Анна\tИльинична\u2066", "Соколова Анна Ильинична"),
    ("Соколова А" + "\u0301" * 200 + "нна", "Соколова А" + "\u0301" * 3 + "нна"),
    ("שלום Анна", "שלום Анна"),
    ("Соко\ud7ffлова Анна", "Соколова Анна"),
    ("Соколова\u2028Анна\rИльинична", "Соколова Анна Ильинична"),
]


@pytest.mark.parametrize(("typed", "kept"), NAMES)
async def test_a_name_is_shown_as_it_is_and_kept_without_what_is_invisible(
    school: School, typed: str, kept: str
) -> None:
    """The stand-in refuses entities that do not fit: a message that came was well made."""
    coordinator = school.cast.coordinator
    (person_id,) = await school.lists(typed)
    assert await school.cast.bot.fetch(str, "SELECT full_name FROM person WHERE id = :id", id=person_id) == [kept]
    for press in (Go(Spot.PEOPLE), Go(Spot.PERSON, person_id), Go(Spot.PERSON_REMOVE, person_id), Go(Spot.PERSON)):
        await coordinator.presses_data(pack(press))
    await coordinator.presses_data(pack(Go(Spot.PERSON, person_id)))
    surname = kept.split(maxsplit=1)[0]
    assert surname in coordinator.screen.text
    await coordinator.says(surname)
    assert not [mark for mark in coordinator.heard if mark in INVISIBLE]
    assert await school.cast.bot.fetch(str, "SELECT error FROM inbox WHERE state = 'dead'") == []


@pytest.mark.parametrize(
    "text",
    [
        EMOJI,
        "<b>" * 1_300,
        "&" * 4_000,
        "</a>" * 1_000,
        "\u202e" * 4_000,
        "\0" * 4_000,
        "а" + "\u0301" * 4_000,
        "ﷺ" * 4_000,
    ],
    ids=["emoji", "tags", "ampersands", "ends", "rtl", "nul", "stacked", "wide"],
)
async def test_whatever_is_typed_anywhere_is_answered(school: School, text: str) -> None:
    """To the coordinator's search, in a small form, in a teacher's question, in an answer, as a code."""
    cast = school.cast
    await hands_in(school, cast.teacher, "Соколова Анна Ильинична")
    await cast.coordinator.says(text)
    await cast.coordinator.says("/people")
    await cast.coordinator.presses("Добавить человека")
    await cast.coordinator.says(text)
    await cast.teacher.says("/menu")
    await cast.teacher.presses("Спросить координатора")
    await cast.teacher.says(text)
    await cast.outsider.says(text)
    await cast.coordinator.says("/questions")
    await cast.coordinator.says("/write")
    await cast.coordinator.presses("Всем")
    await cast.coordinator.says(text)
    assert await cast.bot.fetch(str, "SELECT error FROM inbox WHERE state = 'dead'") == []
    for person in (cast.coordinator, cast.teacher, cast.outsider):
        assert "не получилось обработать" not in person.heard
    kept = await cast.bot.fetch(str, "SELECT text FROM question UNION ALL SELECT full_name FROM person")
    assert not [mark for each in kept for mark in each if unicodedata.category(mark) in ("Cc", "Cf") and mark != "\n"]
