"""The screens of documents, drawn alike after a press and after what was typed."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from handlers import destruction_screens, honour_screens
from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.presses import Deed, Spot, act, go
from handlers.settings_fields import field_button
from handlers.texts import common
from handlers.texts import destructions as destruction_words
from handlers.texts import documents as words
from handlers.texts import honours as honour_words
from handlers.texts import settings as setting_words
from handlers.texts import year_end as year_words
from handlers.texts.common import label_of
from mentoring import documents
from mentoring.access import Member
from mentoring.documents import Seen, Signed
from mentoring.documents.year_report import KINDS
from mentoring.filling import Run
from mentoring.honours import SIDES
from mentoring.papers.templates.fields import Outline
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.schools import Field
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind

_ELSEWHERE = "elsewhere"  # of a press: which list
# Where a blank of the paper is filled in, when it is no answer of the kind's own form.
_SETTINGS = {
    "школа.полное_название": Field.NAME,
    "школа.город": Field.CITY,
    "школа.адрес": Field.ADDRESS,
    "школа.огрн": Field.OGRN,
    "директор.подпись": Field.DIRECTOR,
    "директор.должность": Field.DIRECTOR_POST,
    "куратор.должность": Field.COORDINATOR_POST,
    "основания": Field.GROUNDS,
}

# What of these papers there is to make, where that is a list.
_LISTS = {
    **dict.fromkeys(SIDES, (go(honour_words.TITLE, Spot.HONOURS),)),
    **dict.fromkeys(KINDS.values(), (go(year_words.TITLE, Spot.YEAR_END),)),
    DocumentKind.ACT_DESTRUCTION: (go(destruction_words.TITLE, Spot.DESTRUCTIONS),),
}


async def listed(tx: Tx, member: Member) -> Screen:
    made = await documents.year(tx, member.school_id)
    stages: dict[int, list[Outline]] = defaultdict(list)
    for each in (each for each in OUTLINES.values() if not each.place):
        stages[each.stage].append(each)
    ordered = [each for _, of in sorted(stages.items()) for each in of]
    buttons = (go(words.label(each, made.get(each.kind)), Spot.DOCUMENT, argument=each.kind) for each in ordered)
    others, year = go(words.ELSEWHERE, Spot.DOCUMENTS, argument=_ELSEWHERE), go(year_words.TITLE, Spot.YEAR_END)
    return Screen(words.documents(stages), column(*buttons, others, year, go(common.MENU, Spot.MENU)))


def elsewhere() -> Screen:
    """Papers of one pair, person or event: made where that is, by a template that is kept here."""
    found = sorted((each for each in OUTLINES.values() if each.place), key=lambda each: each.stage)
    buttons = (go(label_of(each.title), Spot.DOCUMENT, argument=each.kind) for each in found)
    return Screen(words.elsewhere(), column(*buttons, go(words.TITLE, Spot.DOCUMENTS), go(common.MENU, Spot.MENU)))


async def document(tx: Tx, member: Member, kind: DocumentKind, now: datetime) -> Screen:
    if OUTLINES[kind].place:
        return _made_elsewhere(OUTLINES[kind])
    seen = await documents.look(tx, member.school_id, kind, now)
    asked = [go(words.DATA, Spot.DOCUMENT_DATA, argument=kind)] if documents.asked_of(kind) else []
    sign = act(words.SIGN_ANEW if seen.signed else words.SIGN, Deed.DOCUMENT_SIGN, argument=kind)
    return Screen(
        words.document(seen),
        column(
            *_ways(seen),
            act(words.MAKE, Deed.DOCUMENT_MAKE, argument=kind),
            *([sign] if seen.outline.numbered else []),
            *asked,
            go(words.TEMPLATE, Spot.DOCUMENT_TEMPLATE, argument=kind),
            go(words.TITLE, Spot.DOCUMENTS),
            go(common.MENU, Spot.MENU),
        ),
    )


def _made_elsewhere(of: Outline) -> Screen:
    return Screen(
        words.made_elsewhere(of),
        column(
            *_LISTS.get(of.kind, ()),
            go(words.TEMPLATE, Spot.DOCUMENT_TEMPLATE, argument=of.kind),
            go(words.ELSEWHERE, Spot.DOCUMENTS, argument=_ELSEWHERE),
            go(common.MENU, Spot.MENU),
        ),
    )


def _ways(seen: Seen) -> Iterator[Button]:
    """To where each blank is filled in."""
    names = {each.name for each in seen.missing}
    if seen.pending:
        yield act(words.FILL, Deed.DOCUMENT_FILL, argument=seen.outline.kind)
    fields = [field for name, field in _SETTINGS.items() if name in names]
    for field in (*fields, *seen.filled.unsettled):
        yield field_button(setting_words.FIELDS[field], field, Spot.DOCUMENTS)
    if "дорожная_карта" in names:
        yield go(words.ROADMAP, Spot.ROADMAP)


async def data(tx: Tx, member: Member, kind: DocumentKind, now: datetime) -> Screen:
    """Every answer of the kind's form, each to be changed by itself."""
    seen, asked = await documents.look(tx, member.school_id, kind, now), documents.asked_of(kind)
    changes = (
        act(words.asked_label(each), Deed.DOCUMENT_CHANGE, number, kind.value) for number, each in enumerate(asked)
    )
    return Screen(words.data(seen, asked), column(*changes, go(words.TO_DOCUMENT, Spot.DOCUMENT, argument=kind)))


async def after(tx: Tx, member: Member, run: Run, result: object, now: datetime) -> Effects:
    kind = DocumentKind(str(run.about["kind"]))
    if "about" in run.about:
        if kind is DocumentKind.ACT_DESTRUCTION:
            return await destruction_screens.after(tx, member, run, result, now)
        return await honour_screens.after(tx, member, run, result, now)
    if run.form_key in (documents.TEXT_FORM, documents.DAY_FORM):
        return with_head(await data(tx, member, kind, now), words.kept())
    head = words.signed(result) if isinstance(result, Signed) else words.kept()
    return with_head(await document(tx, member, kind, now), head)


async def back(tx: Tx, member: Member, run: Run, now: datetime) -> Effects:
    if "about" in run.about:
        if run.about["kind"] == DocumentKind.ACT_DESTRUCTION:
            return await destruction_screens.back(tx, member, run, now)
        return await honour_screens.back(tx, member, run, now)
    return await document(tx, member, DocumentKind(str(run.about["kind"])), now)


def kind_of(argument: str) -> DocumentKind | None:
    """None for what is forged."""
    return DocumentKind(argument) if argument in set(DocumentKind) else None
