"""What people and attackers type: empty, long, of other scripts, of no script, numbers and dates that are none."""

import random
import string

_TEXTS = (
    "",
    " ",
    "\0",
    "\n\n\n",
    "0",
    "-1",
    "1" * 400,
    "1e400",
    "NaN",
    "٣",
    "²",
    "½",
    "1_000",
    "7,5",
    "00000001",
    "32.13.2026",
    "29.02.2027",
    "31.12.9999",
    "00.00.0000",
    "1.1.1",
    "сегодня",
    "завтра в 25:61",
    "15:30",
    "пн",
    "31 июня",
    "да",
    "нет",
    "/menu",
    "/start",
    "/start " + "x" * 64,
    "/",
    "//",
    "/menu@",
    "меню",
    "стоп",
    "Соколова",
    "Соколова Анна Ильинична",
    "Ё" * 300,
    "а" * 4096,
    "а " * 2048,
    "\n" * 4096,
    "🧑‍🧑‍🧒" * 500,
    "\u202eанна\u202c",
    "שלום",
    "а" + "\u0301" * 200,
    "\ufeff\u200b\u2060",
    "<b>",
    "&lt;&amp;</a>",
    "{{ 7*7 }}",
    "{% for a in b %}",
    "%s%n%d{0}",
    "' OR 1=1 --",
    '=HYPERLINK("http://a.ru")',
    "../../etc/passwd",
    "https://t.me/bot?start=" + "a" * 22,
    "AAAAA-AAAAA",
    "+7 900 000-00-00",
    "4510 123456",
    "\u2028\u2029\x85",
    "\ud7ff\ue000\uffff",
    "ﷺ" * 1000,
    "İıſß",
)
_NUMBERS = (0, 1, -1, 2, 7, 100, 2**31 - 1, 2**31, 1_788_858_000, 2**53, -(2**52))
_MARKS = string.ascii_letters + string.digits + "абвгдеёжзий .,:;!?-«»()\n"


def some_text(chance: random.Random) -> str:
    made = chance.random()
    if made < 0.7:
        return chance.choice(_TEXTS)
    if made < 0.9:
        return "".join(chance.choices(_MARKS, k=chance.randint(1, 40)))
    return "".join(
        chr(chance.choice((chance.randrange(1, 0xD800), chance.randrange(0xE000, 0x110000)))) for _ in "abcde"
    )


def some_number(chance: random.Random) -> int:
    return chance.choice(_NUMBERS) if chance.random() < 0.5 else chance.randrange(1, 1000)


def anything(chance: random.Random) -> object:
    """Of any type that JSON has."""
    return chance.choice(
        (None, True, some_number(chance), 10**30, 1.5, some_text(chance), [], [{}], {}, {"id": "seven"}, [[[]]])
    )
