"""What the papers of an event are filled with: its minutes, the sheet that is signed at the door."""

from datetime import datetime

from mentoring import schools
from mentoring.documents.filled import Filled, Register
from mentoring.gatherings import minutes
from mentoring.gatherings.kinds import NAMES
from mentoring.gatherings.minutes import ItemValues, MinutesValues
from mentoring.papers.office_words import day
from mentoring.papers.templates.fields import Values
from storage import gatherings
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind
from storage.vocabulary.gatherings import Coming, GatheringKind, GatheringState

MOST_NAMED = 15  # more people are counted, their sheet is an annex
SPARE, ALL_SPARE = 5, 20  # lines for whoever comes without having said so, and when nobody has said anything


def kind_of(of: GatheringKind) -> DocumentKind:
    """Which minutes an event has."""
    return DocumentKind.PROTOCOL_SESSION if of is GatheringKind.SESSION else DocumentKind.PROTOCOL_ROUND_TABLE


async def protocol(tx: Tx, school_id: int, about: str, _now: datetime) -> Filled | None:
    """None of an event that nobody was at. The minutes of a session have no place for talks."""
    of = await minutes.gather(tx, school_id, int(about))
    if of is None or of.attended + of.guests == 0:
        return None
    register = Register(of.number, of.dated_on) if of.number and of.dated_on else None
    own = {"выступления": _talks(of)} if kind_of(of.kind) is DocumentKind.PROTOCOL_ROUND_TABLE else {}
    return Filled({**_head(of), "вопросы": _items(of), **own, "приложения": _annexes(of)}, register=register)


async def registration_sheet(tx: Tx, school_id: int, about: str, _now: datetime) -> Filled | None:
    of = await gatherings.get(tx, int(about), school_id)
    if of is None or of.state is GatheringState.CANCELLED:
        return None
    comes = [each for each in await gatherings.on_list(tx, of.id) if each.answer is Coming.COMES and each.full_name]
    spare = SPARE if comes else ALL_SPARE
    lines = [*((each.full_name, each.position) for each in comes), *[("", "")] * spare]
    return Filled(
        {
            "школа.полное_название": (await schools.get(tx, school_id)).name,
            "мероприятие.название": NAMES[of.kind],
            "мероприятие.день": day(of.day),
            "мероприятие.время": of.starts,
            "мероприятие.место": of.place,
            "участники": [
                {"номер": str(number), "имя": name, "должность": post}
                for number, (name, post) in enumerate(lines, start=1)
            ],
        }
    )


def _head(of: MinutesValues) -> Values:
    is_named = bool(of.present) and len(of.present) == of.attended <= MOST_NAMED
    return {
        "школа.полное_название": of.school,
        "школа.город": of.city,
        "мероприятие.чего": of.whose,
        "мероприятие.день": day(of.day),
        "мероприятие.время": of.starts,
        "мероприятие.место": of.place,
        "председатель": of.chair,
        "секретарь": of.secretary,
        "присутствовали.число": str(of.attended),
        "присутствовали.имена": ", ".join(of.present) if is_named else "",
        "присутствовали.гости": str(of.guests) if of.guests else "",
    }


def _items(of: MinutesValues) -> list[Values]:
    return [_item(number, each) for number, each in enumerate(of.items, start=1)]


def _item(number: int, of: ItemValues) -> Values:
    return {
        "номер": str(number),
        "текст": _sentence(of.text),
        "слушали": [{"текст": f"{_sentence(each)}."} for each in of.heard],
        "решили": [
            {
                "номер": str(at),
                "текст": _sentence(each.text),
                "ответственный": each.responsible,
                "срок": day(each.due_on) if each.due_on else "",
            }
            for at, each in enumerate(of.decided, start=1)
        ],
    }


def _sentence(text: str) -> str:
    """Without its own full stop: the paper has one."""
    return text.strip().rstrip(".;").rstrip()


def _talks(of: MinutesValues) -> list[Values]:
    """Whether the author lets it be shown is asked at the event, and signed in the paper."""
    return [
        {"номер": str(number), "автор": each.author, "тема": each.title}
        for number, each in enumerate(of.talks, start=1)
    ]


def _annexes(of: MinutesValues) -> list[Values]:
    named = ("Лист регистрации участников", *(f"Презентация «{each.title}», {each.author}" for each in of.talks))
    return [{"номер": str(number), "название": name} for number, name in enumerate(named, start=1)]
