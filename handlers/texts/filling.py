"""The words of a dialog: questions, progress, the summary."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.texts import errors
from handlers.texts.common import ASK_COORDINATOR, RATHER_NOT_SAY, SKIP, cut, day, local_day, plural, questions, safe
from handlers.texts.reading import PIECE, Page, answer, by_pages
from mentoring.filling import AlreadyAnswered, Ask, EraseAll, Facts, Intro, Paused, Stopped, Summary
from mentoring.rules import nameless
from mentoring.rules.forms import Form, Question, QuestionKind
from mentoring.rules.names import short_name
from mentoring.rules.questionnaire import SummaryLine
from storage.vocabulary import RunState

TICK, FREE = "☑ ", "☐ "
LOOK = "Посмотреть ответы"
RIGHT = "Всё верно"
WHOLE_LIST = "Весь список"
SPECIFY = "Уточнить, 2 минуты"
END_TRIAL = "Закончить пробу"
ERASE_ALL = "Стереть и начать заново"
FACT_ROOM = 800  # three of them fit into a message
LONGEST_CHANGE = 26  # with «Изменить 12: » it stays within the forty characters of a button
_IN_THE_REPORT = frozenset({"mentee", "mentor"})  # the surveys of the monitoring
TRIAL_CAUTION = "Без фамилий учеников и сведений о здоровье."


def intro(step: Intro) -> str:
    form = step.form
    visible_to = "Видит только координатор." if form.confidential else ""
    if form.confidential and form.audience in _IN_THE_REPORT:
        visible_to += " В отчёт школы ответы входят только вместе и без имён."
    head = f"<b>{safe(form.title)}</b>, {questions(step.questions)}, около {_minutes(form)}. {visible_to}"
    promise = f"\n\n{_promise(step)}" if form.anonymous else ""
    return f"{head.strip()}\n\n{safe(form.intro)}{promise}"


def _promise(step: Intro) -> str:
    """Who sees what, before the first question."""
    least = step.run.about.get(nameless.LEAST)
    enough = f"их не меньше {least}" if least else "их достаточно"
    return (
        "<b>Без имени.</b> Координатор увидит, что вы ответили, но не что именно: ответы хранятся без имён и времени, "
        f"показываются вместе, когда {enough}. Написанное вами бот уберёт из чата, но автора иногда можно угадать "
        "по тексту. Отправленное не изменить и не отозвать."
    )


def _minutes(form: Form) -> str:
    return "минуты" if form.minutes == 1 else f"{form.minutes} минут"


def facts(step: Facts) -> str:
    known = "\n".join(_lines(step.lines, FACT_ROOM))
    return f"Это уже известно из списка сотрудников или ваших ответов. Всё верно?\n\n{known}"


def ask(step: Ask, buttons: frozenset[str], example: date | None = None) -> str:
    """The question with its progress; what was wrong stands above it, and the way out by the buttons that are there."""
    question = step.question
    parts = []
    if step.refusal is not None:
        parts.append(f"<i>{errors.refusal(question, step.refusal, example)}</i>")
        if step.run.failures >= 2 and (out := _way_out(buttons)):
            parts.append(f"<i>{out}</i>")
    parts.append(f"{_progress(step)}{_worded(question)}")
    if hint := _hint(question, example):
        parts.append(hint)
    return "\n\n".join(parts)


def _progress(step: Ask) -> str:
    section = f"<i>{safe(step.question.section)}</i>\n" if step.question.section else ""
    counted = step.progress.total > 1 and step.question.kind is not QuestionKind.NOTE
    return section + (f"{step.progress.number} из {step.progress.total}\n" if counted else "")


def _worded(question: Question) -> str:
    return safe(question.text) if question.kind is QuestionKind.NOTE else f"<b>{safe(question.text)}</b>"


def _hint(question: Question, example: date | None) -> str:
    hints = [safe(question.help)] if question.help else []
    if question.example:
        hints.append(f"Например: {safe(question.example)}")
    if example:
        hints.append(f"Например: {example.day}.{example.month:02} или {day(example)}")
    if question.kind is QuestionKind.SCALE and question.low:
        first, last = question.options[0].label, question.options[-1].label
        hints.append(f"{first} — {safe(question.low)}, {last} — {safe(question.high)}")
    if question.caution and not question.private:  # a private question asks for a colleague's name
        hints.append(TRIAL_CAUTION)
    return "\n".join(hints)


def _way_out(buttons: frozenset[str]) -> str:
    offered = [f"«{label}»" for label in (SKIP, RATHER_NOT_SAY, ASK_COORDINATOR) if label in buttons]
    return f"Если не получается, нажмите {' или '.join(offered)}." if offered else ""


def option(label: str, *, ticked: bool | None) -> str:
    """An option's button; None for a choice without ticks."""
    if ticked is None:
        return label
    return (TICK if ticked else FREE) + label


