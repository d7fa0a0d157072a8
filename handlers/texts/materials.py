"""Materials as they are kept: the coordinator's lists, one of them, what is refused and why; a mentor's proposal."""

from collections.abc import Mapping, Sequence
from html import escape

from handlers.texts.common import label_of, pages, plural, safe, stop
from mentoring.materials import LARGEST, MOST_WAITING, Added, Material, Proposal
from mentoring.pair_words import area
from mentoring.rules.materials import Refusal
from mentoring.rules.names import short_name
from storage.vocabulary.pairs import MaterialAudience, MaterialKind, MaterialState

TITLE = "Материалы"
TO_AREAS = "К направлениям"
ADD_LINK = "Добавить ссылку"
ADD_FILE = "Добавить файл"
PROPOSE_LINK = "Предложить ссылку"
PROPOSE_FILE = "Предложить файл"
TAKE = "Принять"
DECLINE = "Спасибо, не сейчас"
DECLINE_YES = "Да, ответить так"
SUBMIT = "Отправить координатору"
RENAME = "Изменить название"
PURPOSE = "Для чего этот материал"
AREAS = "Направления"
REMOVE = "Удалить"
SEND = "Прислать"
FIND = "Найти по слову"
AGAIN = "Прислать другой файл"
TO_CARD = "К материалу"
AUDIENCES: Mapping[MaterialAudience, str] = {
    MaterialAudience.MENTORS: "наставники",
    MaterialAudience.MENTEES: "наставляемые",
    MaterialAudience.BOTH: "наставники и наставляемые",
}
_FOR: Mapping[MaterialAudience, str] = {
    MaterialAudience.MENTORS: "Только наставникам",
    MaterialAudience.MENTEES: "Только наставляемым",
    MaterialAudience.BOTH: "И тем, и другим",
}
_STATES: Mapping[MaterialState, str] = {
    MaterialState.DRAFT: "Это предложение ещё не отправлено.",
    MaterialState.PROPOSED: "Предложение ждёт ответа координатора.",
    MaterialState.DECLINED: "Материал пока не взяли.",
}
_REFUSED: Mapping[Refusal, str] = {
    Refusal.EMPTY: "Файл пустой.",
    Refusal.PROGRAM: "В файле есть программа или скрипт, такие бот не хранит: они опасны для коллег.",
    Refusal.MACROS: "В файле есть макросы. Сохраните его без макросов (.docx, .xlsx, .pptx) и пришлите снова.",
    Refusal.ARCHIVE: "Такой архив бот не хранит: в нём не только документы, или его нельзя проверить. Пришлите файлы по одному.",
    Refusal.LOCKED: "Файл закрыт паролем, проверить его нельзя. Снимите пароль и пришлите снова.",
    Refusal.NOT_WHAT_IT_SAYS: "Файл повреждён, или внутри не то, что в его названии. Откройте его у себя, сохраните заново и пришлите.",
    Refusal.UNKNOWN: (
        "Файлы такого вида бот не хранит. Подойдут картинки, PDF, Word, Excel, PowerPoint, текст, звук и видео."
    ),
}


def areas(of: Sequence[Material]) -> str:
    return (
        f"<b>{TITLE}</b>\n\nВсего: {count(len(of))}. Их видят наставники и наставляемые, каждый то, что для него. "
        "Выберите направление."
    )


def count(of: int) -> str:
    return plural(of, "материал", "материала", "материалов")


def area_label(key: str, many: int) -> str:
    return label_of(f"{many} · {area(key)}" if many else area(key))


def proposed_label(many: int) -> str:
    return f"Предложения наставников ({many})"


def of_area(key: str, of: Sequence[Material], number: int, of_pages: int, *, full: bool) -> str:
    room = "\n\nВ этом направлении больше нет места: сначала удалите лишнее." if full else ""
    return f"<b>{safe(area(key))}</b>\n\n{_listed(of)}{room}{pages(number, of_pages)}"


def _listed(of: Sequence[Material]) -> str:
    return "\n".join(f"• {safe(each.title)} ({_kind(each)})" for each in of) or "Пока ничего нет."


def _kind(of: Material) -> str:
    return "ссылка" if of.kind is MaterialKind.LINK else "файл"


def label(of: Material) -> str:
    return label_of(of.title)


def card(of: Material, author: str) -> str:
    """`author` is whose proposal it is, for the coordinator who is to answer it."""
    lines = (
        _STATES.get(of.state, ""),
        f"Предлагает {stop(safe(short_name(author)))}" if author else "",
        f"Для чего: {safe(of.purpose)}" if of.purpose else "",
        f"{AREAS}: {safe(', '.join(map(area, of.areas)))}",
        f"Для кого: {AUDIENCES[of.audience]}",
        _what(of),
        f"Просили прислать: {plural(of.asked, 'раз', 'раза', 'раз')}" if of.state is MaterialState.KEPT else "",
    )
    return f"<b>{safe(of.title)}</b>\n\n" + "\n".join(line for line in lines if line)


