"""Our templates of what people of a pair sign. A case other than the nominative stands there once it was confirmed."""

from docx.document import Document as WordDocument
from docx.shared import Mm, Pt

from mentoring.papers.office_paper import body, centre, line, office_document
from mentoring.papers.office_words import BLANK, NO_DAY
from mentoring.papers.templates.ours.pieces import end_if, only_if, otherwise
from mentoring.papers.word import content_of

_STAMP_FROM = Mm(80)
_WHOM = (
    "{% if наставляемые_родительный %}{{ наставляемые_родительный }}{% else %}"
    "{% if наставляемых_несколько %}коллег{% else %}коллеги{% endif %}: "
    "{% for наставляемый in наставляемые %}{% if наставляемый.не_первый %}; {% endif %}"
    "{{ наставляемый.имя }}, {{ наставляемый.должность }}{% endfor %}{% endif %}"
)
_MENTORS = (
    "{% if наставников_несколько %}Наставники{% else %}Наставник{% endif %}: "
    "{% for наставник in наставники %}{% if наставник.не_первый %}; {% endif %}"
    "{{ наставник.имя }}, {{ наставник.должность }}{% endfor %}."
)
_MENTOR_KNOWS = (
    "Мне известно, что содержание, сроки, форма, размер и условия выплат указываются в дополнительном соглашении "
    "к трудовому договору; что от этой работы можно досрочно отказаться, а работодатель может досрочно отменить "
    "поручение, предупредив об этом не менее чем за три рабочих дня."
)
_MENTEE_KNOWS = (
    "Мне известно, что участие добровольное; что можно попросить о замене наставника или прекратить участие раньше "
    "срока, обратившись к куратору."
)
_TERM = "с {{ начало }} по {{ конец }}"


def consent_mentor() -> bytes:
    document = _begin("СОГЛАСИЕ", "на выполнение работы по наставничеству")
    body(
        document,
        "В соответствии со ст. 351.8 Трудового кодекса РФ даю согласие на выполнение по поручению работодателя работы "
        f"по наставничеству в отношении {_WHOM}.",
    )
    body(document, "Содержание: {{ содержание }}.")
    body(document, f"Срок: {_TERM}.")
    body(document, "Форма: {{ форма }}; примерный объём: {{ объем }}.")
    body(document, _MENTOR_KNOWS)
    return _signed(document)


def consent_mentee() -> bytes:
    document = _begin("СОГЛАСИЕ", "на участие в программе наставничества")
    body(document, "Даю согласие на участие в программе наставничества педагогических работников.")
    body(document, _MENTORS)
    body(document, "Цель: {{ цель }}.")
    body(document, f"Форма: {{{{ форма }}}}. Срок: {_TERM}.")
    body(document, _MENTEE_KNOWS)
    return _signed(document)


def refusal_mentor() -> bytes:
    document = _begin("ЗАЯВЛЕНИЕ", "о досрочном отказе от работы по наставничеству")
    body(
        document,
        "В соответствии со ст. 351.8 Трудового кодекса РФ сообщаю о досрочном отказе от работы по наставничеству "
        f"в отношении {_WHOM} (приказ о закреплении от {{{{ приказ.дата }}}} № {{{{ приказ.номер }}}}).",
    )
    body(document, "Прекращаю эту работу с {{ с_даты }}; предупреждаю не менее чем за три рабочих дня.")
    return _signed(document)


def _begin(title: str, about: str) -> WordDocument:
    """The school's name stays in the nominative, on a line of its own; so does a post of the school's own wording."""
    document = office_document(title=f"{title.capitalize()} {about}", counts_pages=False)
    only_if(document, "директор.дательный")
    _stamp(document, "{{ школа.краткое_название }}")
    _stamp(document, "Директору {{ директор.дательный }}")
    otherwise(document)
    _stamp(document, "Кому: {{ школа.краткое_название }}, {{ директор.должность }}: {{ директор.имя }}")
    end_if(document)
    _stamp(
        document,
        "{% if работник.родительный %}от {{ работник.родительный }}{% else %}"
        "От кого: {{ работник.имя }}, {{ работник.должность }}{% endif %}",
    )
    centre(document, title, bold=True, before=24)
    centre(document, about, bold=True).paragraph_format.space_after = Pt(12)
    return document


def _stamp(document: WordDocument, text: str) -> None:
    line(document, text).paragraph_format.left_indent = _STAMP_FROM


def _signed(document: WordDocument) -> bytes:
    line(document, f"{BLANK} / {{{{ работник.подпись }}}} / {NO_DAY}", before=24)
    return content_of(document)
