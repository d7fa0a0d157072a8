"""Forms about personal data that a person signs by hand: the consent taken back, the leave to publish."""

from mentoring.papers.templates.fields import Field, Outline
from mentoring.papers.templates.kinds import shared
from storage.vocabulary.documents import DocumentKind

WITHDRAWAL_PD = Outline(
    DocumentKind.WITHDRAWAL_PD,
    "Заявление об отзыве согласия",
    "Заявление об отзыве согласия.docx",
    (
        shared.SCHOOL,
        shared.SHORT_NAME,
        shared.ADDRESS,
        shared.DIRECTOR_POST,
        Field("директор.имя", "руководитель: фамилия, имя, отчество"),
        Field("директор.дательный", "руководителю, если падеж проверен: Лугову Павлу Ильичу", optional=True),
        Field("заявитель.имя", "фамилия, имя, отчество заявителя"),
        Field("заявитель.должность", "должность заявителя"),
        Field("заявитель.подпись", "заявитель: инициалы и фамилия"),
        Field("согласие.дата", "когда согласие дано", optional=True),
    ),
    stage=2,
    about="Бланк заявления работника. Отозвать согласие можно и кнопкой, без бумаги.",
    place="педагог сам: «Мои данные» → «Бланк заявления об отзыве»",
    numbered=False,
)

CONSENT_PUBLICATION = Outline(
    DocumentKind.CONSENT_PUBLICATION,
    "Согласие на публикацию",
    "Согласие на публикацию.docx",
    (
        shared.SCHOOL,
        shared.ADDRESS,
        Field("школа.огрн", "ОГРН школы"),
    ),
    stage=6,
    about="Отдельный бланк: имя, фото, результат на сайте. По умолчанию ничего не разрешено, "
    "человек сам отмечает и подписывает.",
    numbered=False,
    nameless=True,
)
