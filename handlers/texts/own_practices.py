"""One's own cards: where each is, who may see it, what a coordinator did with it, what becomes of it in the end."""

from collections.abc import Callable, Mapping, Sequence

from handlers.texts.common import cut, label_of, safe
from handlers.texts.practices import ALLOWED, NOTE, OWN, STATES, WHO_SEES, cards
from mentoring.practices.looking import Own
from mentoring.practices.model import Card
from storage.vocabulary.practices import CardState, Publish

FROM_SURVEY = "Взять текст из анкеты"
SEND_AGAIN = "Отправить координатору"
STAYS, GOES = "Оставить без имени", "Удалить вместе с данными"
PUBLISH: Mapping[Publish, str] = {
    Publish.NAMED: "Показывать с моим именем",
    Publish.NAMELESS: "Показывать без имени",
    Publish.NEVER: "Не показывать",
}
_COPIES = 3
Issued = Sequence[tuple[str, int]]  # the day and the number of cards of a collection that somebody has got


def own(of: Own) -> str:
    listed = "\n".join(f"• {safe(cut(each.title, 80))}: {STATES[each.state]}" for each in of.cards[:20])
    rest = listed or "Карточек пока нет."
    begun = "\n\nОдна карточка начата и не отправлена." if of.is_begun else ""
    return f"<b>{OWN}</b>\n\n{rest}{begun}{_promised(of)}"


def _promised(of: Own) -> str:
    if of.promised is None or of.is_begun:
        return ""
    words = f" Вы написали: «{safe(cut(of.promised, 300))}»" if of.promised else ""
    return f"\n\nВ итоговой анкете вы сказали, что есть приём, которым можно поделиться.{words}"


def own_line_label(title: str, state: CardState) -> str:
    return label_of(f"{title}: {STATES[state]}" if state is CardState.RETURNED else title)


def started() -> str:
    return "Ваш текст из анкеты уже стоит в ответе «Что делали». Перед отправкой его можно поправить."


def sent() -> str:
    return (
        "Спасибо! Карточка у координатора: он примет её в копилку или задаст вопрос. Кто её видит, можно изменить в "
        f"любое время: «{OWN}»."
    )


def sent_again(*, done: bool) -> str:
    return "Отправлено, координатор увидит карточку снова." if done else "Карточка уже у координатора."


def take_back_ask(of: Card, issued: Issued) -> str:
    return (
        f"Забрать карточку «{safe(of.row.title)}»? Она уйдёт из копилки и не попадёт в следующий сборник. Отправить её "
        f"снова можно в любое время.{_copies(issued)}"
    )


def taken_back(*, done: bool) -> str:
    return "Карточка снова только у вас." if done else "Карточка уже у вас."


def who_sees(of: Card, issued: Issued, *, names_author: bool) -> str:
    """The permission, and what becomes of the card when its author's data are erased."""
    row = of.row
    if row.publish is Publish.NEVER:
        return f"<b>{WHO_SEES}</b>\n\nСейчас: {ALLOWED[row.publish]}. В сборник она не попадёт.{_copies(issued)}"
    stays = "карточка останется без имени" if row.stays else "карточка удалится"
    caution = " В тексте есть слово, похожее на ваше имя: с ним удалится и она." if row.stays and names_author else ""
    return (
        f"<b>{WHO_SEES}</b>\n\nСейчас: {ALLOWED[row.publish]}. После отзыва согласия её сразу никто не увидит, "
        f"а когда данные уничтожат, {stays}.{caution}{_copies(issued)}"
    )


def allowed(*, done: bool) -> str:
    return "Изменено. Это действует сразу." if done else "Так уже и было."


def _copies(of: Issued) -> str:
    """Days and numbers of cards of the collections that are about."""
    if not of:
        return ""
    listed = "\n".join(f"• {safe(on)}, в нём {cards(count)}" for on, count in of[:_COPIES])
    more = f"\nи ещё {len(of) - _COPIES}" if len(of) > _COPIES else ""
    return (
        f"\n\nУже выданы сборники с ней:\n{listed}{more}\nОтозвать их бот не может. Если нужно, скажите координатору."
    )


def offer() -> str:
    return "Вы сказали, что есть приём для копилки. Из него можно сделать карточку: текст из анкеты бот подставит сам."


def accepted_notice(of: Card) -> str:
    return f"Ваша карточка «{safe(of.row.title)}» принята в копилку практик.{_reworded(of)}"


def returned_notice(of: Card) -> str:
    return f"Координатор прочитал карточку «{safe(of.row.title)}» и спрашивает: «{safe(cut(of.row.note, NOTE))}»"


def edited_notice(of: Card) -> str:
    return f"Координатор поправил вашу карточку «{safe(of.row.title)}» в копилке.{_reworded(of)}"


NOTICES: Mapping[tuple[str, CardState], Callable[[Card], str]] = {
    ("accept", CardState.ACCEPTED): accepted_notice,
    ("return", CardState.RETURNED): returned_notice,
    ("edit", CardState.ACCEPTED): edited_notice,
}


def _reworded(of: Card) -> str:
    return " Координатор кое-что поправил: откройте карточку, там видно, что. Её можно забрать." if of.edits else ""


def in_menu_returned(count: int) -> str:
    return f"Карточки практик с вопросом координатора: {count}."
