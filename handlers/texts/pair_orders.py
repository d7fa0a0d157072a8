"""Orders on pairs and the papers that are signed for them."""

from collections.abc import Mapping

from handlers.texts.common import full_day, label_of, pages, plural, safe
from handlers.texts.pairs import label as pair_label
from handlers.texts.pairs import names, who
from handlers.texts.people import label
from mentoring.pair_orders import InWork, OrderLine, PairOrder, Sign, Signed
from mentoring.pair_papers import Signer, SignersPage
from mentoring.pairs import PairMember
from mentoring.rules.names import short_name
from storage.vocabulary.pairs import OrderKind, PairPaperState, Side

TITLE = "Приказы о парах"
TO_ORDER = "К приказу"
SIGNED_ONES = "Подписанные приказы"
AGREEMENTS = "Список для доп. соглашений"
BEGIN = "Собрать приказ"
DRAFT = "Скачать проект (Word)"
SIGNED = "Внести номер и дату"
READY = "Открыть подписанный приказ"
PAPERS = "Бумаги пар"
PRINT = "Распечатать согласия"
RECEIVED, NOT_RECEIVED = "Согласие получено", "Снять отметку о согласии"
REFUSAL = "Заявление об отказе (Word)"
NOT_NEEDED = "Согласие не требуется"
AGREEMENT, NO_AGREEMENT = "Доп. соглашение подписано", "Снять отметку о соглашении"
EXTERNAL, NOT_EXTERNAL = "Внешний наставник", "Наставник из нашей школы"
DIRECTOR = "Указать директора"
IN, OUT = "☑ ", "☐ "

KINDS: Mapping[OrderKind, str] = {
    OrderKind.ASSIGN: "О закреплении пар",
    OrderKind.CHANGE: "Об изменениях",
    OrderKind.END: "О прекращении",
}
_EMPTY: Mapping[OrderKind, str] = {
    OrderKind.ASSIGN: "Сейчас нет пар, которые согласны и ждут приказа.",
    OrderKind.CHANGE: "Сейчас нет пар, в которых что-то изменилось после приказа.",
    OrderKind.END: "Сейчас нет завершённых пар, о которых нужен приказ.",
}
_STATES: Mapping[PairPaperState, str] = {
    PairPaperState.TO_PRINT: "нет",
    PairPaperState.PRINTED: "бланк распечатан",
    PairPaperState.RECEIVED: "получено",
    PairPaperState.NOT_NEEDED: "не требуется",
}


def kinds() -> str:
    return (
        f"<b>{TITLE}</b>\n\nПроект приказа готовит бот, номер и дату даёт ваш журнал регистрации. "
        "Пара становится закреплённой, когда вы внесёте номер и дату."
    )


def kind_label(kind: OrderKind, count: int) -> str:
    return f"{KINDS[kind]} ({count})" if count else KINDS[kind]


def order(of: InWork, *, director_known: bool) -> str:
    head = f"<b>Приказ: {KINDS[of.kind].lower()}</b>\n\n"
    if not of.lines:
        return head + _EMPTY[of.kind]
    lines = "\n".join(_line(each) for each in of.lines)
    missing = "" if director_known else "\n\nДиректор не указан: в приказе будет пустая строка."
    return f"{head}{lines}\n\n{_included(of)} Нажмите на пару, чтобы включить её в приказ или убрать.{_warning(of)}{missing}"


def _included(of: InWork) -> str:
    return f"В приказе: {len(of.included)} из {len(of.lines)}."


def _line(of: OrderLine) -> str:
    unsigned = f": нет согласия ({safe(names(of.unsigned))})" if of.unsigned else ""
    return f"{IN if of.included else OUT}{who(of.pair)}{unsigned}"


def _warning(of: InWork) -> str:
    without = sum(bool(each.unsigned) for each in of.included)
    if not without or of.kind is not OrderKind.ASSIGN:
        return ""
    return (
        f"\n\nВ приказ включены пары без письменных согласий: {without}. Так можно, но сначала лучше собрать подписи."
    )


