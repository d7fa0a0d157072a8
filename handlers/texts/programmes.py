"""A pair's programme in one screen, its way to the coordinator and back."""

from collections.abc import Mapping

from handlers.texts.common import cut, full_day, label_of, room_of_each, safe
from handlers.texts.pairs import who
from handlers.texts.programme_steps import line
from mentoring.programmes import Field, Seen, Unbegun
from mentoring.rules.programmes import Lack, Missing, TermDoubt
from storage.vocabulary.pairs import ProgrammeState

TITLE = "Моя программа"
PROGRAMME, PROGRAMMES = "Программа", "Программы"
BEGIN = "Составить программу"
GO_ON = "Продолжить прежнюю программу"
BEGIN_ANEW = "Составить новую"
PLAN = "Мероприятия"
ADD = "Добавить мероприятие"
WORDS = "Запрос, цель, задачи"
OWN_WORDS = "Взять слова из моего запроса"
SEND = "Отправить координатору"
CHANGE = "Изменить программу"
APPROVE = "Утвердить"
RETURN = "Вернуть"
EXTEND = "Продлить"
HISTORY = "История изменений"
PAPER = "Программа в Word"
REPORT = "Отчёт о программе (Word)"
TO_PROGRAMME = "К программе"
TO_PAIR = "К паре"

FIELDS: Mapping[Field, str] = {
    Field.PROBLEM: "Запрос",
    Field.GOAL: "Цель",
    Field.TASKS: "Задачи",
    Field.EXPECTED: "Ожидаемые результаты",
}
_LACKS: Mapping[Lack, str] = {
    Lack.PROBLEM: "запрос",
    Lack.GOAL: "цель",
    Lack.TASKS: "задачи",
    Lack.STEPS: "мероприятия",
    Lack.EXPECTED: "ожидаемые результаты",
    Lack.TERM: "срок программы",
    Lack.TERM_BACKWARDS: "срок программы: конец раньше начала",
    Lack.STEP_WORDS: "название мероприятия {step}",
    Lack.STEP_DATE: "срок мероприятия {step}",
    Lack.STEP_OUTSIDE: "мероприятие {step} не попадает в срок программы",
}
_DOUBTS: Mapping[TermDoubt, str] = {
    TermDoubt.TOO_SHORT: "Программа короче трёх месяцев: обычно их от трёх до двенадцати. Так можно.",
    TermDoubt.TOO_LONG: "Программа длиннее года: обычно в ней от трёх до двенадцати месяцев. Так можно.",
    TermDoubt.NOT_NEEDED: "При такой форме работы программа не обязательна.",
}
_ROOM, _NOTE = 300, 300  # of typed words on the one screen
_MOST_LACKS = 6


def which() -> str:
    return "У вас несколько пар. Чья программа?"


def none_yet() -> str:
    return "Программа появится здесь, когда у вас будет пара."


def gone() -> str:
    return "Этой программы здесь больше нет: пара изменилась или завершилась."


def unbegun(of: Unbegun) -> str:
    head = f"<b>{PROGRAMME}: {who(of.pair)}</b>\n\n"
    if not of.may_begin:
        return f"{head}Программы у этой пары нет."
    if of.passed_on:
        return (
            f"{head}Программы пока нет. В этом году была другая пара: можно продолжить её программу с тем, что не сделано, "
            "или составить новую."
        )
    rest = "Бот составит черновик по направлениям запроса, вы измените, что нужно."
    return f"{head}Программы пока нет. {rest}" if of.needed else f"{head}{_DOUBTS[TermDoubt.NOT_NEEDED]} {rest}"


def programme(of: Seen) -> str:
    """All that matters at a glance; the plan has a screen of its own."""
    parts = (_head(of), _aims(of), _progress(of), _lacking(of))
    return "\n\n".join(part for part in parts if part)


def _head(of: Seen) -> str:
    lines = [f"<b>{PROGRAMME}: {who(of.pair)}</b>", f"Состояние: {state(of)}."]
    starts_on, ends_on = of.programme.starts_on, of.programme.ends_on
    if starts_on and ends_on:
        lines.append(f"Срок: с {full_day(starts_on)} по {full_day(ends_on)}.")
    lines += [_DOUBTS[each] for each in of.doubts]
    if of.note and of.state is ProgrammeState.DRAFT:
        lines.append(f"Координатор просит изменить: «{safe(cut(of.note, _NOTE))}».")
    return "\n".join(lines)


