"""Another mentor for one line of the draft: the choices, and what one of them changes for whom."""

from collections.abc import Mapping, Sequence

from handlers.texts.common import label_of, pages, safe, stop
from handlers.texts.pair_drafts import UNPIN, by_points, points, reasons
from mentoring.pair_words import CAUTIONS
from mentoring.rules.matching import Caution, Line, Move, Swap

OTHER_MENTOR = "Поменять наставника"
SWAP = "Поменять"
OTHERS = "К другим вариантам"


def choices(own: Line, shown: Sequence[Swap], named: Mapping[int, str], number: int, of: int) -> str:
    head = f"<b>Другой наставник: {safe(named[own.mentee_id])}</b>\n\nСейчас: {_with_points(own, named)}."
    if not shown:
        return f"{head}\n\nПоменяться не с кем: других наставников в черновике нет, свободных мест тоже."
    return f"{head}\n\n" + "\n".join(f"• {_choice(each, named)}" for each in shown) + pages(number, of)


def _choice(of: Swap, named: Mapping[int, str]) -> str:
    worse = f", хуже: {_names(of.worse, named)}" if of.worse else ""
    mind = f"; {_cautions(of.grave)}" if of.grave else ""
    return f"{safe(_whose(of, named))}: {by_points(-of.gain)}{worse}{mind}"


def choice_label(of: Swap, named: Mapping[int, str]) -> str:
    return label_of(_whose(of, named))


def _whose(of: Swap, named: Mapping[int, str]) -> str:
    """The line that would change places, or whose place is free."""
    mentor = named[of.own.after.mentor_id]
    return f"{mentor} → {named[of.other.after.mentee_id]}" if of.other else f"{mentor}, есть место"


def choice(of: Swap, named: Mapping[int, str]) -> str:
    title = "Поменять местами" if of.other else "Занять свободное место"
    moved = "\n".join(_move(each, named) for each in of.moves)
    worse = f" Хуже станет: {stop(_names(of.worse, named))}" if of.worse else ""
    pins = " Прежние закрепления снимутся." if of.gives_way or any(each.before.pinned for each in of.moves) else ""
    return f"<b>{title}</b>\n\n{moved}\n\nВсего {by_points(-of.gain)}.{worse}{pins}{_freed(of, named)}"


def _move(of: Move, named: Mapping[int, str]) -> str:
    mind = f"\nОбратите внимание: {_cautions(of.after.warnings)}." if of.after.warnings else ""
    now, then = _with_reasons(of.before, named), _with_reasons(of.after, named)
    return f"<b>{safe(named[of.after.mentee_id])}</b>\nсейчас: {now}\nстанет: {then}{mind}"


def _with_reasons(of: Line, named: Mapping[int, str]) -> str:
    return f"{_with_points(of, named)} ({reasons(of.terms)})"


def _with_points(of: Line, named: Mapping[int, str]) -> str:
    return f"{safe(named[of.mentor_id])}, {points(of.total)}"


def _freed(of: Swap, named: Mapping[int, str]) -> str:
    if of.other:
        return ""
    return f" Освободится место ({safe(named[of.own.before.mentor_id])}): бот предложит его тем, кто ждёт."


def _names(people: Sequence[int], named: Mapping[int, str]) -> str:
    return safe(", ".join(named[each] for each in people))


def _cautions(of: Sequence[Caution]) -> str:
    return "; ".join(CAUTIONS[each] for each in of)


def kept() -> str:
    return f"Поменяли и закрепили. Отменить можно в строке черновика: «{UNPIN}»."


def another_draft() -> str:
    return "Черновик тем временем стал другим: его собрали заново или опубликовали. Вот как сейчас."
