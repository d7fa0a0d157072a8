-- What the roadmap's document leaves unsaid, as the coordinator decided it for the year. `stage` is empty for what is
-- decided once for all; `choice` is a role, a day, two days with a slash, or 1 and 0.
CREATE TABLE roadmap_choice (
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    stage TEXT NOT NULL,
    open TEXT NOT NULL CHECK (open IN ('year', 'period', 'responsible', 'participants', 'wanted')),
    choice TEXT NOT NULL,
    decided_by {int} NOT NULL REFERENCES person (id),
    decided_at TEXT NOT NULL,
    PRIMARY KEY (school_id, school_year, stage, open)
{end};

-- By what an activity is done, or why there is nothing to do; the newest row that was not taken back holds.
CREATE TABLE evidence (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    activity TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('document', 'registry', 'counter', 'decision', 'list', 'event', 'notes', 'link',
                                       'words', 'not_applicable')),
    number TEXT NOT NULL DEFAULT '',
    dated_on TEXT,
    words TEXT NOT NULL DEFAULT '',
    recorded_by {int} NOT NULL REFERENCES person (id),
    recorded_at TEXT NOT NULL,
    taken_back_at TEXT
{end};
CREATE INDEX evidence_by_school ON evidence (school_id, school_year, activity) WHERE taken_back_at IS NULL;

-- The school's own calendar over Russia's: holidays of the pupils, and single days that are off or worked.
CREATE TABLE school_break (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    CHECK (starts_on <= ends_on),
    UNIQUE (school_id, starts_on)
{end};
CREATE INDEX school_break_by_year ON school_break (school_id, school_year, starts_on);

CREATE TABLE school_day (
    school_id {int} NOT NULL REFERENCES school (id),
    day TEXT NOT NULL,
    works {int} NOT NULL CHECK (works IN (0, 1)),
    PRIMARY KEY (school_id, day)
{end};

-- Of what somebody was reminded, how often, and by which message.
CREATE TABLE reminder (
    key TEXT PRIMARY KEY,
    person_id {int} NOT NULL REFERENCES person (id),
    thing TEXT NOT NULL,
    step {int} NOT NULL,
    notice TEXT NOT NULL,
    planned_at TEXT NOT NULL
{end};
CREATE INDEX reminder_by_person ON reminder (person_id, thing);

-- Until when somebody wants to hear nothing of a thing; `on_paper`: they say that it is done there.
CREATE TABLE snooze (
    person_id {int} NOT NULL REFERENCES person (id),
    thing TEXT NOT NULL,
    until TEXT NOT NULL,
    on_paper {int} NOT NULL DEFAULT 0 CHECK (on_paper IN (0, 1)),
    PRIMARY KEY (person_id, thing)
{end};

-- What a coordinator writes to many at once. A draft is its author's alone; `goes_at`: when its messages may go first.
CREATE TABLE announcement (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    audience TEXT NOT NULL CHECK (audience IN ('everybody', 'silent', 'mentees', 'mentors', 'coordinators')),
    text TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'stopped')),
    written_by {int} NOT NULL REFERENCES person (id),
    written_at TEXT NOT NULL,
    sent_at TEXT,
    goes_at TEXT,
    CHECK ((state = 'draft') = (sent_at IS NULL)),
    CHECK ((sent_at IS NULL) = (goes_at IS NULL))
{end};
CREATE INDEX announcement_by_school ON announcement (school_id, sent_at, id);

-- To whom, and by which message. When it was read is nobody's business.
CREATE TABLE announcement_to (
    announcement_id {int} NOT NULL REFERENCES announcement (id),
    person_id {int} NOT NULL REFERENCES person (id),
    notice TEXT NOT NULL,
    read {int} NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
    PRIMARY KEY (announcement_id, person_id)
{end};
CREATE INDEX announcement_to_by_person ON announcement_to (person_id);
