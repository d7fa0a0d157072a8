"""The cell «type» with the two that refine it, `appearance` and `parameters`."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from mentoring.rules.expressions import Language
from mentoring.rules.expressions.values import number_of
from mentoring.rules.form_files.columns import Column
from mentoring.rules.form_files.model import CellReason
from mentoring.rules.form_files.table import Place, Row
from mentoring.rules.form_files.xlsform_choices import Listed
from mentoring.rules.form_files.xlsform_words import PLAIN_TYPES, SELECT, SELECT_WORDS, UNSUPPORTED_TYPES, one_word
from mentoring.rules.forms import Option, QuestionKind
from mentoring.rules.forms.model import NO, SCALE_ENDS, YES, marks

SEARCH, AS_LIST = "autocomplete", "minimal"
_HARMLESS: Mapping[QuestionKind, Set[str]] = {
    QuestionKind.SINGLE: {AS_LIST, SEARCH},
    QuestionKind.MULTI: {AS_LIST, SEARCH},
    QuestionKind.TEXT: {"multiline"},
}
_OF_A_SCALE = {"start": SCALE_ENDS[0], "end": SCALE_ENDS[1], "step": 1}


@dataclass(frozen=True, slots=True)
class Asking:
    """How the question is answered; `faulty` when that cannot be told."""

    kind: QuestionKind | None
    options: tuple[Option, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    faulty: bool = False


def read_asking(row: Row, lists: Mapping[str, Listed]) -> Asking:
    said = row.needed(Column.KIND)
    if select := SELECT.fullmatch(said):
        return _select(row, select, lists)
    kind = PLAIN_TYPES.get(one_word(said))
    if kind is None:
        _complain_of_type(row, said)
        return Asking(None, faulty=True)
    _check_appearance(row, kind)
    if kind is not QuestionKind.SCALE:
        _check_parameters(row)
        return Asking(kind)
    options = _scale(row)
    return Asking(kind, options, faulty=not options)


def _complain_of_type(row: Row, said: str) -> None:
    first = said.casefold().split()[:1]
    if not UNSUPPORTED_TYPES.isdisjoint([one_word(said), *first]):
        row.complain(Column.KIND, CellReason.NOT_SUPPORTED, said)
    elif said:
        ours = (*PLAIN_TYPES, *SELECT_WORDS)
        row.complain(Column.KIND, CellReason.UNKNOWN_KIND, said, Language.XLSFORM.near(said, ours) or ours)


def _select(row: Row, select: re.Match[str], lists: Mapping[str, Listed]) -> Asking:
    """A list of «Да» and «Нет» is a question of yes or no, unless it asks to be drawn as a list."""
    name, kind = select["list"] or "", QuestionKind.SINGLE if select["one"] else QuestionKind.MULTI
    if select["other"]:
        row.complain(Column.KIND, CellReason.NOT_SUPPORTED, select["other"].strip())
    _check_appearance(row, kind)
    _check_parameters(row)
    if name not in lists:
        row.complain(Column.KIND, CellReason.UNKNOWN_LIST, name, Language.XLSFORM.near(name, tuple(lists)))
        return Asking(kind, faulty=True)
    listed, appearance = lists[name], row.line(Column.APPEARANCE).split()
    if kind is QuestionKind.SINGLE and listed.options == (YES, NO) and AS_LIST not in appearance:
        kind = QuestionKind.YESNO
    if kind is QuestionKind.MULTI and SEARCH in appearance:
        kind = QuestionKind.DICT_MULTI
    return Asking(kind, listed.options, listed.places)


def _check_appearance(row: Row, kind: QuestionKind) -> None:
    for word in row.line(Column.APPEARANCE).split():
        if word not in _HARMLESS.get(kind, ()):
            row.complain(Column.APPEARANCE, CellReason.NOT_SUPPORTED, word)


def _check_parameters(row: Row) -> None:
    if row.line(Column.PARAMETERS):
        row.complain(Column.PARAMETERS, CellReason.NOT_SUPPORTED, row.line(Column.PARAMETERS))


def _scale(row: Row) -> tuple[Option, ...]:
    said = row.line(Column.PARAMETERS)
    pairs = [each.partition("=")[::2] for each in re.split(r"[ ,;]+", re.sub(" ?= ?", "=", said)) if each]
    found = {name.casefold(): number_of(value) for name, value in pairs}
    for name in found.keys() - _OF_A_SCALE.keys():
        row.complain(Column.PARAMETERS, CellReason.NOT_SUPPORTED, name)
    start, end, step = (found.get(name, usual) for name, usual in _OF_A_SCALE.items())
    if isinstance(start, int) and isinstance(end, int) and step == 1 and 0 <= start < end <= SCALE_ENDS[1]:
        return marks(start, end)
    row.complain(Column.PARAMETERS, CellReason.BAD_SCALE, said, ("0", str(SCALE_ENDS[1])))
    return ()
