"""The school's own roadmap: what was understood of it, what is asked, what has changed, what holds."""

from collections.abc import Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from handlers.texts.common import cut, day, label_of, local_day, plural, safe
from handlers.texts.reading import Page, by_pages
from mentoring.own_roadmaps import Draft, Holding
from mentoring.rules.own_roadmap import Asks, Past, Question
from mentoring.rules.roadmap_files import Change, ChangeKind, StageRow, Term, Why, window
from mentoring.rules.roadmap_files.questions import WHOLE_YEAR

UPLOAD, ANOTHER, NEW_VERSION = "Загрузить свою карту", "Прислать другую", "Загрузить новую редакцию"
WAITS, HOLDS = "Ваша карта ждёт решения", "Ваша дорожная карта"
ACCEPT, DROP = "Принять карту", "Не загружать"
TO_UNDERSTOOD, CHANGE_ANSWERS = "Что я понял", "Изменить ответы"
GIVE_UP, GIVE_UP_YES = "Вернуть типовую карту", "Да, вернуть типовую"
MONTHS, DATES, SOMEBODY_ELSE = "Месяцы…", "Даты…", "Другой человек или должность"

_PAST: Mapping[str, str] = {Past.MOVE: "Перенести", Past.DONE: "Уже сделано", Past.DROP: "Убрать в этом году"}
_KEPT = "Этих пунктов в ней нет, но по ним есть отметки. Они сохранятся и вернутся вместе с пунктом."
_TITLE, _ITEM, _CELL, _CHUNK, _ABSENT = 200, 250, 150, 2_500, 1_500


def understood(of: Draft) -> list[Page]:
    """Stage by stage, each item with what it is to the bot."""
    stages = (_stage(of, number, stage) for number, stage in enumerate(of.own.understood.stages, 1))
    return by_pages(_head(of), f"<b>{TO_UNDERSTOOD}</b>, продолжение", [_chunks(lines) for lines in stages])


def _head(of: Draft) -> str:
    plan = of.own.understood
    inner = f" и {plural(plan.inner_count, 'подпункт', 'подпункта', 'подпунктов')}" if plan.inner_count else ""
    counted = (
        f"{plural(len(plan.stages), 'этап', 'этапа', 'этапов')}, "
        f"{plural(plan.item_count, 'пункт', 'пункта', 'пунктов')}{inner}."
    )
    other_year = plan.school_year is not None and plan.school_year != of.school_year
    years = f"{of.school_year}/{of.school_year + 1}"
    return "\n".join(
        [
            f"<b>{TO_UNDERSTOOD}</b>",
            *([safe(cut(plan.title, _TITLE))] if plan.title else []),
            counted,
            *([f"В заголовке другой учебный год, сроки взяты для {years}."] if other_year else []),
            *([f"Не сказано и нужно уточнить: {len(of.open)}."] if of.open else []),
            *_absent(of),
            *(_gone(of.gone) if of.changes is None else []),
            "Пока вы не примете карту, ничего не изменится.",
        ]
    )


def _gone(texts: Sequence[str]) -> list[str]:
    """What is marked as done and would be named no more."""
    return [f"{_KEPT}\n" + "\n".join(_listed(texts))] if texts else []


def _absent(of: Draft) -> list[str]:
    if not of.absent:
        return []
    named = "; ".join(dict.fromkeys(each.text for each in of.absent))
    return [f"Бот ведёт и это, но в вашей карте этого нет: {safe(cut(named, _ABSENT))}."]


def _stage(of: Draft, number: int, stage: StageRow) -> list[str]:
    lines = [f"<b>{number}. {safe(cut(stage.title, _TITLE))}</b>", _term(of, number), _responsible(of, number)]
    if stage.expected:
        lines.append(f"Ожидаемый результат: {safe(cut(stage.expected, _ITEM))}")
    for path in sorted(of.own.keys):
        if path.stage == number - 1:
            ours = [of.ours[key] for key in of.own.keys[path] if key in of.ours]
            what = "; ".join(ours) if ours else "ваш собственный пункт"
            lines.append(f"• {safe(cut(of.own.text(path), _ITEM))} → <i>{safe(what)}</i>")
    return lines


def _term(of: Draft, number: int) -> str:
    written, term = of.own.understood.stages[number - 1].term.written, of.own.term(number)
    named = f"«{safe(cut(written, _CELL))}»" if written else "не назван"
    return f"Срок: {named}, {_days(term, of.school_year)}"


def _days(term: Term, school_year: int) -> str:
    days = window(term, school_year) if not term.year_differs(school_year) else None
    return f"{day(days[0])} – {day(days[1])}" if days else "<b>нужно уточнить</b>"


def _responsible(of: Draft, number: int) -> str:
    written, who = of.own.understood.stages[number - 1].responsible.written, of.own.responsible(number)
    if who.asks:
        return f"Отвечает: {safe(cut(written, _CELL)) or 'никто не назван'}, <b>нужно уточнить</b>"
    return f"Отвечает: {safe(cut(who.written, _CELL))}"


def _chunks(lines: Iterable[str]) -> list[str]:
    """Whole lines in paragraphs that fit a message."""
    chunks = [""]
    for line in lines:
        if chunks[-1] and len(chunks[-1]) + len(line) > _CHUNK:
            chunks.append("")
        chunks[-1] = f"{chunks[-1]}\n{line}".strip()
    return chunks


def changes(of: Draft) -> list[Page]:
    head = "<b>Что изменилось</b>\nДо вашего подтверждения работает прежняя карта."
    lines = [[_change(each)] for each in of.changes or ()]
    lines += [[each] for each in _gone(of.gone)]
    return by_pages(head, "<b>Что изменилось</b>, продолжение", lines, between="\n")