def done(count: int) -> str:
    return f"Готово ({count})" if count else "Готово"


def summary(step: Summary, *, sent: bool) -> list[Page]:
    """By pages, when one message does not hold it."""
    head = (
        "Ваши ответы. Любой можно изменить."
        if sent
        else "Проверьте ответы. Пока не нажато «Отправить», их никто не видит."
    )
    return by_pages(head, head, [[line] for line in _lines(step.lines, PIECE)], between="\n")


def _lines(of: tuple[SummaryLine, ...], room: int) -> list[str]:
    return [f"{number}. {safe(line.question.text)}\n<b>{answer(line, room)}</b>" for number, line in enumerate(of, 1)]


def change_line(number: int, line: SummaryLine) -> str:
    """The button that changes one line of the summary."""
    return f"Изменить {number}: {cut(line.question.text, LONGEST_CHANGE)}"


def stopped(step: Stopped) -> str:
    if not step.form.summary:
        return f"Раньше вы начали: «{safe(step.form.title)}». Продолжить?"
    return (
        f"Вы остановились на {step.progress.number} из {step.progress.total}: «{safe(step.form.title)}». "
        "Все ответы на месте."
    )


def erase_all(step: EraseAll) -> str:
    return f"Стереть {plural(step.answers, 'ответ', 'ответа', 'ответов')} и начать заново? Вернуть их будет нельзя."


def already_answered(step: AlreadyAnswered) -> str:
    return f"На этот вопрос вы уже ответили:\n\n{safe(step.line.question.text)}\n<b>{answer(step.line)}</b>\n\nИзменить ответ?"


def paused(step: Paused) -> str:
    if step.run.state is RunState.SUBMITTED:
        return "Хорошо. Ответы отправлены, изменения записаны."
    left = f" Осталось: {questions(step.left)}." if step.left else ""
    return f"Черновик сохранён, вернуться можно в любое время.{left}"


def typed(text: str) -> str:
    """Said back, to be copied and mended: the message itself goes out of the chat."""
    return f"Вы написали: <code>{safe(cut(text, PIECE))}</code>"


def sent_nameless() -> str:
    return "Спасибо! Ответы приняты без вашего имени. В этом чате их больше нет."


def closed_nameless() -> str:
    """To whoever was in the middle."""
    return (
        "Анкета уже закрыта, ответы на неё больше не принимаются. То, что вы успели отметить, нигде не сохранилось. "
        "Если хотите что-то сказать, напишите координатору: кнопка «Спросить координатора» есть в меню."
    )


def sent(at: datetime, zone: ZoneInfo) -> str:
    return f"Отправлено {local_day(at, zone)}."


def outro(form: Form) -> str:
    return safe(form.outro)


def changes_kept() -> str:
    return "Ответы сохранены, координатор видит их такими, как сейчас."


def more() -> str:
    return "Если есть ещё 2 минуты, уточните ответы: так координатору проще подобрать помощь."


def sent_from_paper() -> str:
    return "Ответы с бумаги записаны."


def closed() -> str:
    return "Срок прошёл, ответы больше не меняются. Посмотреть их можно в любое время."


def gone() -> str:
    return "Этой анкеты больше нет."


def from_paper(full_name: str) -> str:
    return f"<i>С бумаги: {safe(short_name(full_name))}</i>"
