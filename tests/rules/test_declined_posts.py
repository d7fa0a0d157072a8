"""Posts in cases by the table of a school's posts, and what is typed instead of a guess."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.declension import Case
from mentoring.rules.declension.posts import guess_post
from mentoring.rules.declension.typed import Doubt, doubt

TABLE = Path(__file__).with_name("declined_posts.txt").read_text("utf-8").splitlines()
POSTS = [[cell.strip() for cell in line.split("|")] for line in TABLE if not line.startswith("#")]


@pytest.mark.parametrize("line", POSTS, ids=lambda line: line[0])
def test_a_post_is_guessed_by_its_own_word(line: list[str]) -> None:
    post, *cases = line
    guess = guess_post(post)
    assert cases == (["-"] if guess is None else [guess.of(case) for case in Case])


@given(st.text("абвгдеучительщвожатыйредкциян -,.«»()\nАУ", max_size=60))
def test_no_post_is_too_strange_and_none_loses_a_word(post: str) -> None:
    guess = guess_post(post)
    assert guess is None or all(len(guess.of(case).split()) == len(post.split()) for case in Case)


@pytest.mark.parametrize(
    ("spelling", "typed", "why"),
    [
        ("Заяц Игорь Кузьмич", "Зайца Игоря Кузьмича", None),
        ("Пётр Лев", "Петру Льву", None),
        ("Соловьёва Анна", "соловьевой анне", None),
        ("Римская-Корсакова Вера", "Римской-Корсаковой Вере", None),
        ("заведующий библиотекой", "заведующему библиотекой", None),
        ("Заяц Игорь Кузьмич", "", Doubt.EMPTY),
        ("Заяц Игорь Кузьмич", "Зайца Игоря", Doubt.WORDS),
        ("Заяц Игорь", "Зайца Игоря Кузьмича", Doubt.WORDS),
        ("Заяц Игорь Кузьмич", "Волка Игоря Кузьмича", Doubt.LETTERS),
        ("Заяц Игорь Кузьмич", "Игоря Зайца Кузьмича", Doubt.LETTERS),
        ("Заяц Игорь", "Зайцевского Игоря", Doubt.LETTERS),
        ("Римская-Корсакова Вера", "Римской Вере", Doubt.LETTERS),
        ("Заяц Игорь", "Зайца Игоря2", Doubt.MARKS),
        ("Заяц Игорь", "Зайца <b>Игоря</b>", Doubt.MARKS),
        ("Заяц Игорь", "Зайца " + "я" * 300, Doubt.LONG),
    ],
)
def test_what_is_typed_must_be_the_same_words_with_other_endings(spelling: str, typed: str, why: Doubt | None) -> None:
    assert doubt(spelling, typed) is why


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_is_typed_is_answered(spelling: str, typed: str) -> None:
    assert doubt(spelling, typed) in (None, *Doubt)