def _change(of: Change) -> str:
    before, after = (f"«{safe(cut(text, _ITEM))}»" if text else "пусто" for text in (of.before, of.after))
    match of.kind:
        case ChangeKind.STAGE_ADDED:
            return f"Этап {of.stage}: добавлен, {after}"
        case ChangeKind.STAGE_GONE:
            return f"Этап {of.stage} прежней карты: убран, {before}"
        case ChangeKind.ITEM_ADDED:
            return f"Этап {of.stage}: новый пункт {after}"
        case ChangeKind.ITEM_GONE:
            return f"Этап {of.stage}: убран пункт {before}"
    return f"Этап {of.stage}: {_CELLS[of.kind]}, было {before}, стало {after}"


_CELLS: Mapping[ChangeKind, str] = {
    ChangeKind.STAGE_REWORDED: "название",
    ChangeKind.ITEM_REWORDED: "пункт переписан",
    ChangeKind.TERM_MOVED: "срок",
    ChangeKind.RESPONSIBLE_CHANGED: "ответственный",
    ChangeKind.EXPECTED_CHANGED: "ожидаемый результат",
}


def changes_label(of: Draft) -> str:
    return f"Что изменилось ({len(of.changes or ())})"


def questions_label(of: Draft) -> str:
    return f"Ответить на вопросы ({len(of.open)})"


def ask(of: Draft, question: Question) -> str:
    said = of.own.answers.get((question.stage, question.asks))
    now = f"\n\nСейчас: {safe(cut(choice(question, said), _CELL))}." if said else ""
    title = safe(cut(of.own.understood.stages[question.stage - 1].title, _TITLE))
    counted = f"{of.number(question)} из {len(of.questions)}"
    return (
        f"<b>Ваша карта: что уточнить</b>\n{counted}\n\nЭтап {question.stage}, «{title}»: {_asked(of, question)}{now}"
    )


def _asked(of: Draft, question: Question) -> str:
    stage = of.own.understood.stages[question.stage - 1]
    term, who = safe(cut(stage.term.written, _CELL)), safe(cut(stage.responsible.written, _CELL))
    match question.why:
        case Why.NO_TERM:
            return "срок не назван. Когда идёт этап?"
        case Why.WHOLE_YEAR:
            return f"срок «{term}», у него нет конца и о нём не напомнить. Какие дни считаем?"
        case Why.REPORTING_PERIOD:
            return f"срок «{term}». Какие дни считаем отчётным периодом?"
        case Why.VAGUE_TERM:
            return f"срок «{term}», бот не понял, какие это дни. Когда идёт этап?"
        case Why.OTHER_YEAR:
            return f"срок «{term}», это другой учебный год. Когда идёт этап в {of.school_year}/{of.school_year + 1}?"
        case Why.NOBODY:
            return "ответственный не назван. Кто отвечает?"
        case Why.ONLY_PARTICIPANTS:
            return f"ответственными названы «{who}». Участники не видят банков, вести этап должен кто-то ещё. Кто?"
    return f"срок «{term}» в этом учебном году уже прошёл. Отметить сделанным, перенести или убрать?"


def choice(of: Question, said: str) -> str:
    """As it stands on a button."""
    if of.asks is Asks.PAST:
        return _PAST.get(said, "")
    if of.asks is Asks.TERM and said == WHOLE_YEAR:
        return f"Весь учебный год ({said})"
    return label_of(said[:1].upper() + said[1:])


def not_understood(asked: Asks) -> str:
    if asked is Asks.TERM:
        return (
            "Не получилось прочитать срок в этом учебном году. Напишите, например: «сентябрь – октябрь», «до 1 октября» "
            "или «с 1 по 15 сентября»."
        )
    return "Не получилось понять, кто отвечает. Напишите фамилию с инициалами или должность, например «координатор»."


def examples(*, months: bool) -> str:
    return (
        "Месяцы, например: «сентябрь – октябрь»."
        if months
        else "Даты, например: «до 1 октября» или «с 1 по 15 сентября»."
    )


def accepted() -> str:
    return "Карта принята, бот работает по ней. Теперь проверьте и подтвердите сроки: без этого бот не напоминает."


def reading() -> str:
    return "Читаю файл. Что в нём понято, бот покажет через несколько секунд."


def same() -> str:
    return "В этой карте всё так же, как в принятой. Ничего не изменилось."


def dropped() -> str:
    return "Эта карта не загружена. Ничего не изменилось."


def not_current() -> str:
    return "С тех пор карту прислали заново, приняли или убрали."


def holding(of: Holding, zone: ZoneInfo) -> str:
    gone = "\n\nВ карте больше нет, но отмечено:\n" + "\n".join(_listed(of.gone)) if of.gone else ""
    return f"<b>{HOLDS}</b>\nБот работает по ней с {local_day(of.since, zone)}.{gone}"


def _listed(texts: Sequence[str]) -> list[str]:
    most = 20
    more = [f"и ещё {len(texts) - most}"] if len(texts) > most else []
    return [*(f"• {safe(cut(text, _CELL))}" for text in texts[:most]), *more]


def give_up_ask() -> str:
    return (
        "Вернуть типовую карту? Этапы и пункты вашей карты показываться не будут, отметки о сделанном сохранятся. "
        "Сроки, которые отличаются, нужно будет подтвердить заново. Вашу карту можно будет принять снова."
    )


def given_up() -> str:
    return "Работает типовая карта. Проверьте и подтвердите сроки."


def no_roadmap_waits() -> str:
    return "Своей карты сейчас нет, работает типовая."
