"""How a pair stops, pauses or works otherwise, in the words of its screens."""

from datetime import date

from handlers.texts.common import full_day, label_of
from handlers.texts.pairs import who
from mentoring.pair_words import END_REASONS, FORMATS
from mentoring.pairs import Pair
from storage.vocabulary.pairs import EndReason


def end_ask(of: Pair) -> str:
    return f"{who(of)}\n\nПочему пара завершается? Наставляемые, которым наставник ещё нужен, вернутся в очередь."


def end_label(of: EndReason) -> str:
    words = END_REASONS[of]
    return words[:1].upper() + words[1:]


def call_back_ask(of: Pair) -> str:
    return f"{who(of)}\n\nОтозвать предложение? Тем, кто ещё не ответил, отвечать будет нечего."


def ended() -> str:
    return "Пара завершена."


def paused() -> str:
    return "Пара на паузе: напоминаний о ней не будет."


def resumed() -> str:
    return "Пара снова работает."


def cancel_ask(of: Pair, until: date) -> str:
    return (
        f"{who(of)}\n\nОтменить поручение о наставничестве? Наставника предупреждают не менее чем за три рабочих дня, "
        f"последний день работы будет {full_day(until)}. До него отмену можно отозвать."
    )


def cancelled(until: date) -> str:
    return f"Записано: пара работает до {full_day(until)} включительно."


def taken_back() -> str:
    return "Записано: пара работает дальше."


def out_ask(of: Pair) -> str:
    return f"{who(of)}\n\nКого вывести? Остальные работают дальше."


def taken_out() -> str:
    return "Записано, остальные работают дальше."


def format_ask(of: Pair) -> str:
    return f"{who(of)}\n\nКак работает пара? Сейчас: {FORMATS[of.pairing.format]}."


def format_label(name: str) -> str:
    return label_of(name[:1].upper() + name[1:])
