"""What a coordinator sends to teachers: to how many, when it comes, whom it cannot reach."""

from handlers.texts.common import day, people, people_dative
from mentoring.nudges import Preview, Sent
from mentoring.sending import When

SILENT = "Кто не ответил"


def remind_ask(of: Preview) -> str:
    beyond = f"\n\n{_beyond(of)}" if of.beyond_reach else ""
    told = f" Уже напомнили: {of.told}, второй раз не уйдёт." if of.told else ""
    return f"Отправить напоминание {people_dative(of.reachable)}? {when_ask(of.when)}{told}{_on_paper(of)}{beyond}"


def remind_nobody(of: Preview) -> str:
    if not of.silent:
        return "Напоминать некому: ответили все."
    if of.told:
        beyond = f"\n\n{_beyond(of)}" if of.beyond_reach else ""
        until = "сегодня" if of.when.today else moment(of.when)
        return f"Бот им уже писал или напишет {until}: {people(of.told)}. Напомнить можно не раньше чем завтра.{beyond}"
    beyond = f" {_beyond(of)}" if of.beyond_reach else ""
    return f"Пока напоминать некому.{_on_paper(of)}{beyond}"


def _on_paper(of: Preview) -> str:
    if not of.on_paper:
        return ""
    return f" Говорят, что сдали на бумаге: {of.on_paper}, им не уйдёт; внесите их ответы."


def _beyond(of: Preview) -> str:
    return f"Без ответа ещё {people(of.beyond_reach)}, им написать нельзя. Почему — в «{SILENT}»."


def send_label(count: int) -> str:
    return f"Отправить {people_dative(count)}"


def reminded(of: Sent) -> str:
    if of.when.at_once:
        return f"Отправлено {people_dative(of.count)}."
    return f"Готово: {people_dative(of.count)} напоминание придёт {moment(of.when)}."


def when_ask(when: When) -> str:
    if when.at_once:
        return "Сообщение придёт сразу."
    return f"Сообщение придёт {moment(when)}: бот пишет педагогам в рабочие дни с 14 до 18."


def moment(when: When) -> str:
    return f"{'сегодня' if when.today else day(when.at.date())} в {when.at:%H:%M}"
