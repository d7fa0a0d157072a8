"""What the programme's activities are called in roadmaps: beginnings of words, and the stage where they stand.

The wording is of the roadmap that the programme was made from, with the words that other schools use for the same.
"""

from dataclasses import dataclass
from enum import Enum, auto


class Context(Enum):
    """What a stage is about, by its title."""

    CONDITIONS = auto()
    MENTEES = auto()
    MENTORS = auto()
    SELECTION = auto()
    WORK = auto()
    COMPLETION = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Stems:
    """Beginnings of words, any of them; with «=» the whole word."""

    beginnings: tuple[str, ...]
    whole: frozenset[str]

    def any_of(self, words: tuple[str, ...]) -> bool:
        return any(word in self.whole or word.startswith(self.beginnings) for word in words)


@dataclass(frozen=True, slots=True)
class Rule:
    """The item says something of each of `said` and nothing of `unsaid`; no contexts: in any stage."""

    key: str
    said: tuple[Stems, ...]
    unsaid: tuple[Stems, ...] = ()
    contexts: frozenset[Context] = frozenset()


def _stems(written: str) -> Stems:
    each = written.split()
    return Stems(
        tuple(stem for stem in each if not stem.startswith("=")), frozenset(stem[1:] for stem in each if stem[0] == "=")
    )


def _rule(key: str, *said: str, unsaid: str = "", within: tuple[Context, ...] = ()) -> Rule:
    return Rule(key, tuple(map(_stems, said)), (_stems(unsaid),) if unsaid else (), frozenset(within))


_PAIRS = "=пар =пара =пары =пару =парам =парах групп тандем"
_BANK = "банк =база =базы =базу реестр"
_MAKING = "формирован создан составлен пополн веден обновлен"
_ASKING = "анкетир анкет опрос"
_MENTEE = "наставляем молод"
_MENTOR = "наставник"
_CONSENT = "согласи"
_PERSONAL = "персональн обработк"
_PREPARING = "подготов разработ составлен утвержд согласован"
_QUALITY = "мониторинг удовлетворен качеств эффективност результативност итогов"

_CONTEXTS = (
    (Context.MENTEES, _stems(_BANK), _stems(_MENTEE), _stems(_MENTOR)),
    (Context.MENTORS, _stems(_BANK), _stems(_MENTOR), _stems(_MENTEE)),
    (Context.SELECTION, _stems("отбор обучен"), None, None),
    (Context.COMPLETION, _stems("заверш итог мониторинг подведен"), None, None),
    (Context.CONDITIONS, _stems("услови подготов нормативн локальн"), None, None),
    (Context.WORK, _stems("организац осуществл работ реализац формирован"), _stems(f"{_PAIRS} работ"), None),
)

RULES = (
    _rule("a1_regulation", "положени", "приказ утвержд разработ принят подготов", unsaid="закреплен"),
    _rule("a1_pairs_order", "приказ распоряжен", f"закреплен назначен {_PAIRS}", unsaid="=положения =положении"),
    _rule("a1_programmes", "программ план", "персонализ индивидуальн", _PREPARING, within=(Context.CONDITIONS,)),
    _rule("a2_requests", "запрос потребност дефицит затруднен", f"сбор выявлен изучен диагност анализ {_ASKING}"),
    _rule("a2_requests", _ASKING, _MENTEE, unsaid=_QUALITY, within=(Context.MENTEES, Context.UNKNOWN)),
    _rule("a2_bank", _BANK, _MAKING, _MENTEE),
    _rule("a2_bank", _BANK, _MAKING, unsaid=f"{_MENTOR} практик", within=(Context.MENTEES,)),
    _rule("a2_consents", _CONSENT, _PERSONAL, _MENTEE),
    _rule("a2_consents", _CONSENT, _PERSONAL, unsaid=_MENTOR, within=(Context.MENTEES,)),
    _rule("a3_survey", _ASKING, _MENTOR, unsaid=f"{_QUALITY} наставляем"),
    _rule("a3_survey", _ASKING, unsaid=_QUALITY, within=(Context.MENTORS,)),
    _rule("a3_bank", _BANK, _MAKING, _MENTOR),
    _rule("a3_bank", _BANK, _MAKING, unsaid=f"{_MENTEE} практик", within=(Context.MENTORS,)),
    _rule("a3_consents", _CONSENT, _PERSONAL, _MENTOR),
    _rule("a3_consents", _CONSENT, _PERSONAL, unsaid=_MENTEE, within=(Context.MENTORS,)),
    _rule("a4_select", "выбор отбор подбор подбира", f"{_MENTOR} педагог", unsaid=f"материал {_BANK}"),
    _rule("a4_select", "анализ выбор отбор подбор", _BANK, _MENTOR),
    _rule("a4_select", "отбор", within=(Context.SELECTION,)),
    _rule("a4_materials", "материал рекомендац памят", "методическ сопровожд", unsaid="копилк"),
    _rule("a4_sessions", "установочн"),
    _rule(
        "a4_sessions",
        "консультац обмен обучен семинар тренинг стажировк",
        _MENTOR,
        unsaid=f"материал конференц поиск {_BANK}",
        within=(Context.SELECTION, Context.CONDITIONS, Context.WORK, Context.UNKNOWN),
    ),
    _rule("a5_pairs", "формирован создан подбор", _PAIRS, unsaid=f"приказ программ {_BANK} рабоч"),
    _rule(
        "a5_programmes",
        "программ план",
        "персонализ индивидуальн",
        _PREPARING,
        within=tuple(context for context in Context if context is not Context.CONDITIONS),
    ),
    _rule("a5_support", "психолог", "поддержк сопровожд помощ консультац"),
    _rule("a5_support", "поддержк", _MENTEE),
    _rule("a5_support", "поиск", _MENTOR),
    _rule("a6_monitoring", "мониторинг"),
    _rule("a6_monitoring", _ASKING, _QUALITY),
    _rule("a6_monitoring", _ASKING, within=(Context.COMPLETION,)),
    _rule("a6_conference", "конференц"),
    _rule("a6_conference", "семинар", within=(Context.COMPLETION,)),
    _rule("a6_round_table", "кругл", "стол"),
    _rule("a6_round_table", "итогов", "мероприят"),
    _rule("a6_library", "копилк"),
    _rule("a6_library", "практик", f"сборник публикац {_BANK}"),
)


def context_of(title: tuple[str, ...]) -> Context:
    """By the words of a stage's title; the first that fits."""
    for context, said, also, unsaid in _CONTEXTS:
        fits = said.any_of(title) and (also is None or also.any_of(title))
        if fits and (unsaid is None or not unsaid.any_of(title)):
            return context
    return Context.UNKNOWN
