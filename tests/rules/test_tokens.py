"""Invitations that survive a Russian keyboard and tired eyes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.tokens import (
    ALPHABET,
    digest,
    looks_like_code,
    new_code,
    new_link_token,
    read_code,
    shown_code,
)

codes = st.text(ALPHABET, min_size=10, max_size=10)
CYRILLIC = str.maketrans("ACEHKMPTXY", "АСЕНКМРТХУ")


def test_a_token_fits_a_start_link_and_never_repeats() -> None:
    tokens = {new_link_token() for _ in range(200)}
    assert len(tokens) == 200
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22,60}", token) for token in tokens)


def test_a_code_is_ten_characters_without_twins() -> None:
    code = new_code()
    assert re.fullmatch(rf"[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}", shown_code(code))
    assert not set(ALPHABET) & set("0O1ILSZ258BGQUV6")
    assert new_code() != code


@given(code=codes)
def test_a_code_is_read_however_it_was_typed(code: str) -> None:
    ways = [shown_code(code), code.lower(), f" {code[:3]} {code[3:7]}–{code[7:]}. ", code.translate(CYRILLIC)]
    ways += [f"«{shown_code(code)}»", code.translate(CYRILLIC).lower()]
    assert {read_code(way) for way in ways} == {code}
    assert {digest(way) for way in ways} == {digest(code)}
    assert all(looks_like_code(way) for way in ways)


@pytest.mark.parametrize("text", ["", "ACEFH", "ACEFHJKMNB", "ACEFHJKMNPR", "здравствуй", "ACEFHJKMN0"])
def test_what_is_no_code_is_not_read(text: str) -> None:
    assert read_code(text) is None


@pytest.mark.parametrize("text", ["ACEFH-JK7NB", "ACEFH-JK7N", "aсefhjk7n0", "ABCDE-FGHIJ", " abcde–fghij "])
def test_a_slip_still_looks_like_a_code(text: str) -> None:
    assert looks_like_code(text)


@pytest.mark.parametrize(
    "text", ["здравствуй", "89001234567", "2026-10-05", "hello", "подскажите", "5 октября", "Белов-Орлов"]
)
def test_talk_does_not_look_like_a_code(text: str) -> None:
    assert not looks_like_code(text)


def test_a_digest_hides_the_secret_and_keeps_the_case_of_tokens() -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", digest("Ab_c-"))
    assert digest("Ab_c-") == digest(" Ab_c- ")
    assert digest("Ab_c-") != digest("ab_c-")
