"""What the bot reminds of, all in one message, and how it is put off."""

from collections.abc import Mapping, Sequence

from handlers.texts.common import cut, day, label_of, safe
from handlers.texts.today import first
from mentoring.digests import Later, PutOff
from mentoring.rules.forms import Form
from mentoring.rules.readiness import FORM
from mentoring.stage_words import counted
from mentoring.stages import ActivitySeen
from mentoring.today import Today

PUT_OFF = "Отложить"
_ROOM = 200  # of a school's own wording
LATER: Mapping[Later, str] = {
    Later.TOMORROW: "До завтра",
    Later.NEXT_WEEK: "До следующей недели",
    Later.ON_PAPER: "Сделано на бумаге",
}


def several(pieces: Sequence[str]) -> str:
    return "Что сейчас ждёт вас:\n\n" + "\n\n".join(f"• {piece}" for piece in pieces)


def answer_label(of: Form) -> str:
    return label_of(f"Ответить: {_title(of)}")


def go_on_label(of: Form) -> str:
    return label_of(f"Продолжить: {_title(of)}")


def _title(of: Form) -> str:
    return "анкета наставника" if of.key == FORM else of.title


def activity(of: ActivitySeen) -> str:
    """Before its day, on it and after it."""
    until = day(of.day.day) if of.day else ""
    so_far = f" Пока {counted(of)}." if counted(of) else ""
    if of.is_overdue:
        return f"Срок был {until}: «{safe(cut(of.activity.text, _ROOM))}».{so_far} Если уже сделано, отметьте это, или перенесите срок."
    return f"До {until}: «{safe(cut(of.activity.text, _ROOM))}».{so_far}"


def activity_label(of: ActivitySeen) -> str:
    return label_of(f"Открыть: {of.activity.text}")


def weekly(of: Today) -> str:
    return "Что ждёт вас на этой неделе:\n" + "\n".join(f"• {line}" for line in first(of))


def weekly_within(of: Today) -> str:
    """Among other things each line is a part of its own point."""
    return "На этой неделе:\n" + "\n".join(f"– {line}" for line in first(of))


def ask() -> str:
    return "До какого дня отложить? Остальное бот напомнит как обычно."


def put_off(of: PutOff) -> str:
    if of.later is Later.ON_PAPER:
        return "Хорошо, об этом бот больше не напоминает. Координатор увидит, что ответы ждут его на бумаге."
    return f"Хорошо, бот напомнит {day(of.until)}."


def nothing() -> str:
    return "Это напоминание уже не действует: откладывать нечего."
