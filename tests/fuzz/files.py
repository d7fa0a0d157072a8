"""Files of every sort that a school sends, and what a bad disk, an odd program or an attacker makes of them."""

import random
import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from mentoring.papers import form_template
from mentoring.papers.templates.worker import our_template
from storage.vocabulary.documents import DocumentKind
from tests.fuzz.odd import some_text
from tests.papers import test_pairs_reader as pairs
from tests.papers import test_timetable_reader as timetable
from tests.papers.questionnaires import DICTIONARIES, EVERYTHING
from tests.papers.word_files import ROW, with_table
from tests.papers.workbooks import workbook
from tests.rules.roadmap_tables import HEADINGS

WORKBOOKS: dict[str, bytes] = {
    "staff": workbook(
        ("ФИО", "Должность", "Предметы", "Классы", "Стаж", "Роль"),
        ("Берёзкина Алла Игоревна", "Учитель физики", "Физика", "5–9 классы", 12, "педагог"),
        ("Ли Юн", "", "Химия; Физика", "", "1–3 года", ""),
    ),
    "questionnaire": form_template.build(EVERYTHING, DICTIONARIES, made_at=pairs.MADE_AT),
    "xlsform": form_template.build_xlsform(EVERYTHING, DICTIONARIES, made_at=pairs.MADE_AT),
    "pairs": pairs.filled((*pairs.NAMES[:2], "", "01.10.2026"), (pairs.NAMES[2], pairs.NAMES[3], "", "31.05.2027")),
    "timetable": timetable.changed(lambda sheet: timetable.fill(sheet, B3="7А", C4="+", D5="окно")),
}
DOCUMENTS: dict[str, bytes] = {
    "roadmap": with_table(HEADINGS, ROW, ("2.", "Обучение", "Семинар", "10.10.2026 – 12.11.2026", "Завуч")),
    "order": our_template(DocumentKind.ORDER_PAIRS),
    "programme": our_template(DocumentKind.PROGRAMME),
}
_VALUES = (
    *("", "0", "-1", "1e9", "99999999999", "NaN", "A0", "XFD1048577", "A1:XFD1048576", "s", "b", "../x.xml", "٣", "#"),
)
_TAGS = (
    *("{{ x }}", "{% for a in b %}", "{%tr endfor %}", "{{", "}}", "{#", "{{ школа.__class__ }}"),
    *("&#1;", "&lol;", "<w:p/>"),
)

Change = Callable[[str, random.Random], str]


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Its bytes, its archive or the text of one of its parts is changed, up to three times."""
    for _ in range(chance.randint(1, 3)):
        made = chance.random()
        if made < 0.15:
            content = _bytes(content, chance)
        elif made < 0.3:
            content = _packed(content, lambda parts: _archive(parts, chance))
        else:
            content = _packed(content, lambda parts: _part(parts, chance))
    return content


def _bytes(content: bytes, chance: random.Random) -> bytes:
    at, many = chance.randrange(len(content) + 1), chance.randint(0, 40)
    return chance.choice((content[:at], content[:at] + content[at + many :], _flipped(content, at, chance)))


def _flipped(content: bytes, at: int, chance: random.Random) -> bytes:
    return content[:at] + chance.randbytes(chance.randint(1, 4)) + content[at + 1 :]


def _packed(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    try:
        with ZipFile(BytesIO(content)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except Exception:  # damaged already, by whatever was done to it before
        return content
    change(parts)
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return target.getvalue()


def _archive(parts: dict[str, bytes], chance: random.Random) -> None:
    one, other = (chance.choice(list(parts)) for _ in range(2)) if parts else ("", "")
    match chance.randrange(5):
        case 0:
            parts.pop(one, None)
        case 1:
            parts[one or "x"] = b""
        case 2 if parts:
            parts[one], parts[other] = parts[other], parts[one]
        case 3:
            parts[chance.choice(("../x", "xl/vbaProject.bin", "word/media/1.png", one.upper() or "X"))] = b"\0" * 100
        case _:
            parts[one or "x"] = chance.randbytes(50)


def _part(parts: dict[str, bytes], chance: random.Random) -> None:
    texts = [name for name, part in parts.items() if name.endswith((".xml", ".rels")) and part]
    if not texts:
        return
    told = [name for name in texts if "sheet" in name or "document" in name or "Strings" in name]
    name = chance.choice(told if told and chance.random() < 0.7 else texts)
    text = parts[name].decode("utf-8", "replace")
    parts[name] = chance.choice(_CHANGES)(text, chance).encode("utf-8", "replace")


def _one(pattern: str, change: Callable[[str, random.Random], str]) -> Change:
    def made(text: str, chance: random.Random) -> str:
        found = list(re.finditer(pattern, text))
        if not found:
            return text
        where = chance.choice(found)
        return text[: where.start()] + change(where[0], chance) + text[where.end() :]

    return made


def _odd(chance: random.Random) -> str:
    """As it may stand in XML: mostly."""
    said = chance.choice((some_text(chance), chance.choice(_VALUES)))[:3_000]
    return said if chance.random() < 0.05 else said.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


_CHANGES: tuple[Change, ...] = (
    _one(r'"[^"<>]*"', lambda _, chance: f'"{_odd(chance)}"'),
    _one(r">[^<]+<", lambda _, chance: f">{_odd(chance)}<"),
    _one(r">[^<]+<", lambda _, chance: f">{chance.choice(_TAGS)}<"),
    _one(r"<[^<>?]+>", lambda *_: ""),
    _one(r"<[^<>?]+/>", lambda found, chance: found * chance.choice((2, 300))),
    _one(r"<(c|row|w:tr|w:tc|w:p|w:r|si)\b[^>]*>.*?</\1>", lambda found, chance: found * chance.choice((0, 2, 50))),
    _one(r"<[^<>?]+>", lambda found, _: found + '<!DOCTYPE a [<!ENTITY lol "x">]>'),
    _one(r"\d+", lambda found, chance: chance.choice((f"-{found}", f"{found}0000000", "0", f"{found}.5"))),
)
