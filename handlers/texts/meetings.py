"""Meetings of a pair that were: noted, confirmed, taken back; does the pair suit."""

from collections.abc import Sequence
from datetime import date

from handlers.texts.common import cut, day, label_of, safe, stop
from handlers.texts.pairs import names
from mentoring.meetings import Note, Noted, NoteSeen
from mentoring.pair_words import area
from mentoring.pairs import PairMember
from storage.vocabulary.pairs import Contact, Fit, NoteAnswer, Side

MET = "Встреча была"
TODAY, YESTERDAY, OTHER_DAY = "Сегодня", "Вчера", "Другой день"
MORE_TOPICS = "Ещё темы"
HOW, TOPIC, NEXT_STEP = "Как встречались", "Ещё тема", "Что дальше"
CONFIRM, OTHERWISE = "Подтверждаю", "Было иначе"
ASK_FIT = "Подходит ли пара"
FITS = {Fit.GOOD: "Подходит", Fit.UNSURE: "Пока не понятно", Fit.BAD: "Не подходит"}
HOWS = {
    Contact.TALK: "разговор",
    Contact.VISIT_MENTOR: "урок наставника",
    Contact.VISIT_MENTEE: "урок наставляемого",
    Contact.ONLINE: "онлайн",
    Contact.EVENT: "мероприятие",
}
_SHORT = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
_NOT_NOTED = {
    Noted.BEFORE: "В этот день пары ещё не было. Выберите, пожалуйста, другой.",
    Noted.AHEAD: "Этот день ещё впереди. Отметить встречу можно, когда она пройдёт.",
    Noted.LONG_AGO: "Это больше двух недель назад. Если встречу всё же нужно записать, спросите координатора.",
}
_STEP_ROOM = 200


def day_ask() -> str:
    return "Когда встречались?"


def other_day_ask() -> str:
    return "В какой день? Отметить можно встречи за две недели."


def day_label(of: date) -> str:
    """«чт, 10 сентября»."""
    return f"{_SHORT[of.weekday()]}, {day(of)}"


def topic_ask(of: date) -> str:
    return f"Встреча {day(of)}. О чём говорили? Одно нажатие, и отметка готова."


def topic_label(key: str) -> str:
    return label_of(area(key))


def one_more_topic_ask() -> str:
    return "О чём ещё говорили?"


def how_ask() -> str:
    return "Как встречались?"


def how_label(of: Contact) -> str:
    return label_of(f"{HOWS[of][:1].upper()}{HOWS[of][1:]}")


def not_noted(of: Noted) -> str:
    return _NOT_NOTED.get(of, "")


def known() -> str:
    return "Эта встреча уже записана."


def line(of: Note) -> str:
    """«10 сентября, разговор: урок и методика»."""
    topics = ", ".join(_small(area(key)) for key in of.topics)
    about = f": {safe(topics)}" if topics else ""
    return f"{day(of.held_on)}, {HOWS[of.how]}{about}"


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


def note(of: NoteSeen) -> str:
    """The screen of one meeting."""
    head = "Записано" if of.mine else "Отметка коллеги"
    lines = [f"{head}: {stop(line(of.note))}", next_step(of.note), answered(of)]
    if of.may_answer:
        lines.append("Всё верно?")
    if of.mine and of.asks_fit:
        lines.append("\nПодходит ли вам эта пара? Ответ увидит только координатор.")
    return "\n".join(each for each in lines if each)


def next_step(of: Note) -> str:
    return f"Что дальше: {safe(cut(of.next_step, _STEP_ROOM))}" if of.next_step else ""


def answered(of: NoteSeen) -> str:
    """What the other side has said; nobody learns what another mentee of a group has."""
    if not of.mine or of.note.answer is NoteAnswer.NONE:
        return ""
    mentor = of.pair.side_of(of.note.author_id) is Side.MENTOR
    if not mentor and all(each.person_id != of.note.answered_by for each in of.pair.mentors):
        return ""
    if of.note.answer is NoteAnswer.CONFIRMED:
        return "Второй участник подтвердил отметку."
    return "Второй участник отметил, что было иначе. Лучше уточнить это вместе."


def thanks_for_answer(said: NoteAnswer) -> str:
    if said is NoteAnswer.CONFIRMED:
        return "Спасибо, встреча подтверждена."
    return "Спасибо, записано. Коллега увидит, что было иначе."


def nothing_to_answer() -> str:
    return "Отвечать уже не нужно: отметка изменилась или на неё ответили раньше."


def taken_back() -> str:
    return "Отметка отменена."


def too_late_to_undo() -> str:
    return "Отменить отметку можно в течение десяти минут. Если она неверна, спросите координатора."


def fit_ask(with_whom: Sequence[PairMember]) -> str:
    who = f"В паре с вами{ending(with_whom)} " if with_whom else ""
    return f"{who}Подходит ли вам эта пара? Ответ увидит только координатор."


def ending(people: Sequence[PairMember]) -> str:
    """To the end of the sentence."""
    return f": {stop(safe(names(people)))}" if people else "."


def met_label(with_whom: Sequence[PairMember]) -> str:
    """Among others in one message: with whom, or somebody with two pairs would have to guess."""
    return label_of(f"{MET}: {names(with_whom)}")


def fit_kept(of: Fit) -> str:
    if of is Fit.GOOD:
        return "Спасибо, записано. Ответ видит только координатор."
    return "Спасибо, записано. Ответ видит только координатор, он поможет разобраться."


def fit_reminder() -> str:
    return "Первая встреча прошла. Подходит ли вам эта пара? Одно нажатие, ответ увидит только координатор."


def first_reminder(with_whom: Sequence[PairMember]) -> str:
    return f"Пора встретиться первый раз{ending(with_whom)} Если уже встретились, отметьте: это два касания."


def again_reminder(with_whom: Sequence[PairMember]) -> str:
    return f"Месяц без отметок о встречах{ending(with_whom)} Если встречались, отметьте: это два касания."
