"""The words of pairs that both the chat and the papers need: forms, states, reasons, what speaks for a pair."""

from collections.abc import Mapping
from functools import cache

from mentoring import forms
from mentoring.rules.matching import Bar, Caution, Counted, Term, WhyLeft
from mentoring.rules.readiness import FORM as PROFILE
from storage.vocabulary.pairs import EndReason, Format, PairState

FORMATS: Mapping[Format, str] = {
    Format.ONE_TO_ONE: "один на один",
    Format.GROUP: "в группе",
    Format.REMOTE: "дистанционно",
    Format.SHORT_TERM: "короткая программа под одну цель",
    Format.SITUATIONAL: "помощь по случаю",
    Format.REVERSE: "реверсивное: учатся взаимно",
    Format.SPEED: "скоростное: одна встреча",
}
STATES: Mapping[PairState, str] = {
    PairState.PROPOSED: "ждём ответов",
    PairState.AGREED: "согласны, нужен приказ",
    PairState.ORDERED: "в приказе, работа не начата",
    PairState.ACTIVE: "работает",
    PairState.PAUSED: "на паузе",
    PairState.ENDED: "завершена",
}
END_REASONS: Mapping[EndReason, str] = {
    EndReason.NOT_AGREED: "пара не сложилась",
    EndReason.TERM: "срок истёк",
    EndReason.MENTOR: "отказ наставника",
    EndReason.EMPLOYER: "отмена поручения",
    EndReason.MENTEE: "желание наставляемого",
    EndReason.TRANSFER: "перевод",
    EndReason.LEFT: "увольнение",
    EndReason.MUTUAL: "взаимное решение",
    EndReason.REPLACED: "замена наставника",
    EndReason.CONSENT: "отозвано согласие на данные",
}
BARS: Mapping[Bar, str] = {
    Bar.SAME_PERSON: "это один и тот же человек",
    Bar.FORBIDDEN: "вы запретили эту пару",
    Bar.RATHER_NOT: "кто-то из двоих просил не ставить их вместе",
    Bar.TRIED: "пару уже предлагали в этом году, или она уже завершилась",
    Bar.NOTHING_IN_COMMON: "нет общих направлений и пожеланий",
    Bar.ONLY_SHORT: "готовность только к консультациям, а помощь нужна на месяцы",
    Bar.NO_PLACE: "нет свободных мест",
}
CAUTIONS: Mapping[Caution, str] = {
    Caution.RELATIVE: "родственники",
    Caution.SUPERIOR: "один из двоих руководит другим",
    Caution.NO_COMMON_TIME: "нет общего времени",
    Caution.LESS_EXPERIENCE: "стаж наставника меньше",
    Caution.ONLY_REMOTE: "наставник готов только дистанционно",
    Caution.NEW_TO_WORK: "у наставника стаж до трёх лет и нет категории",
    Caution.NOT_SURE: "наставник оценивает свою готовность на 4 из 10 или ниже",
    Caution.MANY: "у наставника больше двух коллег сразу",
    Caution.FORBIDDEN: BARS[Bar.FORBIDDEN],
    Caution.RATHER_NOT: BARS[Bar.RATHER_NOT],
    Caution.TRIED: BARS[Bar.TRIED],
    Caution.NOTHING_IN_COMMON: BARS[Bar.NOTHING_IN_COMMON],
    Caution.ONLY_SHORT: BARS[Bar.ONLY_SHORT],
}
WHY_LEFT: Mapping[WhyLeft, str] = {
    WhyLeft.NO_MENTORS: "наставников пока нет",
    WhyLeft.NOBODY_IN_AREAS: "никто не готов помочь по этим направлениям",
    WhyLeft.ALL_BARRED: "подходящим наставникам что-то мешает",
    WhyLeft.PLACES_TAKEN: "у подходящих наставников заняты все места",
}
_ALONE: Mapping[Term, str] = {
    Term.WISH: "названо пожелание наставляемого",
    Term.MENTORS_WISH: "названо пожелание наставника",
    Term.WAITING: "долгое ожидание",
    Term.INTERRUPTED: "прежняя пара прервалась не по вине наставляемого",
}
_IN_DICTIONARY: Mapping[Term, str] = {Term.AREA: "areas", Term.SUBJECT: "subjects", Term.LEVEL: "levels"}
_IN_QUESTION: Mapping[Term, str] = {Term.TIME: "time", Term.FORMAT: "formats"}


def area(key: str) -> str:
    return _labels(Term.AREA).get(key, key)


def keys(term: Term, found: tuple[str, ...]) -> str:
    """«урок и методика, биология»: in the order of the options."""
    labels = _labels(term) if term in _IN_DICTIONARY or term in _IN_QUESTION else {}
    ordered = [label for key, label in labels.items() if key in found]
    return ", ".join(_lower(label) for label in ordered)


def reason(of: Counted) -> str:
    """What speaks for a pair, without the points."""
    return _ALONE.get(of.term) or keys(of.term, of.keys)


@cache
def _labels(term: Term) -> Mapping[str, str]:
    known = forms.load()
    if term in _IN_DICTIONARY:
        return {each.key: each.label for each in known.dictionary(_IN_DICTIONARY[term])}
    asked = next(each for each in known.get(PROFILE).questions if each.key == _IN_QUESTION[term])
    return {each.key: each.label for each in asked.options}


def _lower(label: str) -> str:
    """The first letter small, but for abbreviations: «ОРКСЭ» stays."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
