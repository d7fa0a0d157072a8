"""What a mentor and a mentee sign for their pair: consent to the work, consent to join, an early refusal."""

from mentoring.papers.templates.fields import Field, Outline, Sort
from mentoring.papers.templates.kinds import pairs
from storage.vocabulary.documents import DocumentKind

PLACE = "«Пары» → «Бумаги пар»"
# Names in a case other than the nominative are there once they were confirmed.
_HEAD = (
    Field("школа.краткое_название", "название школы"),
    Field("директор.должность", "должность руководителя"),
    Field("директор.имя", "руководитель: фамилия, имя, отчество"),
    Field("директор.дательный", "директор в дательном падеже: «кому»", optional=True),
    Field("работник.имя", "имя того, кто подписывает"),
    Field("работник.должность", pairs.POST.what),
    Field("работник.родительный", "имя и должность в родительном падеже: «от кого»", optional=True),
    Field("работник.подпись", "инициалы и фамилия у подписи", optional=True),
)
_MENTEES = (
    pairs.MENTEES,
    Field("наставляемых_несколько", "наставляемых больше одного", Sort.YES),
    Field("наставляемые_родительный", "имена и должности наставляемых в родительном падеже", optional=True),
)
_TERM = (pairs.FORMAT, pairs.STARTS, pairs.ENDS)

CONSENT_MENTOR = Outline(
    DocumentKind.CONSENT_MENTOR_351_8,
    "Согласие наставника на работу",
    "Согласия наставников.docx",
    (*_HEAD, *_MENTEES, Field("содержание", "содержание работы"), *_TERM, Field("объем", "примерный объём")),
    stage=5,
    about="Согласие работника на наставничество по ст. 351.8 ТК РФ. Внешним наставникам не печатается.",
    place=PLACE,
    numbered=False,
)

CONSENT_MENTEE = Outline(
    DocumentKind.CONSENT_MENTEE_JOIN,
    "Согласие наставляемого на участие",
    "Согласия наставляемых.docx",
    (
        *_HEAD,
        pairs.MENTORS,
        Field("наставников_несколько", "наставников больше одного", Sort.YES),
        Field("цель", "цель"),
        *_TERM,
    ),
    stage=5,
    about="Кто наставник, цель, форма и срок; участие добровольное.",
    place=PLACE,
    numbered=False,
)

REFUSAL_MENTOR = Outline(
    DocumentKind.REFUSAL_MENTOR,
    "Заявление наставника об отказе",
    "Заявление об отказе.docx",
    (*_HEAD, *_MENTEES, pairs.ORDER_NUMBER, pairs.ORDER_DAY, Field("с_даты", "с какой даты")),
    stage=5,
    about="Наставник отказывается досрочно; причину не называют.",
    place=f"{PLACE} → наставник; у наставника «Моя пара» → «Прекратить наставничество»",
    numbered=False,
)