def state(of: Seen) -> str:
    """Where it stands in words."""
    match of.state:
        case ProgrammeState.DRAFT if of.version:
            return f"готовятся изменения, действует версия {of.version}"
        case ProgrammeState.DRAFT:
            return "черновик"
        case ProgrammeState.SENT:
            return "у координатора на утверждении"
        case ProgrammeState.APPROVED:
            return f"утверждена, версия {of.version}"
        case ProgrammeState.CLOSED if of.version:
            return f"закрыта, утверждена была версия {of.version}"
    return "закрыта"


def _aims(of: Seen) -> str:
    said = of.programme
    tasks = "; ".join(said.tasks)
    lines = (
        (FIELDS[Field.PROBLEM], said.problem),
        (FIELDS[Field.GOAL], said.goal),
        (FIELDS[Field.TASKS], tasks),
    )
    return "\n".join(f"{name}: {safe(cut(text, _ROOM))}" for name, text in lines if text)


def _progress(of: Seen) -> str:
    if not of.steps:
        return ""
    head = f"{done(of)}."
    following = of.following[:3]
    if not following:
        return head
    return f"{head} Ближайшее:\n" + "\n".join(f"• {line(each, of.today)}" for each in following)


def done(of: Seen) -> str:
    """«Сделано 3 из 8»."""
    return f"Сделано {of.done} из {len(of.steps)}"


def _lacking(of: Seen) -> str:
    if not of.may_change or not of.lacks:
        return ""
    return f"Чтобы отправить, не хватает: {lacked(of)}."


def lacked(of: Seen) -> str:
    """«цель; срок мероприятия 3»."""
    listed = "; ".join(lack(each) for each in of.lacks[:_MOST_LACKS])
    more = len(of.lacks) - _MOST_LACKS
    return f"{listed} и ещё {more}" if more > 0 else listed


def lack(of: Missing) -> str:
    return _LACKS[of.what].format(step=of.step)


def lacks_label(of: Seen) -> str:
    return label_of(f"Чего не хватает ({len(of.lacks)})")


def lack_label(of: Missing) -> str:
    words = lack(of)
    return label_of(words[:1].upper() + words[1:])


def lacks(of: Seen) -> str:
    if not of.lacks:
        return "Всё на месте: программу можно отправить координатору."
    listed = "\n".join(f"• {lack(each)}" for each in of.lacks[:30])
    return f"<b>Чего не хватает программе</b>\n\n{listed}\n\nНажмите на строку, чтобы дополнить."


def plan_label(of: Seen) -> str:
    return label_of(f"{PLAN} ({len(of.steps)})")


def words(of: Seen) -> str:
    """What was typed, whole: each of it is changed by its button."""
    said = of.programme
    room = room_of_each(len(said.tasks) + len(said.expected), 250, whole=2_000, beside=5)
    listed = {
        Field.PROBLEM: safe(cut(said.problem, 450)),
        Field.GOAL: safe(cut(said.goal, 450)),
        Field.TASKS: _numbered(said.tasks, room),
        Field.EXPECTED: _numbered(said.expected, room),
    }
    parts = (f"<b>{name}</b>\n{listed[field] or 'пока не написано'}" for field, name in FIELDS.items())
    return "\n\n".join(parts)


def _numbered(of: tuple[str, ...], room: int) -> str:
    return "\n".join(f"{number}) {safe(cut(each, room))}" for number, each in enumerate(of, start=1))


def now_is(of: Seen, field: Field) -> str:
    """Above the question, so that nobody types it all anew from memory."""
    said = of.programme
    found = {
        Field.PROBLEM: said.problem,
        Field.GOAL: said.goal,
        Field.TASKS: "; ".join(said.tasks),
        Field.EXPECTED: "; ".join(said.expected),
    }[field]
    return f"Сейчас: {safe(cut(found, 800))}" if found else "Сейчас здесь пусто."
