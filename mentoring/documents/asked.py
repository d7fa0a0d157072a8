"""What a coordinator is asked for a document: nothing else in the programme knows it.

A kind's own form asks for what is not known yet; each of its answers can be changed by itself afterwards.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.access import Member
from mentoring.papers.office_words import day
from mentoring.rules.text import clean_line
from mentoring.schools import year_of
from storage import documents
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind

TEXT_FORM, DAY_FORM = "document_text", "document_day"  # one answer changed


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer of the kind's form: `key` is the question, `field` the tag that it fills. A day is kept as ISO."""

    key: str
    field: str
    label: str
    is_day: bool = False
    optional: bool = False


FORMS: Mapping[DocumentKind, str] = {DocumentKind.ORDER_REGULATION: "order_regulation"}
_ASKED: Mapping[DocumentKind, tuple[Asked, ...]] = {
    DocumentKind.ORDER_REGULATION: (
        Asked("title", "положение.название", "Название Положения"),
        Asked("from_day", "положение.действует_с", "Действует с", is_day=True),
        Asked("council_number", "педсовет.номер", "Номер протокола педсовета"),
        Asked("council_day", "педсовет.дата", "Дата протокола педсовета", is_day=True),
        Asked("site_person", "сайт.ответственный", "Кто размещает на сайте"),
        Asked("site_day", "сайт.срок", "Разместить до", is_day=True),
        Asked("results_day", "итоги.срок", "Итоги представить до", is_day=True),
        Asked("union_number", "профсоюз.номер", "Номер мнения профсоюза", optional=True),
        Asked("union_day", "профсоюз.дата", "Дата мнения профсоюза", is_day=True, optional=True),
        Asked("old_number", "прежний_приказ.номер", "Номер отменяемого приказа", optional=True),
        Asked("old_day", "прежний_приказ.дата", "Дата отменяемого приказа", is_day=True, optional=True),
        Asked("control", "контроль.ответственный", "На кого возложен контроль", optional=True),
    )
}


def asked_of(kind: DocumentKind) -> tuple[Asked, ...]:
    return _ASKED.get(kind, ())


async def kept(tx: Tx, school_id: int, school_year: int, kind: DocumentKind) -> dict[str, str]:
    """By field; «» for what was passed over on purpose."""
    return {each.field: each.value for each in await documents.values(tx, school_id, school_year, kind)}


async def keep_all(tx: Tx, member: Member, kind: DocumentKind, said: Mapping[str, str]) -> None:
    """The kind's form is over; said is by its questions."""
    for each in asked_of(kind):
        await _put(tx, member, kind, each, said.get(each.key, ""))


async def keep_one(tx: Tx, member: Member, kind: DocumentKind, key: str, value: str) -> bool:
    """False when the kind asks no such thing."""
    of = next((each for each in asked_of(kind) if each.key == key), None)
    if of is not None:
        await _put(tx, member, kind, of, value)
    return of is not None


def shown(of: Asked, value: str) -> str:
    """As it stands in the paper."""
    return day(date.fromisoformat(value)) if of.is_day and value else value


async def _put(tx: Tx, member: Member, kind: DocumentKind, of: Asked, value: str) -> None:
    await documents.put_value(
        tx,
        school_id=member.school_id,
        school_year=await year_of(tx, member.school_id),
        kind=kind,
        field=of.field,
        value=clean_line(value),
    )
