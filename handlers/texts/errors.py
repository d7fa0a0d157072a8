"""When something goes wrong: one plain sentence with the way out, never a scolding."""

from collections.abc import Mapping, Sequence
from datetime import date

from handlers.texts.common import BACK, CHANGE, NEXT, day, full_day, plural, safe
from handlers.texts.menu import REQUEST_GO_ON, REQUEST_OWN
from mentoring.rules.forms import Question, QuestionKind
from mentoring.rules.questionnaire import Refusal, RefusalReason

_REFUSALS: Mapping[RefusalReason, str] = {
    RefusalReason.NO_WORDS: "Напишите, пожалуйста, словами.",
    RefusalReason.LOOKS_LIKE_DOCUMENT: (
        "Похоже на номер документа или телефона. Такие данные бот не хранит: "
        "удалите, пожалуйста, сообщение из чата и ответьте без них."
    ),
    RefusalReason.CHOOSE_AT_LEAST_ONE: "Отметьте хотя бы один вариант.",
    RefusalReason.NOTHING_ASKED: f"Это пояснение, отвечать на него не нужно: нажмите «{NEXT}».",
    RefusalReason.SEVERAL: "Подходит несколько вариантов, выберите нужный кнопкой.",
    RefusalReason.NOT_FOUND: "Такого в списке нет. Напишите начало названия, например «физ», или выберите кнопкой.",
    RefusalReason.NOT_A_DATE: "Не получилось прочитать дату. Напишите день и месяц",
    RefusalReason.DATE_PASSED: "Нужна дата в будущем",
    RefusalReason.DATE_AHEAD: "Нужна дата, которая уже прошла",
    RefusalReason.NOT_A_NUMBER: "Нужно целое число, например 12.",
    RefusalReason.NOT_A_NAME: "Нужны хотя бы фамилия и имя, буквами: по ним координатор узнает вас в списке.",
    RefusalReason.NOT_A_TIME: "Напишите время часами и минутами, например 15:30.",
    RefusalReason.SCHOOL_NUMBER_ONLY: "Напишите название вместе со словом, например «Школа № 12».",
    RefusalReason.NOT_A_SCHOOL: "Добавьте номер или имя школы: по ним её отличают от других.",
}


def apology() -> str:
    return (
        "Извините, у бота не получилось обработать сообщение. Ошибка уже записана, "
        "ваши прежние ответы на месте. Нажмите /menu, чтобы продолжить."
    )


def too_fast() -> str:
    return "Сообщений слишком много сразу, последние не прочитаны. Подождите минуту и продолжите."


def old_button() -> str:
    return "Эта кнопка уже не действует."


def repeated() -> str:
    return "Уже записано"


def sent_already() -> str:
    return "Уже отправлено"


def old_question() -> str:
    return "Это кнопка прежнего экрана, он обновлён"


def no_such_button() -> str:
    return "Этой кнопки сейчас нет."


def stranger() -> str:
    return (
        "Здравствуйте! Это бот школьной программы наставничества. Он открыт только по приглашению: "
        "возьмите ссылку или код у координатора вашей школы и отправьте код сюда."
    )


def not_text() -> str:
    return (
        "Бот читает только текст и кнопки: голос, фото, стикеры и пересланное он не принимает и не сохраняет. "
        "Ответьте текстом или кнопкой, можно и позже."
    )


def list_is_excel() -> str:
    """To a coordinator's photo, which may be one of a list on paper."""
    return "Список сотрудников бот читает только файлом Excel (.xlsx): откройте «Люди»."


def unexpected_file() -> str:
    return "Сейчас файл не нужен, он не сохранён."


def edited(buttons: Sequence[str]) -> str:
    """With the way to change an answer that is on the screen."""
    return f"Исправленное сообщение бот не перечитывает: {_way_to_change(buttons)}."


def _way_to_change(buttons: Sequence[str]) -> str:
    if any(label.startswith(f"{CHANGE} ") for label in buttons):
        return f"изменить ответ можно кнопкой «{CHANGE}»"
    if BACK in buttons:
        return f"изменить прежний ответ можно кнопкой «{BACK}»"
    if REQUEST_OWN in buttons:
        return f"изменить ответ можно в «{REQUEST_OWN}»"
    if REQUEST_GO_ON in buttons:
        return f"изменить ответ можно, если нажать «{REQUEST_GO_ON}»"
    return "ответьте, пожалуйста, новым сообщением или кнопкой"


def document() -> str:
    """Where no answer was waited for."""
    return "Похоже на номер документа или телефона. Такие данные бот не хранит: удалите, пожалуйста, сообщение из чата."


def not_understood() -> str:
    return "Не получилось понять сообщение: выберите, пожалуйста, кнопку."


def refusal(question: Question, why: Refusal, example: date | None = None) -> str:
    """Why it was no answer to this question, with an example of one that is; `example` is a day that would be."""
    match why.reason:
        case RefusalReason.TOO_LONG:
            return (
                f"Получилось длинновато: до {why.limit} знаков, сейчас {why.length}. "
                "Сократите, пожалуйста, и отправьте ещё раз."
            )
        case RefusalReason.TOO_MANY:
            return f"Можно выбрать не больше {plural(why.limit, 'варианта', 'вариантов', 'вариантов')}. Чтобы выбрать другое, снимите одну отметку."
        case RefusalReason.NOT_AN_OPTION:
            return _pick_one(question)
        case RefusalReason.CONSTRAINT:
            return safe(question.constraint_message) or "Такой ответ здесь не подходит, попробуйте другой."
        case RefusalReason.NOT_A_NUMBER if question.kind is QuestionKind.DECIMAL:
            return "Напишите, пожалуйста, числом, например 2,5."
        case RefusalReason.NOT_A_DATE | RefusalReason.DATE_PASSED | RefusalReason.DATE_AHEAD:
            such = f", например {full_day(example)} или «{day(example)}»" if example else ""
            return f"{_REFUSALS[why.reason]}{such}."
    return _REFUSALS[why.reason]


def _pick_one(question: Question) -> str:
    if question.kind is QuestionKind.SCALE:
        return f"Нажмите число от {question.options[0].label} до {question.options[-1].label}."
    return "Нажмите кнопку с ответом или напишите ответ словами, как на кнопке."
