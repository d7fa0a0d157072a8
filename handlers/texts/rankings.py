"""«Кто подходит»: what speaks for a pair and against it, and what choosing it would cost."""

from collections.abc import Mapping, Sequence

from handlers.texts.common import pages, plural, safe
from handlers.texts.pair_drafts import changes_of, cost_of, no_mentors, points, reasons
from mentoring.pair_words import BARS, CAUTIONS, reason
from mentoring.rules.matching import Counted, Ranked, Verdict, WhyNot
from mentoring.rules.names import short_name


def ranking(mentee: str, waits: int, lines: Sequence[Ranked], named: Mapping[int, str], number: int, of: int) -> str:
    listed = "\n".join(f"• {safe(named[each.mentor_id])}: {_ranked(each.verdict)}" for each in lines)
    days = plural(waits, "учебный день", "учебных дня", "учебных дней")
    since = f"Ждёт наставника: {days}.\n\n" if waits else ""
    return f"<b>Кто подходит: {safe(mentee)}</b>\n\n{since}{listed or no_mentors()}{pages(number, of)}"


def _ranked(of: Verdict) -> str:
    return f"не предлагается, {BARS[of.bar]}" if of.bar else f"{points(of.total)} ({reasons(of.terms)})"


def verdict(of: Verdict, mentee: str, mentor: str) -> str:
    """One pair out of the ranking, barred or not."""
    bar = f"\n\nБот эту пару не предлагает: {BARS[of.bar]}. Закрепить её вы можете." if of.bar else ""
    return f"<b>{safe(mentor)} → {safe(mentee)}</b>\n\n{_table(of.terms, of.total)}{_warnings(of)}{bar}"


def _table(terms: Sequence[Counted], total: int) -> str:
    lines = [f"• {reason(each)}: {each.points}" for each in terms]
    return "\n".join([*lines, f"Всего: {points(total)}."])


def _warnings(of: Verdict) -> str:
    return _warned([CAUTIONS[each] for each in of.warnings])


def _warned(words: Sequence[str]) -> str:
    return "\n\nОбратите внимание: " + "; ".join(words) + "." if words else ""


def why_not(of: WhyNot, mentee: str, mentor: str, named: Mapping[int, str]) -> str:
    """«Почему не …?»: the terms and the loss."""
    head = verdict(of.verdict, mentee, mentor)
    if of.total_forced is None or of.matched_forced is None or of.loss is None:
        return f"{head}\n\nТак закрепить нельзя: свободного места нет."
    if not of.who_changes:
        return f"{head}\n\nЭта пара и так стоит в лучшем распределении."
    cost = cost_of(of.loss, of.matched_now - of.matched_forced)
    return f"{head}\n\nЕсли закрепить, во всей школе станет {cost}\n{changes_of(of.who_changes, named)}"


def pinned() -> str:
    return "Закреплено."


def forbidden() -> str:
    return "Запрещено."


def tie_kept() -> str:
    return "Отмечено: при подборе бот предупредит."


def tie_dropped() -> str:
    return "Снято."


def thinking() -> str:
    return "Считаю, что изменится во всей школе. Ответ придёт сюда через несколько секунд."


def offered(mentor: str) -> str:
    return f"Записано: {safe(short_name(mentor))} получит предложение, затем спросим наставляемого."


def not_waiting() -> str:
    return "Этот человек уже не ждёт наставника: есть пара, или запрос изменился."
