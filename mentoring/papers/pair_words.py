"""The words that the papers of pairs share: forms, reasons of an end, people in the genitive. Plain text."""

from collections.abc import Mapping

from mentoring.papers.office_words import BLANK, inside
from mentoring.papers.pair_values import EndReason, Participant
from mentoring.rules.text import clean_line
from storage.vocabulary.pairs import Format

FORMATS: Mapping[Format, str] = {
    Format.ONE_TO_ONE: "Традиционная («один на один»)",
    Format.GROUP: "Наставничество в группе",
    Format.REMOTE: "Дистанционная",
    Format.SHORT_TERM: "Краткосрочная (под одну цель)",
    Format.REVERSE: "Реверсивная",
    Format.SITUATIONAL: "Ситуационная",
    Format.SPEED: "Скоростная",
}
REASONS: Mapping[EndReason, str] = {
    EndReason.TERM_OVER: "срок истёк",
    EndReason.MENTOR_REFUSED: "отказ наставника",
    EndReason.CANCELLED: "отмена поручения",
    EndReason.TRANSFER: "перевод",
    EndReason.DISMISSAL: "увольнение",
    EndReason.MUTUAL: "взаимное решение",
}


def genitive(of: Participant) -> str | None:
    """«Ивановой Анны Петровны, учителя»; None while the name, or the post that there is, was not confirmed."""
    if of.cases is None or (clean_line(of.post) and of.cases.post is None):
        return None
    return f"{of.cases.name.genitive}, {inside(of.cases.post.genitive) if of.cases.post else BLANK}"
