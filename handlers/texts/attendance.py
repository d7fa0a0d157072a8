"""Who was there, and the nameless questionnaire after it."""

from collections.abc import Sequence

from handlers.texts.common import label_of, pages, people, plural
from handlers.texts.gatherings import name, when
from mentoring.gatherings import OnList
from mentoring.gatherings.attending import Attendance
from mentoring.gatherings.feedback import Asking
from mentoring.gatherings.looking import Seen
from mentoring.rules.gatherings import MARKED_FOR

PROMISED = "Отметить всех, кто обещал"
ADD_PERSON = "Добавить человека"
FEW_GUESTS, MORE_GUESTS = "Гостей меньше", "Гостей больше"
FEEDBACK = "Отзывы"
SHEET = "Лист регистрации (Word)"
DO_MYSELF = "Не поручать боту"
RESULTS = "Результаты"


def page(of: Attendance) -> str:
    seen = of.seen
    return (
        f"<b>Кто был</b>: {name(seen.gathering)}, {when(seen.gathering)}\n\n"
        f"Отмечено: {people(seen.attended)}, гостей: {seen.gathering.guests}. "
        f"Отмечать можно {plural(MARKED_FOR, 'день', 'дня', 'дней')} после мероприятия."
        f"{pages(of.people.number, of.people.pages)}"
    )


def tick(named: str, of: OnList) -> str:
    return label_of(f"{'☑' if of.attended else '☐'} {named}")


def marked(count: int) -> str:
    return f"Отмечено ещё: {people(count)}." if count else "Все, кто обещал прийти, уже отмечены."


def too_late() -> str:
    return (
        "Отмечать, кто был, можно в сам день мероприятия и "
        f"{plural(MARKED_FOR, 'день', 'дня', 'дней')} после него; приглашения должны быть отправлены."
    )


def feedback(of: Seen, may_answer: int, thresholds: Sequence[int]) -> str:
    head = f"<b>Отзывы</b>: {name(of.gathering)}"
    if not of.held:
        return f"{head}\n\nБот спросит тех, кто был. Сначала отметьте, кто пришёл; или поручите опрос боту заранее."
    if of.gathering.survey_id is not None:
        return f"{head}\n\nАнкета без имён отправлена. Результаты откроются, когда ответов хватит, в «Анкетах»."
    if not thresholds:
        return f"{head}\n\nИз тех, кто был, в боте {people(may_answer)}: для ответов без имён нужно хотя бы трое."
    return (
        f"{head}\n\nПять вопросов без имён, {people(may_answer)}. С какого числа ответов показывать результаты? "
        "Потом это число изменить нельзя."
    )


def bot_asks(threshold: int) -> str:
    return f"Бот спросит сам на следующий рабочий день; результаты видны от {threshold} ответов."


def ask_label(threshold: int) -> str:
    return f"Спросить, показать от {threshold} ответов"


def bot_label(threshold: int) -> str:
    return f"Поручить боту, от {threshold} ответов"


def asked(of: Asking) -> str:
    return {
        Asking.DONE: "Анкета открыта, приглашения уйдут в часы, когда бот пишет людям.",
        Asking.NOT_HELD: "Спрашивать пока некого: никто не отмечен.",
        Asking.ALREADY: "Об этом мероприятии уже спросили.",
        Asking.BUSY: "Ещё идёт опрос о другом мероприятии. Закройте его в «Анкетах», чтобы ответы не смешались.",
        Asking.FEW: "Для ответов без имён людей мало: их должно быть не меньше выбранного числа.",
        Asking.EXAMS: "С 25 мая по 30 июня, на экзаменах, бот анкет не рассылает.",
    }[of]


def left_to_bot(*, done: bool, on: bool) -> str:
    if not done:
        return asked(Asking.ALREADY)
    return "Хорошо, бот спросит сам." if on else "Хорошо, спросите сами, когда захотите."
