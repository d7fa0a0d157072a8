"""People: the list, what is typed to find them, telling namesakes apart."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Protocol, TypeVar

from handlers.texts.common import pages, safe
from mentoring.people import Stage
from mentoring.rules.names import short_name

LABEL = 40
SEND_LIST = "Прислать список (Excel)"
ADD_ONE = "Добавить человека"
INVITE = "Пригласить"
INVITES = "Приглашения"
BANK = "Банк"

MARKS: Mapping[Stage, str] = {
    Stage.SENT: "запрос отправлен",
    Stage.UNREACHABLE: "нет связи",
    Stage.DECLINED: "на бумаге",
    Stage.BEGUN: "запрос начат",
    Stage.NOT_BEGUN: "запрос не начат",
    Stage.UNDECIDED: "без согласия",
    Stage.OUTSIDE: "не в боте",
}


class Listed(Protocol):
    """Whoever stands in a list beside others."""

    @property
    def id(self) -> int: ...

    @property
    def full_name(self) -> str: ...

    @property
    def position(self) -> str: ...


Line = TypeVar("Line", bound=Listed)


def told_apart(lines: Iterable[Line], whose: Callable[[Line], int] = attrgetter("id")) -> dict[int, str]:
    """Short names by the line's id; namesakes of one list get more: the whole name, else the post.

    `whose` is the person behind a line: somebody who stands there twice is no namesake of their own.
    """
    listed = list(lines)
    people = {whose(each): each.full_name for each in listed}.values()
    short = Counter(short_name(full_name) for full_name in people)
    whole = Counter(people)
    named = {}
    for each in listed:
        name = short_name(each.full_name)
        if short[name] > 1:
            name = (
                each.full_name if whole[each.full_name] == 1 else f"{name}, {each.position or 'должность не указана'}"
            )
        named[each.id] = name
    return named


def label(name: str, mark: str = "") -> str:
    """A button: the name gives way when both do not fit."""
    tail = f" · {mark}" if mark else ""
    room = LABEL - len(tail)
    return (name if len(name) <= room else f"{name[: room - 1].rstrip()}…") + tail


def let_in(count: int) -> str:
    return f"Впустить ({count})"


def page(total: int, number: int, of: int) -> str:
    if not total:
        return (
            "<b>Люди</b>\n\nСписок пока пуст. Пришлите таблицу сотрудников из Excel (бот подготовит шаблон) "
            "или добавьте человека вручную."
        )
    return (
        f"<b>Люди</b>, в списке: {total}\n\nНажмите на человека, чтобы открыть карточку, "
        f"или напишите фамилию.{pages(number, of)}"
    )


def found(asked: str, count: int, shown: int) -> str:
    more = f" Показаны первые {shown}, напишите имя полнее, чтобы сузить." if count > shown else ""
    return f"«{safe(asked)}»: подходит несколько человек, выберите.{more}"


def not_found(asked: str) -> str:
    return f"В списке никого не нашлось: «{safe(asked)}». Проверьте буквы или напишите только начало фамилии или имени."


def gone() -> str:
    return "Этого человека больше нет в списке школы."


WHO_AM_I = "Я есть в этом списке"
IT_IS_ME = "Это я"
IT_IS_ME_YES = "Да, это я"


def who_am_i(number: int, of: int) -> str:
    return (
        "Выберите себя, чтобы не стоять в списке дважды. Можно написать свою фамилию: "
        f"на карточке будет кнопка «{IT_IS_ME}».{pages(number, of)}"
    )


def nobody_left() -> str:
    return "В списке не осталось людей без аккаунта."


def is_it_you(full_name: str) -> str:
    return f"Вы — {safe(full_name)}? Место в списке станет вашим, личная ссылка этого человека перестанет действовать."


def own_place_taken(full_name: str) -> str:
    return f"Записано: вы в списке как {safe(short_name(full_name))}"


def own_place_settled() -> str:
    return "Это место в списке уже занято: у человека есть свой аккаунт, или вы уже выбрали себя."
