"""Names in cases: what is guessed for seventy invented people, where it is wrong, and that no letter is ever lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.declensions.guessing import guess_name
from mentoring.rules.declension import Case, Gender, Guess
from mentoring.rules.declension.names import Part, gender_of, parts_of
from mentoring.rules.names import search_name

TABLE = Path(__file__).with_name("declined_names.txt")
WITHOUT_PATRONYMIC = {"Петрова Инна", "Сидоренко Никита", "Смит Джон", "Смит Мэри", "Дюма Пьер", "Гёте Иоганн"}


@dataclass(frozen=True)
class Name:
    """`guessed` is None when nothing is; the same as `right` unless the table says otherwise."""

    full: str
    gender: Gender
    right: Guess
    guessed: Guess | None


def _names() -> Iterator[Name]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith(" "):
            continue
        full, gender, *cases = (cell.strip() for cell in line.split("|"))
        right, guessed = _forms(cases), below.partition("guess:")[2].strip()
        otherwise = (
            None if guessed == "-" else _forms([cell.strip() for cell in guessed.split("|")]) if guessed else right
        )
        yield Name(full, Gender(gender), right, otherwise)


def _forms(cases: list[str]) -> Guess:
    genitive, dative, accusative = cases if cases != [""] else ["", "", ""]
    return Guess(genitive=genitive, dative=dative, accusative=accusative)


NAMES = list(_names())


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name.full)
def test_a_name_is_guessed_as_the_table_says(name: Name) -> None:
    assert guess_name(name.full, name.gender) == name.guessed


def test_the_table_is_large_and_few_of_its_guesses_are_wrong() -> None:
    assert len(NAMES) > 60
    wrong = [name.full for name in NAMES if name.guessed is not None and name.guessed != name.right]
    assert wrong == ["Заяц Игорь Кузьмич"]


@pytest.mark.parametrize("name", [each for each in NAMES if each.guessed], ids=lambda name: name.full)
def test_the_patronymic_tells_the_gender_and_nothing_else_does(name: Name) -> None:
    without = name.full in WITHOUT_PATRONYMIC or "." in name.full
    assert gender_of(name.full) == (None if without else name.gender)


@pytest.mark.parametrize(
    ("full", "gender"),
    [
        ("Станкевич Роман", None),
        ("Станкевич Роман Игоревна", Gender.FEMALE),
        ("Павел Олегович Станкевич", Gender.MALE),
        ("Лугина Анна", None),
        ("", None),
    ],
)
def test_a_surname_is_no_patronymic(full: str, gender: Gender | None) -> None:
    assert gender_of(full) == gender


WORDS = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВЯЁ-'’«»\" .()Ab1\u0301\n", max_size=40)


@given(WORDS, st.sampled_from(Gender))
def test_no_text_is_too_strange_to_be_looked_at(text: str, gender: Gender) -> None:
    gender_of(text)
    guess = guess_name(text, gender)
    assert guess is None or all(len(guess.of(case).split()) == len(text.split()) for case in Case)


CYRILLIC = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=2, max_size=12).map(str.capitalize)


@given(
    st.lists(CYRILLIC, min_size=2, max_size=2),
    st.sampled_from(["А. П.", "А.П.", "Мамед оглы"]),
    st.sampled_from(Gender),
)
def test_what_does_not_change_keeps_every_letter(words: list[str], tail: str, gender: Gender) -> None:
    full = f"{words[0]} {tail}" if "." in tail else f"{words[0]} {words[1]} {tail}"
    parts = parts_of(full)
    guess = guess_name(full, gender)
    assert guess is not None
    for case in Case:
        for part, word in zip(parts, guess.of(case).split(), strict=True):
            assert part.part is not Part.KEPT or word == part.word
            assert word[0] == part.word[0]


def test_capitals_stay_capitals() -> None:
    guess = guess_name("ПЕТРОВ-ВОДКИН Кузьма Сергеевич", Gender.MALE)
    assert guess is not None
    assert guess.dative == "ПЕТРОВУ-ВОДКИНУ Кузьме Сергеевичу"
    assert search_name(guess.dative) == "петрову водкину кузьме сергеевичу"
