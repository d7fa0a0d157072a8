"""Choosing whom to invite to answer a questionnaire: the list with ticks, the preview, what was sent."""

from collections.abc import Mapping
from datetime import date

from handlers.texts.common import day, full_day, pages, people, people_dative, safe
from handlers.texts.people import label, told_apart
from handlers.texts.roadmap import day_of_week
from handlers.texts.sending import moment, when_ask
from mentoring.form_candidates import CandidateLine, CandidatesPage
from mentoring.form_ticks import Group, Preview, Sent
from mentoring.rules.forms import Form
from mentoring.rules.readiness import FORM, Ready
from mentoring.rules.survey_terms import COORDINATORS, RULES
from mentoring.silence import Beyond

TICKED, FREE = "☑ ", "☐ "
UNTICK_ALL = "Снять все отметки"
TO_TICKS = "К выбору людей"
NOTE_ONLY = "Отметить приглашёнными"
OF_SOME = frozenset(each.form_key for each in RULES)
NAMED = 4  # of a group: more of them are counted

_REFUSED: Mapping[Ready, str] = {Ready.LATER: "ответ: позже", Ready.DECLINE: "ответ: нет"}
_BEYOND: Mapping[Beyond, str] = {
    Beyond.NOT_IN_BOT: "Ещё не в боте, скажите им лично; ответы можно внести с бумаги",
    Beyond.NO_CONSENT: "В боте, но согласия на данные нет",
    Beyond.MUTE: "Просят не писать первым, увидят приглашение в своём меню",
    Beyond.PAUSED: "Просят пока не беспокоить, сообщение придёт после перерыва",
    Beyond.UNREACHABLE: "Нет связи, бот у них остановлен",
}


# Of the surveys that only some are asked: who, and how the list comes to be empty.
_ASKED_OF: Mapping[str, str] = {
    "mentee": "На эту анкету отвечают педагоги, которые подали запрос. Пока таких нет, или все они уже ответили.",
    "mentor": (
        "На эту анкету отвечают те, кто согласился быть наставником. Пока таких нет, или все они уже ответили. Пригласить "
        "стать наставником можно через «Банк наставников»."
    ),
    COORDINATORS: (
        "На эту анкету отвечают те, кто ведёт программу: координатор и его заместитель. Как и всем, сначала нужно дать "
        "согласие на обработку данных, кнопкой «Для меня как педагога» в своём меню. Пока его нет ни у кого, или все "
        "давшие согласие уже ответили."
    ),
}


def page(of: CandidatesPage, form: Form) -> str:
    if not of.count.people:
        return f"<b>Кого пригласить</b>\n\nПриглашать некого. {_why_nobody(form)}"
    return (
        f"<b>Кого пригласить</b>, отмечено: {of.count.ticked}\n\n"
        f"Приглашение ответить на анкету {_named(form)}. ☑ — пригласить; нажмите на имя, чтобы поставить или снять "
        f"отметку. Отметки сохраняются. Перед отправкой бот покажет, кому придёт сообщение.{pages(of.number, of.pages)}"
    )


def _why_nobody(form: Form) -> str:
    if form.key in OF_SOME and form.audience in _ASKED_OF:
        return _ASKED_OF[form.audience]
    return f"Список людей пуст, или все уже ответили{_answered(form)}. Людей добавляют кнопкой «Люди» в меню."


def _named(form: Form) -> str:
    return "возможного наставника" if form.key == FORM else f"«{safe(form.title)}»"


def _answered(form: Form) -> str:
    return ", что готовы" if form.key == FORM else ""


def line(name: str, of: CandidateLine) -> str:
    """The tick stands first: it is what changes."""
    return label((TICKED if of.ticked else FREE) + name, _mark(of))


def _mark(of: CandidateLine) -> str:
    if of.refusal is not None and of.refusal in _REFUSED:
        return _REFUSED[of.refusal]
    if of.asked_on:
        return f"приглашение {of.asked_on:%d.%m}"
    return "; ".join(each for each in (of.experience, "поможет" if of.would_help else "") if each)


def experienced(count: int) -> str:
    return f"Выбрать всех со стажем от 4 лет ({count})"


def unanswered(count: int) -> str:
    return f"Выбрать всех, кто не ответил ({count})"


def go_on(count: int) -> str:
    return f"Дальше ({count})"


def ticked() -> str:
    return "Отмечено"


def unticked() -> str:
    return "Отметка снята"


def already() -> str:
    return "Уже записано"


def preview(of: Preview, form: Form) -> str:
    until = f"Ответить попросим до {day_of_week(of.answer_by)}."
    groups = "".join(f"\n\n{_group(each)}" for each in of.beyond)
    later = (
        f"\n\nСегодня или на этой неделе бот им уже писал, приглашение придёт позже: {of.later}." if of.later else ""
    )
    rested = f"\n\n{_rested(of.rested)}" if of.rested else ""
    head = "<b>Приглашение</b>" if form.key == FORM else f"<b>Приглашение</b> на анкету {_named(form)}"
    return f"{head}, отмечено: {of.people}\n\n{_reach(of)} {until}{later}{rested}{groups}"


def _rested(count: int) -> str:
    return (
        f"Недавно приглашены на другую анкету: {people(count)}. Между двумя анкетами проходит 14 дней, поэтому сейчас их "
        "не пригласить; отметки останутся."
    )


def nobody_now(of: Preview) -> str:
    """All who are ticked are to be left alone for now."""
    return f"<b>Приглашение</b>\n\n{_rested(of.rested)}"


def exams() -> str:
    return (
        "С 25 мая по 30 июня анкеты не рассылаются: идут экзамены. Отметки останутся, пригласить можно будет в новом "
        "учебном году. Если ответ нужен сейчас, спросите лично."
    )


def _reach(of: Preview) -> str:
    if not of.reached:
        return "Сейчас сообщение не придёт никому."
    return f"Сообщение получат: {people(of.reached)}. {when_ask(of.when)}"


def _group(of: Group) -> str:
    named = told_apart(of.lines)
    shown = ", ".join(safe(named[each.id]) for each in of.lines[:NAMED])
    more = f" и ещё {len(of.lines) - NAMED}" if len(of.lines) > NAMED else ""
    return f"{_BEYOND[of.why]} ({len(of.lines)}): {shown}{more}"


def not_asked() -> str:
    return "Такой анкеты у школы нет, пригласить на неё нельзя. Вот путь к тем, что есть."


def nobody_ticked() -> str:
    return "Никто не отмечен, или приглашение уже отправлено. Отметьте, кого пригласить."


def send_label(of: Preview) -> str:
    return f"Отправить {people_dative(of.reached)}" if of.reached else NOTE_ONLY


def until_label(of: Preview) -> str:
    return f"Изменить срок: {day(of.answer_by)}"


def until_choice(of: date) -> str:
    return f"До {day_of_week(of)}"


def until_kept(of: date) -> str:
    return f"Записано: ответить попросим до {full_day(of)}."


def until_refused() -> str:
    return "Этот день наступит раньше, чем люди получат приглашение. Срок пока прежний, выберите другой."


def sent(of: Sent) -> str:
    rest = of.people - of.told
    others = f" Пока без сообщения: {people(rest)}, причины в «Кто не ответил»." if rest else ""
    if not of.told:
        return f"Готово, приглашения отмечены.{others}"
    if of.when.at_once:
        return f"Готово. Приглашение отправлено {people_dative(of.told)}.{others}"
    return f"Готово: {people_dative(of.told)} приглашение придёт {moment(of.when)}.{others}"