def _what(of: Material) -> str:
    if of.kind is MaterialKind.LINK:
        return f"Ссылка: {safe(of.address)}"
    return f"Файл: {safe(of.file_name)}, {_size(of.size)}" if of.file_name else "Файл"


def _size(of: int) -> str:
    if of >= 1024 * 1024:
        return f"{of / (1024 * 1024):.1f} МБ".replace(".", ",")
    return f"{max(1, round(of / 1024))} КБ"


def audience_label(of: MaterialAudience) -> str:
    return f"Показывать: {_FOR[of].lower()}"


def ticks(of: Material) -> str:
    return f"<b>{safe(of.title)}</b>\n\nК каким направлениям отнести? Хотя бы одно останется."


def tick_label(key: str, *, chosen: bool) -> str:
    return label_of(f"{'✓ Убрать' if chosen else 'Отнести'}: {area(key)}")


def drop_ask(of: Material) -> str:
    return f"Удалить «{safe(of.title)}»? Вернуть потом не получится."


def proposed(of: Sequence[Proposal], many: int) -> str:
    if not of:
        return "<b>Предложения наставников</b>\n\nНовых предложений нет."
    rest = f"\n\nПоказаны первые {len(of)} из {many}." if many > len(of) else ""
    lines = "\n".join(f"• {safe(each.title)} ({safe(short_name(each.full_name))})" for each in of)
    return f"<b>Предложения наставников</b>\n\n{lines}{rest}"


def proposed_one_label(of: Proposal) -> str:
    return label_of(of.title)


def link(of: Material) -> str:
    """An address that Telegram does not take as a link stays readable text."""
    purpose = f"\n{safe(of.purpose)}" if of.purpose else ""
    return f'<a href="{escape(of.address, quote=True)}">{safe(of.title)}</a>{purpose}'


def caption(of: Material) -> str:
    return f"{safe(of.title)}\n{safe(of.purpose)}".strip()


def reading() -> str:
    return "Читаю файл. Когда проверю, пришлю ответ сюда же."


def added(of: Added, state: MaterialState) -> str:
    """What came of a link or a file, and the way on."""
    if of.id is not None:
        return "Добавлено." if state is MaterialState.KEPT else f"Готово. Проверьте и нажмите «{SUBMIT}»."
    if of.waiting:
        return (
            f"Предлагать материалы могут наставники, до {MOST_WAITING} сразу. Дождитесь, пожалуйста, ответа на прежние "
            "или удалите лишние."
        )
    if of.no_room:
        return "Не добавлено: место для файлов школы закончилось. Удалите лишние или добавьте ссылку на диск школы."
    return "Не добавлено: в этом направлении больше нет места." if of.full else no_link()


def no_link() -> str:
    return "Не добавлено: нужна ссылка целиком, она начинается с http:// или https://. Попробуйте ещё раз."


def refused(of: Refusal) -> str:
    return _REFUSED[of]


def too_large() -> str:
    return (
        f"Файлы больше {LARGEST // 1024 // 1024} МБ бот не хранит. Положите его на диск школы и добавьте ссылкой, или "
        "пришлите файл поменьше."
    )


def not_read() -> str:
    return "Файл прочитать не получилось. Пришлите его ещё раз или добавьте ссылкой."


def no_file() -> str:
    return "Это не файл. Нажмите кнопку ещё раз и пришлите документ."


def changed() -> str:
    return "Записано."


def removed() -> str:
    return "Удалено."


def gone() -> str:
    return "Этого материала больше нет."


def taken() -> str:
    return "Принято: материал увидят те, кому он предназначен. Автор узнает об этом."


def decline_ask() -> str:
    return "Ответить «Спасибо, не сейчас»? Бот сразу скажет об этом автору, взять это предложение потом будет нельзя."


def declined() -> str:
    return "Хорошо. Автору придёт благодарность и ответ, что пока материал не взяли."


def answered_before() -> str:
    return "На это предложение уже ответили."


def submitted() -> str:
    return "Спасибо! Координатор посмотрит, ответ придёт сюда."


def answer(of: Material) -> str:
    """To whoever has proposed it."""
    if of.state is MaterialState.KEPT:
        return f"Ваш материал «{safe(of.title)}» принят: теперь он помогает коллегам. Спасибо!"
    return (
        f"Спасибо за материал «{safe(of.title)}». Сейчас школа его не берёт, но ваше участие ценно. "
        "Если хочется узнать почему, спросите координатора."
    )
