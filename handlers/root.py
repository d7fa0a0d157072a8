"""All handlers in the order in which they are asked: guards first, whatever is left last."""

from aiogram import Dispatcher, Router

from handlers import (
    access,
    announced,
    announcements,
    approvals,
    arrivals,
    asked_forms,
    bank,
    cards,
    digests,
    drafts,
    erasures,
    filling,
    form_silent,
    form_ticks,
    invites,
    mentors,
    menu,
    monitoring,
    own_roadmap,
    paper_entry,
    papers,
    people,
    questionnaires,
    questions,
    readiness,
    roadmap,
    roles,
    school_days,
    settings,
    staff_list,
    stages,
    strays,
    survey_plans,
    surveys,
    tallies,
    today,
)


def dispatcher() -> Dispatcher:
    """A dispatcher without FSM: where a person is stands in the database."""
    root = Dispatcher(disable_fsm=True)
    root.update.outer_middleware(access.provide)
    root.include_routers(*routers())
    return root


def routers() -> list[Router]:
    """New ones every time: a router has one parent."""
    return [
        strays.groups_router(),
        filling.turns_router(),
        menu.stop_router(),
        arrivals.router(),
        people.router(),
        cards.router(),
        roles.router(),
        paper_entry.router(),
        own_roadmap.router(),
        staff_list.router(),
        invites.router(),
        approvals.router(),
        today.router(),
        bank.router(),
        mentors.router(),
        form_ticks.router(),
        form_silent.router(),
        questionnaires.router(),
        drafts.router(),
        surveys.router(),
        survey_plans.router(),
        tallies.router(),
        monitoring.router(),
        papers.router(),
        questions.router(),
        announcements.router(),
        announced.router(),
        settings.router(),
        school_days.router(),
        stages.router(),
        roadmap.router(),
        erasures.router(),
        menu.words_router(),
        filling.router(),
        digests.router(),
        announced.read_router(),
        readiness.router(),
        asked_forms.router(),
        menu.router(),
        people.search_router(),
        strays.router(),
    ]
