"""What came of a press on a programme, which ones wait for the coordinator, what a reminder says."""

from collections.abc import Sequence
from datetime import date

from handlers.texts import programmes as words
from handlers.texts.common import cut, day, label_of, safe, stop
from handlers.texts.pairs import names, who
from mentoring.pairs import Pair
from mentoring.programmes import Edit, Extending, Seen, Sending, Unbegun

LATE = "Посмотреть программы"

_NOTE = 300  # of what the coordinator has typed
_MOST_PAIRS = 10


def edited(of: Edit) -> str:
    match of:
        case Edit.DONE:
            return "Записано."
        case Edit.SAME:
            return "Здесь ничего не изменилось: так уже есть."
        case Edit.LOCKED:
            return f"Программа отправлена или утверждена. Чтобы изменить её, нажмите «{words.CHANGE}»."
        case Edit.OUTSIDE:
            return "Этот день не попадает в срок программы, мероприятие осталось на прежнем месте."
        case Edit.REMOVED:
            return "Этого мероприятия в плане уже нет: его убрали. Вот план, как он сейчас."
        case Edit.GONE:
            return words.gone()


def sending(of: Sending) -> str:
    match of:
        case Sending.SENT:
            return "Отправлено. Координатор утвердит программу или напишет, что изменить."
        case Sending.LACKS:
            return "Отправить пока нельзя: в программе есть не всё."
        case Sending.GONE:
            return "Программа уже утверждена или изменилась. Вот как сейчас."


def reopened() -> str:
    return "Теперь программу можно изменить. Когда всё готово, отправьте её координатору снова."


def approved(version: int) -> str:
    return f"Программа утверждена, версия {version}."


def next_one(waiting: int) -> str:
    return f"Следующая на утверждении ({waiting})"


def not_approved() -> str:
    return "Программа изменилась, пока была у вас на экране, или её уже посмотрел другой координатор. Вот как сейчас."


def returned() -> str:
    return "Программа возвращена, наставник и наставляемый увидят, что изменить."


def extended(of: Extending) -> str:
    match of:
        case Extending.EXTENDED:
            return "Программа продлена."
        case Extending.NOT_LATER:
            return "Срок не изменился: новый день должен быть позже прежнего."
        case Extending.GONE:
            return words.gone()


def waiting(sent: Sequence[Pair], late: Sequence[Pair]) -> str:
    parts = (
        ("Ждут вас", sent),
        ("Не пришли в срок", late),
    )
    named = [f"{head}: {len(of)}\n{_listed(of)}" for head, of in parts if of]
    return "\n\n".join(["<b>Программы</b>", *(named or ["Все программы просмотрены."])])


def _listed(of: Sequence[Pair]) -> str:
    more = f"\nи ещё {len(of) - _MOST_PAIRS}" if len(of) > _MOST_PAIRS else ""
    return "\n".join(f"• {who(each)}" for each in of[:_MOST_PAIRS]) + more


def report_ordered() -> str:
    return (
        "Отчёт придёт отдельным сообщением через несколько секунд. Ответы на анкеты в него не входят: вывод и то, что "
        "изменилось, пара вписывает сама."
    )


def paper_kept() -> str:
    """To a member of a school where files with names do not go by chat."""
    return "Файл готов. В вашей школе такие файлы не присылают в чат: попросите его у координатора."


def due(of: Seen | Unbegun, until: date) -> str:
    """The reminder around the day when the programme should be with the coordinator."""
    if isinstance(of, Unbegun):
        return f"Нужна программа пары ({safe(names(of.pair.mentees))}), лучше до {day(until)}. Бот составит черновик, останется поправить его."
    if of.lacks:
        return f"Программу пары ждут до {day(until)}. Не хватает: {words.lacked(of)}."
    return f"Программа пары готова, её осталось отправить координатору, лучше до {day(until)}."


def open_label(of: Seen | Unbegun) -> str:
    return label_of(f"{words.PROGRAMME}: {names(of.pair.mentees)}")


def back(of: Seen) -> str:
    return f"Координатор просит изменить программу: «{safe(cut(of.note, _NOTE))}»."


def confirmed(of: Seen) -> str:
    """To the pair's people, once of each approval."""
    return f"Программа утверждена, версия {of.version}. Пара: {stop(who(of.pair))}"


def late(of: Sequence[Pair]) -> str:
    """To the coordinator, of those whose programme was not sent in time."""
    return f"Программы не пришли в срок: {len(of)}.\n{_listed(of)}"
