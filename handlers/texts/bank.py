"""The mentee bank: who has answered what, who has not and why, the coordinator's reminder."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from handlers.texts import filling
from handlers.texts.common import day, full_day, local_day, pages, people, people_dative, safe
from handlers.texts.people import label
from mentoring.answered import Answered
from mentoring.nudges import Preview, Sent, When
from mentoring.requests import BankLine, BankPage, SilentPage, Wish
from mentoring.rules.names import short_name
from mentoring.rules.questionnaire import SummaryLine
from mentoring.silence import SilentLine, Why
from storage.vocabulary import Source

NEW = "новый запрос"
SILENT = "Кто не ответил"
REMIND = "Напомнить"
BOOK = "Скачать Excel"
SEEN = "Отметить просмотренным"
TO_BANK = "К банку"
CARD = "Карточка"
ROOM = 3500  # of the 4096 that a message holds: tags and numbers need some

_WHY: Mapping[Why, str] = {
    Why.NOT_IN_BOT: "ещё не в боте",
    Why.ON_PAPER: "ответы ждут с бумаги",
    Why.UNDECIDED: "в боте, согласия пока нет",
    Why.NEW_TEXT: "нужно согласие на новый текст",
    Why.LAPSED: "срок согласия закончился",
    Why.DECLINED: "без согласия, участвует на бумаге",
    Why.UNREACHABLE: "нет связи, бот остановлен",
    Why.BEGUN: "запрос начат, не отправлен",
    Why.NOT_BEGUN: "запрос не начат",
}

_WISH: Mapping[Wish, str] = {
    Wish.YEAR: "нужен, на месяцы или год",
    Wish.SHORT: "нужен, по одному-двум вопросам",
    Wish.LATER: "пока не знает, нужен ли",
    Wish.DECLINE: "не нужен",
}


def page(of: BankPage, named: Mapping[int, str]) -> str:
    """The numbers, then whether each of the page wants a mentor."""
    lines = "\n".join(f"• {safe(named[each.id])}: {_state(each)}" for each in of.entries)
    listed = f"\n\nНаставник:\n{lines}" if lines else ""
    return f"<b>Банк наставляемых</b>\n\n{_numbers(of)}{listed}{pages(of.number, of.pages)}"


def _state(of: BankLine) -> str:
    wish = _WISH[of.wish] if of.wish else "ответа нет"
    return f"{wish}; {NEW}" if of.is_new else wish


def _numbers(of: BankPage) -> str:
    count = of.count
    if not count.people:
        return "Список людей пока пуст. Начните с кнопки «Люди» в меню."
    rest = count.people - count.answered - count.begun
    numbers = f"Ответили: {count.answered} из {count.people}. Начали: {count.begun}. Не начинали: {rest}."
    if not count.answered:
        return f"Запросов пока нет. {numbers}"
    return f"{numbers} Новых: {count.unseen}." if count.unseen else numbers


def entry_label(name: str, *, new: bool) -> str:
    return label(name, NEW if new else "")


def silent_button(of: BankPage) -> str:
    return f"{SILENT} ({of.count.people - of.count.answered})"


def silent(of: SilentPage, named: Mapping[int, str]) -> str:
    if not of.total:
        nobody = "Список людей пока пуст." if not of.people else "Ответили все."
        return f"<b>{SILENT}</b>\n\n{nobody}"
    lines = "\n".join(f"• {safe(named[each.id])}: {_why(each)}" for each in of.lines)
    return f"<b>{SILENT}</b>: {of.total} из {of.people}\n\n{lines}{pages(of.number, of.pages)}"


def _why(line: SilentLine) -> str:
    if line.mute:
        return f"{_WHY[line.why]}; просит не писать"
    if line.paused_until:
        return f"{_WHY[line.why]}; не беспокоить до {full_day(line.paused_until)}"
    return _WHY[line.why]


def remind_ask(of: Preview) -> str:
    beyond = f"\n\n{_beyond(of)}" if of.beyond_reach else ""
    told = f" Тем, кому уже напомнили ({of.told}), второе не уйдёт." if of.told else ""
    return f"Отправить напоминание {people_dative(of.reachable)}? {_when_ask(of.when)}{told}{beyond}"


def remind_nobody(of: Preview) -> str:
    if not of.people:
        return "Напоминать пока некому: в списке ещё нет педагогов. Добавьте их кнопкой «Люди» в меню."
    if not of.silent:
        return "Напоминать некому: ответили все."
    if of.told:
        beyond = f"\n\n{_beyond(of)}" if of.beyond_reach else ""
        until = "сегодня" if of.when.today else _moment(of.when)
        return (
            f"Напоминание уже получили или получат {until}: {people(of.told)}. "
            f"Повторить можно не раньше чем завтра.{beyond}"
        )
    return f"Пока напоминать некому. {_beyond(of)}"


def _beyond(of: Preview) -> str:
    return (
        f"Без ответа ещё {people(of.beyond_reach)}, написать им нельзя: не вошли в бот, не дали согласия "
        f"или просили не писать. Подробно в «{SILENT}»."
    )


def send_label(of: Preview) -> str:
    return f"Отправить {people_dative(of.reachable)}"


def reminded(of: Sent) -> str:
    if of.when.at_once:
        return f"Отправлено {people_dative(of.count)}."
    return f"Готово: {people_dative(of.count)} напоминание придёт {_moment(of.when)}."


def _when_ask(when: When) -> str:
    if when.at_once:
        return "Сообщение придёт сразу."
    return f"Сообщение придёт {_moment(when)}: бот пишет педагогам в рабочие дни с 14 до 18."


def _moment(when: When) -> str:
    return f"{'сегодня' if when.today else day(when.at.date())} в {when.at:%H:%M}"


def book_ordered() -> str:
    return "Таблица придёт отдельным сообщением через несколько секунд."


def gone() -> str:
    return "Этого запроса в банке больше нет: автор отозвал его или своё согласие."


def marked() -> str:
    return "Отмечено"


def marked_already() -> str:
    return "Уже отмечено"


def entry(of: Answered, zone: ZoneInfo) -> list[str]:
    """The whole request in as many messages as it takes, each a page."""
    texts = [_entry_head(of, zone)]
    for number, line in enumerate(of.lines, 1):
        paragraph = _line(number, line)
        if len(texts[-1]) + len(paragraph) + 2 > ROOM:
            texts.append(f"<b>{safe(short_name(of.full_name))}</b>, продолжение")
        texts[-1] += f"\n\n{paragraph}"
    return texts


def _entry_head(of: Answered, zone: ZoneInfo) -> str:
    post = f"\n{safe(of.position)}" if of.position else ""
    run = of.run
    sent = f"Отправлено {local_day(run.submitted_at, zone)}" if run.submitted_at else "Отправлено"
    paper = ", с бумаги" if run.source is Source.PAPER else ""
    seen = f"просмотрено {local_day(run.seen_at, zone)}" if run.seen_at else NEW
    changing = f"\nАвтор меняет ответы: без ответа {of.left}" if of.left else ""
    return f"<b>{safe(short_name(of.full_name))}</b>{post}\n{sent}{paper}; {seen}{changing}"


def _line(number: int, line: SummaryLine) -> str:
    private = "\n<i>видит только координатор</i>" if line.question.private else ""
    return f"{number}. {safe(line.question.title)}\n<b>{filling.answer(line)}</b>{private}"
