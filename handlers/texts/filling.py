"""The words of a dialog: questions, progress, the summary."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.texts import errors
from handlers.texts.common import local_day, questions, safe
from mentoring.filling import AlreadyAnswered, Ask, Facts, Intro, Paused, Stopped, Summary
from mentoring.rules.forms import Form, Question, QuestionKind
from mentoring.rules.questionnaire import Progress, SummaryLine
from storage.vocabulary import Source

TICK, FREE = "☑ ", "☐ "
RIGHT = "Всё верно"
TRIAL_CAUTION = "Без фамилий учеников и сведений о здоровье."
PAPER = "<i>С бумаги, за другого человека.</i>\n\n"


def intro(step: Intro) -> str:
    form = step.form
    visible_to = "Видит только координатор." if form.confidential else ""
    head = f"<b>{safe(form.title)}</b>, {questions(step.questions)}, около {_minutes(form)}. {visible_to}"
    return f"{_paper(step.run.source)}{head.strip()}\n\n{safe(form.intro)}"


def _minutes(form: Form) -> str:
    return "минуты" if form.minutes == 1 else f"{form.minutes} минут"


def facts(step: Facts) -> str:
    return f"{_paper(step.run.source)}Это есть в списке сотрудников. Всё верно?\n\n{lines(step.lines)}"


def ask(step: Ask) -> str:
    """The question with its progress; what was wrong stands above it."""
    question = step.question
    parts = []
    if step.refusal is not None:
        parts.append(f"<i>{errors.refusal(question, step.refusal)}</i>")
        if step.run.failures >= 2:
            parts.append(f"<i>{_way_out(question)}</i>")
    parts.append(f"{_progress(step.progress)}<b>{safe(question.text)}</b>")
    if hint := _hint(question):
        parts.append(hint)
    return _paper(step.run.source) + "\n\n".join(parts)


def _progress(progress: Progress) -> str:
    return f"{progress.number} из {progress.total}\n" if progress.total > 1 else ""


def _hint(question: Question) -> str:
    hints = [safe(question.help)] if question.help else []
    if question.example:
        hints.append(f"Например: {safe(question.example)}")
    if question.kind is QuestionKind.SCALE and question.low:
        hints.append(f"1 — {safe(question.low)}, 10 — {safe(question.high)}")
    if question.caution:
        hints.append(TRIAL_CAUTION)
    return "\n".join(hints)


def _way_out(question: Question) -> str:
    if question.required:
        return "Если не получается, нажмите «Спросить координатора»."
    return "Если не получается, нажмите «Пропустить» или «Спросить координатора»."


def option(label: str, *, ticked: bool | None) -> str:
    """An option's button; None for a choice without ticks."""
    if ticked is None:
        return label
    return (TICK if ticked else FREE) + label


def done(count: int) -> str:
    return f"Готово ({count})" if count else "Готово"


def summary(step: Summary, *, sent: bool) -> str:
    head = (
        "Ваши ответы. Любой можно изменить."
        if sent
        else "Проверьте ответы. Пока не нажато «Отправить», их никто не видит."
    )
    return f"{_paper(step.run.source)}{head}\n\n{lines(step.lines)}"


def lines(of: tuple[SummaryLine, ...]) -> str:
    return "\n".join(
        f"{number}. {safe(line.question.text)}\n<b>{answer(line)}</b>" for number, line in enumerate(of, 1)
    )


def answer(line: SummaryLine) -> str:
    return safe("; ".join(line.labels)) if line.labels else "—"


def change_line(number: int, line: SummaryLine) -> str:
    """The button that changes one line of the summary."""
    text = line.question.text
    return f"Изменить {number}: {text if len(text) <= 30 else text[:29].rstrip() + '…'}"


def stopped(step: Stopped) -> str:
    where = f"на {step.progress.number} из {step.progress.total}" if step.progress.total > 1 else "на полпути"
    return f"Вы остановились {where}: «{safe(step.form.title)}». Все ответы на месте."


def already_answered(step: AlreadyAnswered) -> str:
    return f"На этот вопрос вы уже ответили:\n\n{safe(step.line.question.text)}\n<b>{answer(step.line)}</b>\n\nИзменить ответ?"


def paused(step: Paused) -> str:
    left = f" Осталось: {questions(step.left)}." if step.left else ""
    return f"Черновик сохранён, вернуться можно в любое время.{left}"


def sent(form: Form, at: datetime, zone: ZoneInfo, *, more: bool) -> str:
    offer = "\n\nЕсли есть ещё 2 минуты, уточните ответы: так координатору проще подобрать помощь." if more else ""
    return f"Отправлено {local_day(at, zone)}.\n\n{safe(form.outro)}{offer}"


def already_sent(at: datetime | None, zone: ZoneInfo) -> str:
    return f"Это уже отправлено {local_day(at, zone)}." if at else "Это уже отправлено."


def sent_from_paper() -> str:
    return "Ответы с бумаги записаны."


def gone() -> str:
    return "Этой анкеты больше нет."


def _paper(source: Source) -> str:
    return PAPER if source is Source.PAPER else ""
