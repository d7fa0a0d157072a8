"""A group of the draft taken apart: who leaves it, what becomes of the others, what it costs."""

from collections.abc import Mapping, Sequence

from handlers.texts.common import label_of, plural, safe, stop
from handlers.texts.pair_drafts import group_label
from mentoring.rules.matching import Split

SPLIT = "Разделить группу"
OUT = "Убрать из группы"
ALLOW = "Можно в группу"
TO_GROUP = "К группе"


def out_label(name: str) -> str:
    return label_of(f"Убрать: {name}")


def parting(of: Split, named: Mapping[int, str], *, is_whole: bool) -> str:
    """What it changes, before it is done."""
    title = SPLIT if is_whole else f"{OUT}: {_names(of.out, named)}"
    told = (
        f"В паре, как в черновике: {stop(_names(of.stay, named))}" if of.stay else "",
        f"Ждут наставника по одному: {stop(_names(of.wait, named))}" if of.wait else "",
        "".join(f"Вместо этой группы: {stop(safe(group_label(each)))} " for each in of.instead[:2]).rstrip(),
    )
    return f"<b>{title}</b>\n\n" + "\n".join([*filter(None, told), f"{_cost(of.lost)} Потом можно передумать."])


def _cost(lost: int) -> str:
    if not lost:
        return "Пар и баллов столько же, с наставником в группе столько же людей."
    less = "меньше" if lost > 0 else "больше"
    people = plural(abs(lost), "человека", "человека", "человек")
    return f"Пар и баллов столько же, с наставником в группе на {people} {less}."


def _names(people: Sequence[int], named: Mapping[int, str]) -> str:
    return safe(", ".join(named[each] for each in people))


def parted() -> str:
    return f"Записано. Вернуть: откройте человека из черновика, «{ALLOW}»."


def allowed() -> str:
    return "Снова можно в группу."
