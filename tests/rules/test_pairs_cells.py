"""Days, orders and forms as schools write them into a sheet of pairs; what is not sure is not read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.pairs_sheet import FORMATS
from mentoring.rules.pairs_sheet.cells import Order, read_day, read_order, read_term
from mentoring.rules.pairs_sheet.formats import read_format

MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
          "декабря")  # fmt: skip

days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(days, days)
def test_a_day_is_read_as_people_write_it(one: date, other: date) -> None:
    for said in (f"{one:%d.%m.%Y}", f"{one.day}.{one.month}.{one.year}", f"{one:%d.%m.%Y} г.", f"{one}",
                 f"{one:%d/%m/%y}", f"{one.day} {MONTHS[one.month - 1]} {one.year} года"):  # fmt: skip
        assert read_day(said) == one
        assert read_term(said) is None
    for said in (f"{one:%d.%m.%Y} – {other:%d.%m.%Y}", f"с {one:%d.%m.%Y} г. по {other:%d.%m.%y}", f"{one} - {other}"):
        assert read_term(said) == (one, other)
        assert read_day(said) is None
    assert read_term(f"с {one:%d.%m.%Y}") == (one, None)
    assert read_term(f"по {one:%d.%m.%Y}") is None


@pytest.mark.parametrize("said", ["", "01.10", "01.13.2026", "октябрь 2026", "до 01.10.2026 или позже", "1.10.1926",
                                  "01.10.20261", "46296", "01.10.2026 5"])  # fmt: skip
def test_what_is_not_surely_a_day_is_none(said: str) -> None:
    assert read_day(said) is None


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("45-к", Order("45-к")),
        ("№ 45", Order("45")),
        ("Приказ №45-к от 01.10.2026", Order("45-к", "01.10.2026")),
        ("приказ от 01.10.2026 № 45", Order("45", "01.10.2026")),
        ("от 01.10.2026", Order("", "01.10.2026")),
        ("N 7/1", Order("7/1")),
        ("НМ-12", Order("НМ-12")),
        ("", Order("")),
    ],
)
def test_an_order_is_its_number_and_perhaps_its_day(said: str, order: Order) -> None:
    assert read_order(said) == order


@pytest.mark.parametrize(
    ("said", "key"),
    [
        *((label, key) for key, label in FORMATS.items()),
        ("индивидуальная", "one_to_one"), ("Традиционная форма", "one_to_one"), ("групповая", "group"),
        ("Онлайн", "remote"), ("краткосрочное наставничество", "short_term"), ("ситуационное", "situational"),
        ("РЕВЕРСИВНОЕ", "reverse"), ("скоростное", "speed"), ("учитель – учитель", ""), ("", ""), ("очная", ""),
    ],
)  # fmt: skip
def test_a_form_is_known_by_the_words_that_schools_have(said: str, key: str) -> None:
    assert read_format(said) == key
