"""The sheet for a visit to a lesson: for the visitor's own use, with no marks and nobody's name."""

from mentoring.papers.templates.fields import Outline
from mentoring.papers.templates.kinds import shared
from storage.vocabulary.documents import DocumentKind

OBSERVATION_SHEET = Outline(
    DocumentKind.OBSERVATION_SHEET,
    "Лист наблюдения урока",
    "Лист наблюдения урока.docx",
    (shared.YEAR,),
    stage=5,
    about="Пустой бланк для посещения урока. Он для самой пары: его не сдают, оценок в нём нет.",
    numbered=False,
    nameless=True,
)
