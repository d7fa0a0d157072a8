"""«Материалы» for those who read them: by areas, by words, on request."""

from collections.abc import Sequence

from handlers.texts.common import label_of, pages, safe
from handlers.texts.materials import TITLE
from mentoring.materials import Material
from mentoring.pair_words import area
from storage.vocabulary.pairs import MaterialKind, MaterialState

TO_SHELF = "Все материалы"
OF_PAIR = "Материалы по нашим темам"
OF_STEP = "Материалы по теме шага"
OF_REQUEST = "Материалы по моим темам"
PROPOSE = "Предложить материал"
SEARCH_AGAIN = "Искать ещё"


def areas() -> str:
    return f"<b>{TITLE}</b>\n\nВыберите направление или найдите по слову: напишите его прямо сюда."


def nothing_yet() -> str:
    return "Материалов для вас пока нет. О том, чего не хватает, можно спросить координатора."


def area_label(key: str, many: int) -> str:
    return label_of(f"{area(key)} ({many})")


def of_area(key: str, of: Sequence[Material], number: int, of_pages: int) -> str:
    return f"<b>{safe(area(key))}</b>\n\n{_listed(of)}{pages(number, of_pages)}"


def of_topics(of: Sequence[Material], number: int, of_pages: int) -> str:
    return f"<b>{TITLE}</b>\n\n{_listed(of)}{pages(number, of_pages)}"


def _listed(of: Sequence[Material]) -> str:
    return "\n".join(f"• {_line(each)}" for each in of)


def _line(of: Material) -> str:
    kind = "ссылка" if of.kind is MaterialKind.LINK else "файл"
    purpose = f": {safe(of.purpose)}" if of.purpose else ""
    return f"{safe(of.title)} ({kind}){purpose}"


def send_label(of: Material) -> str:
    return label_of(f"Прислать: {of.title}")


def found(typed: str, of: Sequence[Material], *, more: bool) -> str:
    rest = "\n\nЕсть и другие: добавьте слово, чтобы их стало меньше." if more else ""
    return f"Материалы по словам «{safe(typed)}»:\n\n{_listed(of)}{rest}"


def not_found(typed: str) -> str:
    return f"По словам «{safe(typed)}» материалов нет. Попробуйте одно слово или выберите направление."


def after_request() -> str:
    """One line under the thanks for a request."""
    return "По вашим темам уже есть материалы: их можно открыть сейчас."


def choose_area() -> str:
    return "К какому направлению материал? Поделиться можно ссылкой или файлом, решает координатор."


def choose_kind(key: str) -> str:
    return f"<b>{safe(area(key))}</b>\n\nЧто хотите предложить?"


def own_label(of: Material) -> str:
    return label_of(f"{'Не отправлено' if of.state is MaterialState.DRAFT else 'Ждёт ответа'}: {of.title}")


def may_not_propose() -> str:
    return "Предлагают материалы наставники. Идею можно рассказать координатору."


def file_is_lost() -> str:
    return "Этот файл на сервере не нашёлся. Напишите, пожалуйста, координатору: он добавит его снова."
