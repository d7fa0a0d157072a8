"""The mentor bank: who is ready and for how many colleagues, who has refused, who was asked and is silent."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from handlers.texts import answered, sending
from handlers.texts.common import local_day, pages, safe
from handlers.texts.people import label
from handlers.texts.readiness import colleagues
from mentoring.mentors import Mark, MentorLine, MentorPage, Profile, RefusedPage
from mentoring.nudges import Preview
from mentoring.rules.names import short_name
from mentoring.rules.readiness import Doubt, Ready
from mentoring.silence import SilentPage
from storage.vocabulary import Source

INVITE = "Пригласить ответить на анкету"
REFUSED = "Отказались и скажут позже"
SILENT = sending.SILENT
REMIND = "Напомнить"
BOOK = "Скачать Excel"
SEEN = "Отметить просмотренным"
TO_BANK = "К банку наставников"
BEGUN, NOT_BEGUN = "анкета начата, не отправлена", "анкета не начата"

_MARKS: Mapping[Mark, str] = {Mark.NEW: "новая анкета", Mark.CHANGED: "изменена"}
_READY: Mapping[Ready, str] = {
    Ready.YEAR: "на месяцы или год",
    Ready.SHORT: "разовые консультации",
    Ready.REMOTE: "только дистанционно",
    Ready.LATER: "возможно, позже",
    Ready.DECLINE: "нет",
}
_DOUBTS: Mapping[Doubt, str] = {
    Doubt.NEW_TO_WORK: "педагогический стаж до трёх лет, категории нет.",
    Doubt.NOT_SURE: "свою готовность к роли наставника человек оценивает на 4 из 10 или ниже.",
    Doubt.MANY: "готовность сопровождать больше двух коллег сразу, это большая нагрузка.",
    Doubt.ONLY_SHORT: "готовность только к разовым консультациям, на весь год такую пару не предлагают.",
}


def page(of: MentorPage, named: Mapping[int, str]) -> str:
    """The numbers, then who of the page is ready for what."""
    lines = "\n".join(f"• {safe(named[each.id])}: {_state(each)}" for each in of.lines)
    listed = f"\n\n{lines}" if lines else ""
    return f"<b>Банк наставников</b>\n\n{_numbers(of)}{listed}{pages(of.number, of.pages)}"


def _numbers(of: MentorPage) -> str:
    count = of.count
    numbers = [
        _ready(of),
        f"Отказались: {count.declined}, скажут позже: {count.later}." if count.refused else "",
        f"Приглашены: {of.asked}, без ответа: {of.silent}." if of.asked else "Никого ещё не приглашали.",
        f"Наставник нужен: {colleagues(of.wanted)}." if of.wanted else "",
        f"Новых анкет: {count.new}." if count.new else "",
        f"Изменённых: {count.changed}." if count.changed else "",
    ]
    return "\n".join(each for each in numbers if each)


def _ready(of: MentorPage) -> str:
    count = of.count
    if not count.ready:
        return "Готовых пока нет."
    short = f", из них только для консультаций: {count.short}" if count.short else ""
    paused = f", на паузе: {count.paused}" if count.paused else ""
    return f"Готовы: {count.ready}{short}{paused}. Всего мест: {count.places}."


def _state(of: MentorLine) -> str:
    parts = [
        _READY[of.ready] if of.ready else "без ответа",
        colleagues(of.capacity) if of.capacity else "",
        "на паузе" if of.paused else "",
        _MARKS.get(of.mark, ""),
    ]
    return "; ".join(each for each in parts if each)


def entry_label(name: str, mark: Mark) -> str:
    return label(name, _MARKS.get(mark, ""))


def refused_button(of: MentorPage) -> str:
    return f"{REFUSED} ({of.count.refused})"


def silent_button(of: MentorPage) -> str:
    return f"{SILENT} ({of.silent})"


def refused(of: RefusedPage, named: Mapping[int, str]) -> str:
    if not of.count.refused:
        return f"<b>{REFUSED}</b>\n\nТаких ответов нет."
    lines = "\n".join(f"• {safe(named[each.id])}: {_state(each)}" for each in of.lines)
    return (
        f"<b>{REFUSED}</b>\n\nСкажут позже: {of.count.later}, отказались: {of.count.declined}. Сам бот об анкете им больше "
        f"не пишет; если нужно, пригласите снова кнопкой «{INVITE}».\n\n{lines}{pages(of.number, of.pages)}"
    )


def silent(of: SilentPage, named: Mapping[int, str]) -> str:
    if not of.total:
        return f"<b>{SILENT}</b>\n\n{'Ответили все.' if of.people else 'Никого ещё не приглашали.'}"
    lines = "\n".join(
        f"• {safe(named[each.id])}: {answered.why(each, begun=BEGUN, not_begun=NOT_BEGUN)}" for each in of.lines
    )
    return f"<b>{SILENT}</b>: {of.total} из {of.people}\n\n{lines}{pages(of.number, of.pages)}"


def remind_nobody(of: Preview) -> str:
    if not of.people:
        return f"Напоминать пока некому: никого ещё не приглашали. Начните с кнопки «{INVITE}»."
    return sending.remind_nobody(of)


def entry(of: Profile, zone: ZoneInfo) -> list[str]:
    """The whole questionnaire in as many messages as it takes, each a page."""
    return answered.in_messages(_head(of, zone), of.answered)


def _head(of: Profile, zone: ZoneInfo) -> str:
    found, run = of.answered, of.answered.run
    post = f"\n{safe(found.position)}" if found.position else ""
    sent = f"Отправлено {local_day(run.submitted_at, zone)}" if run.submitted_at else "Отправлено"
    paper = ", с бумаги" if run.source is Source.PAPER else ""
    seen = f"просмотрено {local_day(run.seen_at, zone)}" if run.seen_at else _since(of, zone)
    notes = "".join(f"\n{each}" for each in _notes(of, zone))
    return f"<b>{safe(short_name(found.full_name))}</b>{post}\n{sent}{paper}; {seen}{notes}"


def _since(of: Profile, zone: ZoneInfo) -> str:
    changed = of.answered.run.changed_at
    return f"изменено {local_day(changed, zone)}" if changed else _MARKS[Mark.NEW]


def _notes(of: Profile, zone: ZoneInfo) -> list[str]:
    left = of.answered.left
    return [
        *([f"Автор меняет ответы: без ответа {left}"] if left else []),
        *([f"На паузе с {local_day(of.paused_since, zone)}: новых коллег не предлагать"] if of.paused_since else []),
        *(f"Обратите внимание: {_DOUBTS[doubt]}" for doubt in of.doubts),
    ]


def gone() -> str:
    return "Этой анкеты в банке больше нет: автор отозвал её или своё согласие."
