"""What the finished small forms about documents do."""

from collections.abc import Mapping
from datetime import date, datetime

from mentoring import documents, honours
from mentoring.access import Actor, Member
from mentoring.documents import Sign, Signed
from mentoring.outcome import Kept, Outcome, text
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind


async def _all(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, _now: datetime) -> object:
    said = {key: text(kept, key) for key in kept}
    await documents.keep_all(tx, member, DocumentKind(str(run.about["kind"])), said)
    return None


async def _one(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, _now: datetime) -> object:
    kind = DocumentKind(str(run.about["kind"]))
    return await documents.keep_one(tx, member, kind, str(run.about["key"]), text(kept, "value"))


async def _number(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    kind, day = DocumentKind(str(run.about["kind"])), date.fromisoformat(text(kept, "day"))
    about, number = str(run.about.get("about", "")), text(kept, "number")
    if "pairing" in run.about:
        done = await honours.put_in_order(tx, member, int(run.about["pairing"]), number, day, now)
        return Signed(Sign.SIGNED if done else Sign.GONE, kind, about=about)
    return await documents.sign(tx, member, kind, number, day, now, about)


OUTCOMES: Mapping[str, Outcome] = {
    **dict.fromkeys(documents.FORMS.values(), Outcome(_all, consent=False)),
    **dict.fromkeys((documents.TEXT_FORM, documents.DAY_FORM), Outcome(_one, consent=False)),
    documents.NUMBER_FORM: Outcome(_number, consent=False),
}
