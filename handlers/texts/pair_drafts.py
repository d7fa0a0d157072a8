"""The proposal for the whole school: its lines with reasons, one line, who fits, what an override costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.texts.common import day, label_of, pages, plural, safe, stop
from mentoring.pair_drafts import Published
from mentoring.pair_words import WHY_LEFT, area, keys, reason
from mentoring.rules.matching import Change, Cost, Counted, GroupIdea, Left, Line, Proposal

DRAFT = "Черновик подбора"
PUBLISH = "Опубликовать"
ANEW = "Подобрать заново"
DROP = "Удалить черновик"
PIN, UNPIN = "Закрепить", "Снять закрепление"
FORBID, ALLOW = "Запретить", "Снять запрет"
OTHERS = "Кто ещё подходит"
WHY_NOT = "Что изменит этот выбор?"
OFFER_NOW = "Предложить сейчас"
RELATIVE, NOT_RELATIVE = "Отметить: родственники", "Не родственники"
SUPERIOR, NOT_SUPERIOR = "Отметить: руководитель", "Не руководитель"
GROUP = "Предложить группой"
GROUP_MENTOR = "Выбрать наставника"
TO_DRAFT = "К черновику"


@dataclass(frozen=True, slots=True)
class Standing:
    """Which page of the draft is shown, whether it is of the school of now, and how many wishes say nothing."""

    number: int
    pages: int
    size: int
    fresh: bool
    unclear: int


def points(count: int) -> str:
    return plural(count, "балл", "балла", "баллов")


def computing() -> str:
    return "Подбираю пары для всей школы, результат придёт сюда через несколько секунд."


def nobody() -> str:
    return "Подбирать пока некого: никто не ждёт наставника. Когда придёт запрос, он появится здесь сам."


def no_mentors() -> str:
    return (
        "Наставников пока нет: никто не ответил, что готов. Пригласите коллег ответить на анкету из банка наставников."
    )


def rules() -> str:
    """How the points are given, in a sentence: nobody has to guess."""
    return (
        "Баллы: общее направление 3, предмет 2, классы 1, время 1, форма 1, личное пожелание 2, каждые 10 учебных дней "
        "ожидания 1 (не больше 5), прерванная пара 2. Сначала как можно больше пар, затем баллы. Решаете вы."
    )


def draft(found: Proposal, named: Mapping[int, str], at: Standing) -> str:
    head = f"<b>{DRAFT}</b>\n\nПар: {len(found.lines)}, баллов всего: {found.total}. Без пары: {len(found.left)}."
    stale = "" if at.fresh else "\nС тех пор что-то изменилось, перед публикацией бот подберёт заново."
    lines = found.lines[at.number * at.size : (at.number + 1) * at.size]
    listed = "\n".join(f"• {line_text(each, named)}" for each in lines)
    left = _left(found, named) if at.number + 1 >= at.pages else ""
    unclear = _unclear(at.unclear) if at.number == 0 else ""
    return f"{head}{stale}{unclear}\n\n{listed or 'Пар нет.'}{left}{pages(at.number, at.pages)}"


def _unclear(count: int) -> str:
    if not count:
        return ""
    return (
        f"\nПожеланий, где фамилия не найдена или подходит нескольким: {count}. Они не учтены, "
        "посмотрите ответы в банках."
    )


def line_text(of: Line, named: Mapping[int, str]) -> str:
    """«Рябинин И. П. → Соколова А. И.: 9 баллов (урок и методика; после уроков)»."""
    pin = ", закреплено" if of.pinned else ""
    mark = ", есть предупреждения" if of.warnings else ""
    return f"{_pair(of.mentee_id, of.mentor_id, named)}: {points(of.total)} ({reasons(of.terms)}){pin}{mark}"


def _pair(mentee_id: int, mentor_id: int, named: Mapping[int, str]) -> str:
    return safe(f"{named[mentor_id]} → {named[mentee_id]}")


def reasons(terms: Sequence[Counted]) -> str:
    return "; ".join(words for each in terms if (words := reason(each))) or "совпадений нет"


def _left(of: Proposal, named: Mapping[int, str]) -> str:
    lines = [f"• {safe(named[each.mentee_id])}: {WHY_LEFT[each.why]}{_alone(each)}" for each in of.left[:10]]
    more = len(of.left) - len(lines)
    tail = [f"и ещё {more}"] if more > 0 else []
    return "\n\nБез пары:\n" + "\n".join([*lines, *tail]) if lines else ""


def _alone(of: Left) -> str:
    return "; не в группе" if of.alone else ""


def line_label(of: Line, named: Mapping[int, str]) -> str:
    return label_of(f"{named[of.mentor_id]} → {named[of.mentee_id]}")


def draft_button(count: int) -> str:
    return f"{DRAFT} ({count})"


def publish_label(count: int) -> str:
    return f"{PUBLISH} ({count})"


def group_label(of: GroupIdea) -> str:
    """One alone joins a pair."""
    many = len(of.mentee_ids)
    return label_of(f"Группа ({many if many > 1 else f'+{many}'}): {area(of.area).lower()}")


def group(of: GroupIdea, members_of: Sequence[int], named: Mapping[int, str]) -> str:
    members = "\n".join(f"• {safe(named[each])}" for each in members_of)
    guide = _guide(of, named)
    shared = "; ".join(words for each in of.reasons if (words := keys(each.term, each.keys)))
    return f"<b>Можно собрать группу</b>\n\n{members}\n\n{guide}\nОбщее: {stop(shared or safe(area(of.area).lower()))}"


def _guide(of: GroupIdea, named: Mapping[int, str]) -> str:
    if of.mentor_id:
        return f"Наставник: {safe(named[of.mentor_id])}, место есть, группа занимает одно."
    if of.widens:
        return f"Наставник: {safe(named[of.widens])}, готов(а) вести группу; пара из черновика станет группой, место то же."
    return "Наставника с отметкой «Группа коллег» и свободным местом нет: выберите сами, кого спросить."


def group_proposed() -> str:
    return "Группа собрана: сначала спросим наставника, затем каждого участника."


def made(of: Cost | None, named: Mapping[int, str]) -> str:
    """What the last choice has cost the school, and whom."""
    if of is None:
        return "Готово."
    if not of.changes:
        return f"Пересчитано: {_in_groups(of.grouped) or 'ничего не изменилось'}."
    groups = f" {_in_groups(of.grouped).capitalize()}." if of.grouped else ""
    return f"Пересчитано: {cost_of(of.points, of.mentees)}{groups}\n{changes_of(of.changes, named)}"


def _in_groups(lost: int) -> str:
    people = plural(abs(lost), "человека", "человека", "человек")
    return f"с наставником в группе на {people} {_less(lost)}" if lost else ""


def cost_of(lost: int, mentees: int) -> str:
    by_pairs = f", пар на {abs(mentees)} {_less(mentees)}" if mentees else ""
    return f"{by_points(lost)}{by_pairs}."


def by_points(lost: int) -> str:
    return f"на {points(abs(lost))} {_less(lost)}" if lost else "баллов столько же"


def _less(lost: int) -> str:
    return "меньше" if lost > 0 else "больше"


def changes_of(of: Sequence[Change], named: Mapping[int, str]) -> str:
    lines = [f"• {_name(named, each.mentee_id)}: {_moved(each, named)}" for each in of[:10]]
    more = len(of) - len(lines)
    return "\n".join([*lines, *([f"и ещё {more}"] if more > 0 else [])])


def _moved(of: Change, named: Mapping[int, str]) -> str:
    return f"{_name(named, of.before)} → {_name(named, of.after)}"


def _name(named: Mapping[int, str], person_id: int | None) -> str:
    """Somebody who has left the draft meanwhile is not named any more."""
    if person_id is None:
        return "без пары"
    return safe(named[person_id]) if person_id in named else "другой человек"


def publish_ask(lines: int, mentors_asked: int, until: date) -> str:
    return (
        f"Опубликовать черновик: {plural(lines, 'пара', 'пары', 'пар')}? Сначала спросим наставников ({mentors_asked}), ответ "
        f"нужен до {day(until)}. После согласия наставника спросим наставляемых. Баллы и личные пожелания не видит никто, кроме вас."
    )


def published(of: Published) -> str:
    until = f", ответ до {day(of.answer_by)}" if of.answer_by else ""
    return f"Опубликовано: {plural(of.pairs, 'пара', 'пары', 'пар')}{until}. Бот напомнит и скажет, когда все ответят."


def published_already() -> str:
    return "Этот черновик уже опубликован, удалён или собран заново. Вот как сейчас."


def changed_meanwhile() -> str:
    return "Пока черновик ждал, что-то изменилось: ответы, места или люди. Подбираю заново, посмотрите ещё раз."


def no_draft() -> str:
    return f"Черновика сейчас нет: его уже опубликовали или удалили. Нажмите «{ANEW}», чтобы собрать новый."


def nothing_to_publish() -> str:
    return "Публиковать нечего: в черновике нет ни одной пары."
