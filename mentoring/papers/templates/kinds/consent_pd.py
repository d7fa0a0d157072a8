"""Consent to personal data, a sheet of its own: what is written by hand is no field, and never comes to us."""

from mentoring.papers.templates.fields import Field, Outline, Sort
from mentoring.papers.templates.kinds import shared
from storage.vocabulary.documents import DocumentKind

PLACE = "«Бумаги» → «Распечатать бланки», карточка человека"
_FIELDS = (
    shared.SCHOOL,
    Field("школа.адрес", "адрес школы"),
    Field("обработчик.есть", "хранит ли данные кто-то по поручению школы", Sort.YES),
    Field("обработчик.название", "название обработчика данных", only_if="обработчик.есть"),
    Field("обработчик.адрес", "адрес обработчика данных", only_if="обработчик.есть"),
    Field("работник.имя", "фамилия, имя, отчество участника", optional=True),
    Field("срок.год", "год, до 31 августа которого действует согласие"),
)
_ABOUT = (
    "Согласие по 152-ФЗ, один лист. Паспорт, адрес и подпись вписывают от руки. "
    "Если меняете слова, покажите текст юристу."
)


def _outline(kind: DocumentKind, title: str, file_name: str) -> Outline:
    return Outline(kind, title, file_name, _FIELDS, stage=2, about=_ABOUT, place=PLACE, numbered=False, one_page=True)


CONSENT_PD_MENTOR = _outline(
    DocumentKind.CONSENT_PD_MENTOR, "Согласие на данные: наставник", "Согласия на данные, наставники.docx"
)
CONSENT_PD_MENTEE = _outline(
    DocumentKind.CONSENT_PD_MENTEE, "Согласие на данные: наставляемый", "Согласия на данные.docx"
)
