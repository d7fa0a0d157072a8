"""How cards are searched, and when a text counts as naming its author."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.practices import beginnings, holds_name, search_words

LETTERS = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("full_name", "text"),
    [
        ("Соколова Анна Ильинична", "Так делает Соколова."),
        ("Соколова Анна Ильинична", "по методу Соколовой"),
        ("Соколова Анна Ильинична", "Спросите у Анны Ильиничны"),
        ("Соколова Анна Ильинична", "АННА"),
        ("Орёл Павел Львович", "помогли Павлу"),
        ("Орёл Павел Львович", "урок Орла"),
        ("Лугов Лев Олегович", "как у Льва"),
        ("Толстой Пётр Ильич", "с Толстым"),
        ("Ли Мэй", "Ли показала"),
        ("Берёзова-Лугова Ия", "Луговой"),
    ],
)
def test_a_name_is_found_in_any_case(full_name: str, text: str) -> None:
    assert holds_name(("Название", text), full_name)


@pytest.mark.parametrize(
    ("full_name", "text"),
    [
        ("Соколова Вера Ильинична", "верно, вернулись, веранда"),
        ("Соколова Анна Ильинична", "аннотация и соколиный глаз"),
        ("Орлова Надежда Павловна", "надёжный способ"),
        ("", "Соколова"),
        ("Соколова А. И.", "а и б сидели"),
    ],
)
def test_another_word_is_none(full_name: str, text: str) -> None:
    assert not holds_name((text,), full_name)


@given(LETTERS.filter(lambda word: len(word) > 2))
def test_a_name_as_it_is_written_is_always_found(name: str) -> None:
    assert holds_name((f"с {name.upper()}, вместе",), name)


@given(st.lists(LETTERS, min_size=1, max_size=6), st.data())
def test_the_beginning_of_any_word_is_found_in_what_is_kept(words: list[str], data: st.DataObject) -> None:
    kept = search_words(" ".join(words))
    word = data.draw(st.sampled_from(words))
    asked = beginnings(word[: data.draw(st.integers(1, len(word)))])
    assert asked is not None
    assert asked[0].strip("%") in kept
    assert asked[1:] == ("%", "%", "%")


@pytest.mark.parametrize("typed", ["", "…", " . ", "%_"])
def test_what_has_no_word_is_no_search(typed: str) -> None:
    assert beginnings(typed) is None


def test_four_words_are_looked_at() -> None:
    assert beginnings("Ёлка и урок, после звонка") == ("% елка%", "% и%", "% урок%", "% после%")
