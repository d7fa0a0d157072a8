"""«Копилка практик» for the coordinator: new cards, the collection, nominations of the round table."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from handlers.texts.common import cut, label_of, local_day, safe, stop
from handlers.texts.practices import cards
from mentoring.practices.collection import Issued, Ready
from mentoring.practices.looking import Desk
from mentoring.practices.model import CardRow
from mentoring.practices.nominating import Nomination, NominationRow, Read
from mentoring.rules.names import short_name
from storage.vocabulary.practices import CardState, Publish

TITLE = "Копилка: новые карточки"
ACCEPT = "Принять в копилку"
RETURN = "Вернуть с вопросом"
COLLECTION = "Сборник"
COLLECT = "Собрать сборник в Word"
NOMINATIONS = "Номинации"
ADD_OWN = "Своё название"
READ = "Прочитать список"
DROP = "Удалить номинацию"
TO_DESK = "К карточкам"
TO_NOMINATIONS = "К номинациям"
LIBRARY = "Открыть копилку"

LISTS: Mapping[CardState, str] = {
    CardState.SENT: "Новые",
    CardState.RETURNED: "С вопросом автору",
    CardState.ACCEPTED: "Принятые",
}
_SEEN_BY: Mapping[Publish, str] = {
    Publish.NAMED: "",
    Publish.NAMELESS: ", без имени",
    Publish.NEVER: ", не показывать",
}
_NAMED = 5
_TICK, _FREE = "☑ ", "☐ "


def desk(of: Desk) -> str:
    listed = "\n".join(f"• {_line(each)}" for each in of.cards) or "Здесь пусто."
    hidden = of.counts.accepted - of.counts.library
    closed = f"\n\nПринято, но авторы не разрешили показывать: {hidden}." if hidden else ""
    return f"<b>{LISTS.get(of.state, TITLE)}</b>\n\n{listed}{closed}{_promised(of.promised)}"


def _promised(of: Sequence[str]) -> str:
    """Who has said in the last survey that there is something to share, and was reminded of it once."""
    if not of:
        return ""
    more = f" и ещё {len(of) - _NAMED}" if len(of) > _NAMED else ""
    named = ", ".join(safe(short_name(each)) for each in of[:_NAMED])
    return f"\n\nОбещали в анкете, карточки пока нет: {stop(named + more)}"


def _line(of: CardRow) -> str:
    """Of a nameless card the coordinator knows the author; of an erased author's nobody does."""
    author = safe(short_name(of.author)) if of.author else "автора больше нет в программе"
    return f"{safe(cut(of.title, 80))} ({author}{_SEEN_BY[of.publish]})"


def list_label(name: str, count: int) -> str:
    return label_of(f"{name} ({count})")


def accepted(*, done: bool) -> str:
    return "Принято, автор узнает." if done else meanwhile()


def returned(*, done: bool) -> str:
    return "Вопрос передан автору." if done else meanwhile()


def meanwhile() -> str:
    return "Карточка изменилась, пока была у вас на экране, или её уже посмотрели. Вот как сейчас."


def collection(of: Ready, zone: ZoneInfo) -> str:
    if of.cards:
        hold = f"В сборник войдёт: {cards(of.cards)}, с именем {of.named}, без имени {of.nameless}."
        hold += f" Номинаций: {of.nominations}." if of.nominations else ""
    else:
        hold = "Собирать пока нечего: в этом учебном году нет принятых карточек, которые разрешено показывать."
    return f"<b>{COLLECTION}</b>\n\n{hold}{_issued(of.issued, zone)}"


def _issued(of: Sequence[Issued], zone: ZoneInfo) -> str:
    if not of:
        return ""
    listed = "\n".join(f"• {_copy(each, zone)}" for each in of)
    asks = (
        "\n\nИз отмеченных копий уберите эти карточки или соберите сборник заново."
        if any(each.revoked for each in of)
        else ""
    )
    return f"\n\nУже выданы:\n{listed}{asks}"


def _copy(of: Issued, zone: ZoneInfo) -> str:
    on = local_day(of.row.issued_at, zone) if of.row.issued_at else "—"
    revoked = f", больше нельзя показывать так: {of.revoked}" if of.revoked else ""
    return f"{on}: {cards(of.row.cards)}{revoked}"


def ordered() -> str:
    return "Сборник собирается, файл придёт отдельным сообщением."


def outdated() -> str:
    return "Пока сборник собирался, кто-то из авторов изменил разрешение, поэтому файл не выдан. Соберите его заново."


def revoked() -> str:
    return (
        "Автор карточки больше не разрешает показывать её так, как она стоит в выданных сборниках. "
        f"В следующий сборник она так не попадёт. Какие копии есть: «{COLLECTION}»."
    )


def nominations(of: Sequence[NominationRow]) -> str:
    listed = "\n".join(f"• {safe(each.title)}: {cards(each.cards)}" for each in of)
    return (
        f"<b>{NOMINATIONS}</b>\n\n{listed or 'Пока ни одной.'}\n\nНоминация — это имя и карточки под ним, без мест и баллов. "
        "Список войдёт в сборник, его можно прочитать на круглом столе."
    )


def nomination_label(of: NominationRow) -> str:
    return label_of(f"{of.cards} · {of.title}")


def ready_label(title: str) -> str:
    return label_of(f"Добавить: {title}")


def nomination(of: Nomination) -> str:
    listed = "\n".join(f"• {safe(each.title)}" for each in of.nominees) or "Карточек пока нет."
    return f"<b>{safe(of.row.title)}</b>\n\n{listed}\n\nОтметьте карточки."


def tick_label(title: str, *, ticked: bool) -> str:
    return label_of((_TICK if ticked else _FREE) + title)


def added(*, done: bool) -> str:
    return "Номинация добавлена." if done else "Номинаций уже двенадцать, круглый стол больше не прочитает."


def drop_ask(of: Nomination) -> str:
    return f"Удалить номинацию «{safe(of.row.title)}»? Карточки останутся в копилке."


def dropped(*, done: bool) -> str:
    return "Номинация удалена." if done else "Этой номинации уже нет."


def read(of: Sequence[Read]) -> list[str]:
    """A paragraph for each."""
    return [
        f"<b>{safe(each.title)}</b>\n" + "\n".join(f"• {_nominee(title, author)}" for title, author in each.cards)
        for each in of
    ]


def nothing_to_read() -> str:
    return "Читать пока нечего: в номинациях нет карточек."


def _nominee(title: str, author: str) -> str:
    return safe(title) + (f" ({safe(short_name(author))})" if author else "")