def line_label(of: OrderLine) -> str:
    return label_of((IN if of.included else OUT) + pair_label(of.pair))


def all_ready(of: InWork) -> str:
    whom = "всех с согласиями" if of.kind is OrderKind.ASSIGN else "всех"
    return f"Включить {whom} ({len(of.ready)})"


def no_agreements() -> str:
    return "Список пока пуст: в него входят наставники школы, чьи пары уже в приказе."


def signed_ones(count: int, number: int, of: int) -> str:
    if not count:
        return f"<b>{SIGNED_ONES}</b>\n\nВ этом учебном году приказов с номером пока нет."
    return (
        f"<b>{SIGNED_ONES}</b>, всего: {count}\n\nНажмите на приказ, чтобы снова получить его в Word. "
        f"Подписанный лист остаётся в школе.{pages(number, of)}"
    )


def signed_label(of: PairOrder) -> str:
    day = f" от {full_day(of.dated_on)}" if of.dated_on else ""
    return label_of(f"№ {of.number}{day}: {KINDS[of.kind].lower()}")


def emptied(of: PairOrder) -> str:
    """Everybody in it has withdrawn consent: they are named nowhere."""
    return f"<b>{safe(signed_label(of))}</b>\n\nЛюди из этого приказа отозвали согласие, поэтому бот его не соберёт."


def nothing_included() -> str:
    return "В приказе пока нет ни одной пары: отметьте хотя бы одну."


def signed(of: Signed) -> str:
    match of.of:
        case Sign.SIGNED:
            return f"Записано: в приказе {plural(of.pairs, 'пара', 'пары', 'пар')}."
        case Sign.EMPTY:
            return nothing_included()
        case Sign.TAKEN:
            return "Документ с таким номером и датой уже внесён. Проверьте номер по журналу регистрации."
        case Sign.FUTURE:
            return "Дата приказа ещё не наступила. Внесите её, когда приказ подписан."
        case Sign.GONE:
            return "Этот приказ уже внесён или ещё не собран."


def papers(of: SignersPage, named: Mapping[int, str]) -> str:
    if not of.total:
        return f"<b>{PAPERS}</b>\n\nПар, которым нужны бумаги, пока нет."
    lines = "\n".join(f"• {safe(named[each.id])}: {_paper(each)}" for each in of.lines)
    return (
        f"<b>{PAPERS}</b>, согласий получено: {of.settled} из {of.total}\n\n{lines}\n\n"
        "Нажмите на имя, когда подписанный бланк лежит у вас. Сам бланк в чат не присылают."
        f"{pages(of.number, of.pages)}"
    )


def _paper(of: Signer) -> str:
    side = "наставник" if of.person.side is Side.MENTOR else "наставляемый"
    if of.person.external:
        return f"{side} не из школы, нужен договор или соглашение: обратитесь к юристу"
    day = f" {full_day(of.consent_on)}" if of.consent_on else ""
    agreement = f"; доп. соглашение: {_STATES[of.agreement]}" if of.agreement else ""
    return f"{side}; согласие: {_STATES[of.consent]}{day}{agreement}"


def paper_label(name: str, of: Signer) -> str:
    return label((IN if of.is_settled else OUT) + name)


def paper(of: Signer) -> str:
    return f"<b>{safe(short_name(of.person.full_name))}</b>\n{who(of.pair)}\n\n{_paper(of)}."


def next_one(of: Signer, left: int) -> str:
    return label_of(f"Следующий из {left}: {short_name(of.person.full_name)}")


def print_ordered(count: int, *, externals: bool) -> str:
    note = "\n\nВнешним наставникам бланк не печатается: нужен договор или соглашение; обратитесь к юристу."
    return f"Бланки согласий ({count}) придут отдельным сообщением через несколько секунд.{note if externals else ''}"


def refusal_ordered() -> str:
    return "Заявление придёт отдельным сообщением через несколько секунд."


def refusal_label(of: PairMember) -> str:
    return label_of(f"Заявление об отказе: {short_name(of.full_name)}")


def all_signed() -> str:
    return "Печатать нечего: все согласия получены."


def marked() -> str:
    return "Отмечено."
