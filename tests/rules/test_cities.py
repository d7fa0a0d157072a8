"""A school's city gives its time zone, or nothing rather than a wrong one."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from mentoring.forms import load

FORMS = load()
JANUARY = datetime(2026, 1, 15)  # noqa: DTZ001 - utcoffset of a zone takes its local time


@pytest.mark.parametrize(
    ("city", "zone"),
    [
        ("Калининград", "Europe/Kaliningrad"),
        ("г. Казань", "Europe/Moscow"),
        ("г.Казань", "Europe/Moscow"),
        ("город орел", "Europe/Moscow"),
        ("Ростов - на - Дону", "Europe/Moscow"),
        ("САНКТ–ПЕТЕРБУРГ", "Europe/Moscow"),
        ("Нижний Новгород", "Europe/Moscow"),
        ("Волгоград", "Europe/Volgograd"),
        ("Самара", "Europe/Samara"),
        ("Ижевск", "Europe/Samara"),
        ("Саратов", "Europe/Saratov"),
        ("Екатеринбург", "Asia/Yekaterinburg"),
        ("Омск", "Asia/Omsk"),
        ("Новосибирск", "Asia/Novosibirsk"),
        ("Красноярск", "Asia/Krasnoyarsk"),
        ("Улан-Удэ", "Asia/Irkutsk"),
        ("Чита", "Asia/Chita"),
        ("Благовещенск", "Asia/Yakutsk"),
        ("Комсомольск на Амуре", "Asia/Vladivostok"),
        ("Магадан", "Asia/Magadan"),
        ("Южно-Сахалинск", "Asia/Sakhalin"),
        ("Петропавловск-Камчатский", "Asia/Kamchatka"),
        ("Анадырь", "Asia/Anadyr"),
        ("с. Иваново, Томская область", "Asia/Tomsk"),
        ("Благовещенск, Республика Башкортостан", "Asia/Yekaterinburg"),
        ("Республика Саха (Якутия)", "Asia/Yakutsk"),
        ("пос. Лесной Приморский край", "Asia/Vladivostok"),
        ("Амурск", "Asia/Vladivostok"),
        ("Кировский", None),
        ("Рай", None),
        ("", None),
        ("🙂", None),
    ],
)
def test_a_city_has_its_zone(city: str, zone: str | None) -> None:
    assert FORMS.time_zone(city) == zone


def test_every_zone_exists_and_all_eleven_hours_are_there() -> None:
    zones = {*FORMS.cities.cities.values(), *(zone for _, zone in FORMS.cities.regions)}
    offsets = {ZoneInfo(zone).utcoffset(JANUARY) for zone in zones}
    assert len(offsets) == 11
    assert len(FORMS.cities.cities) >= 150
