"""Finding materials by words: whatever their order, their case, «ё», or their endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.materials import matches

WORDS = st.lists(st.text("абвгдежзёйклмн", min_size=1, max_size=9), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("урок", "Открытый урок"),
        ("уроки", "Открытый урок"),
        ("урока открытого", "Открытый урок"),
        ("документами", "Документы и нормативная база"),
        ("родителей", "Родители и коллеги"),
        ("ЕЛКА", "Ёлка в классе"),
        ("ёлка", "елка"),
        ("«оцен»", "Оценивание, функциональная грамотность"),
        ("ИИ", "Цифровые инструменты и ИИ"),
    ],
)
def test_a_word_is_found_in_any_of_its_forms(typed: str, title: str) -> None:
    assert matches(typed, title)


@pytest.mark.parametrize(
    ("typed", "title"), [("", "Урок"), ("…!", "Урок"), ("рок", "Урок"), ("урок физики", "Урок химии"), ("план", "Клан")]
)
def test_what_is_not_there_is_not_found(typed: str, title: str) -> None:
    assert not matches(typed, title)


@given(WORDS, st.data())
def test_any_beginnings_of_any_words_in_any_order_find_surely(title: list[str], data: st.DataObject) -> None:
    chosen = data.draw(st.permutations(title))[: data.draw(st.integers(1, len(title)))]
    typed = [word[: data.draw(st.integers(1, len(word)))].upper().replace("Ё", "Е") for word in chosen]
    assert matches(" ".join(typed), " ".join(title)) == 2


@given(WORDS, WORDS, st.text("абвгде", min_size=1, max_size=6))
def test_one_more_word_never_finds_more(title: list[str], typed: list[str], more: str) -> None:
    words = " ".join(title)
    assert matches(" ".join([*typed, more]), words) <= matches(" ".join(typed), words)


@given(WORDS, WORDS)
def test_the_order_of_words_does_not_matter(title: list[str], typed: list[str]) -> None:
    assert matches(" ".join(typed), " ".join(title)) == matches(" ".join(reversed(typed)), " ".join(reversed(title)))
