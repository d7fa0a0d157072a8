-- Pairs and groups: one mentor (sometimes two) and one mentee or several. Who is in it stands in pairing_member.
CREATE TABLE pair_order (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('assign', 'change', 'end')),
    number TEXT NOT NULL DEFAULT '',
    dated_on TEXT,
    made_by {int} NOT NULL REFERENCES person (id),
    made_at TEXT NOT NULL,
    signed_at TEXT,
    CHECK ((signed_at IS NULL) = (dated_on IS NULL))
{end};
CREATE INDEX pair_order_by_school ON pair_order (school_id, school_year, id);
CREATE UNIQUE INDEX pair_order_in_work ON pair_order (school_id, kind) WHERE signed_at IS NULL;

CREATE TABLE pairing (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('pair', 'group')),
    format TEXT NOT NULL CHECK (format IN ('one_to_one', 'group', 'remote', 'short_term', 'situational', 'reverse',
                                           'speed')),
    state TEXT NOT NULL CHECK (state IN ('proposed', 'agreed', 'ordered', 'active', 'paused', 'ended')),
    origin TEXT NOT NULL CHECK (origin IN ('matched', 'by_hand', 'brought')),
    why TEXT NOT NULL DEFAULT '', -- the coordinator's own words on choosing so
    terms TEXT NOT NULL DEFAULT '[]', -- what spoke for it when it was decided, in JSON
    made_by {int} NOT NULL REFERENCES person (id),
    made_at TEXT NOT NULL,
    state_at TEXT NOT NULL,
    order_id {int} REFERENCES pair_order (id),
    starts_on TEXT,
    ends_on TEXT,
    leaves_on TEXT, -- a notice of leaving was given: the last day of work
    leave_reason TEXT CHECK (leave_reason IN ('mentor', 'employer')),
    leave_given_on TEXT,
    ended_on TEXT,
    end_reason TEXT CHECK (end_reason IN ('not_agreed', 'term', 'mentor', 'employer', 'mentee', 'transfer', 'left',
                                          'mutual', 'replaced', 'consent')),
    CHECK ((state = 'ended') = (ended_on IS NOT NULL)),
    CHECK ((state = 'ended') = (end_reason IS NOT NULL)),
    CHECK ((leaves_on IS NULL) = (leave_reason IS NULL)),
    CHECK ((leaves_on IS NULL) = (leave_given_on IS NULL))
{end};
CREATE INDEX pairing_by_school ON pairing (school_id, school_year, state, id);
CREATE INDEX pairing_by_order ON pairing (order_id);
CREATE INDEX pairing_leaving ON pairing (school_id, leaves_on) WHERE leaves_on IS NOT NULL;

CREATE TABLE pairing_member (
    pairing_id {int} NOT NULL REFERENCES pairing (id),
    person_id {int} NOT NULL REFERENCES person (id),
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    external {int} NOT NULL DEFAULT 0 CHECK (external IN (0, 1)), -- not an employee: no papers of the labour code
    joined_at TEXT NOT NULL,
    left_at TEXT,
    PRIMARY KEY (pairing_id, person_id)
{end};
CREATE INDEX pairing_member_by_person ON pairing_member (person_id, pairing_id);

-- What is asked of each member before it is a pair; the answer's reason is a key of a closed list or nothing.
CREATE TABLE offer (
    id {id},
    pairing_id {int} NOT NULL REFERENCES pairing (id),
    person_id {int} NOT NULL REFERENCES person (id),
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'declined', 'lapsed', 'called_back')),
    asked_on TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    answered_at TEXT,
    answered_by {int} REFERENCES person (id),
    reason TEXT NOT NULL DEFAULT '',
    seen {int} NOT NULL DEFAULT 0 CHECK (seen IN (0, 1)), -- a coordinator has dealt with what came of it
    UNIQUE (pairing_id, person_id)
{end};
CREATE INDEX offer_by_person ON offer (person_id, state);
CREATE INDEX offer_waiting ON offer (answer_by) WHERE state = 'waiting';

CREATE TABLE pairing_move (
    id {id},
    pairing_id {int} NOT NULL REFERENCES pairing (id),
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    moved_by {int} REFERENCES person (id),
    moved_at TEXT NOT NULL
{end};
CREATE INDEX pairing_move_by_pairing ON pairing_move (pairing_id, id);

-- What a coordinator knows of two people, or has decided, before they are matched.
CREATE TABLE pair_tie (
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    mentee_id {int} NOT NULL REFERENCES person (id),
    mentor_id {int} NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('pinned', 'forbidden', 'relative', 'superior')),
    set_by {int} NOT NULL REFERENCES person (id),
    set_at TEXT NOT NULL,
    PRIMARY KEY (school_id, school_year, mentee_id, mentor_id, kind)
{end};
CREATE INDEX pair_tie_by_mentee ON pair_tie (mentee_id);
CREATE INDEX pair_tie_by_mentor ON pair_tie (mentor_id);

-- The proposal for the whole school that a coordinator looks at, in JSON, and of what it was made.
CREATE TABLE pair_draft (
    school_id {int} PRIMARY KEY REFERENCES school (id),
    school_year {int} NOT NULL,
    number {int} NOT NULL, -- grows with every making: a button of an older one is old
    content TEXT NOT NULL,
    stamp TEXT NOT NULL,
    made_by {int} NOT NULL REFERENCES person (id),
    made_at TEXT NOT NULL
{end};

CREATE TABLE pair_order_line (
    order_id {int} NOT NULL REFERENCES pair_order (id),
    pairing_id {int} NOT NULL REFERENCES pairing (id),
    PRIMARY KEY (order_id, pairing_id)
{end};
CREATE INDEX pair_order_line_by_pairing ON pair_order_line (pairing_id);

-- A participant's written consent to this very pair, and the mentor's agreement; not_needed: mentoring is their work already.
CREATE TABLE pair_paper (
    pairing_id {int} NOT NULL REFERENCES pairing (id),
    person_id {int} NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('consent', 'agreement')),
    state TEXT NOT NULL CHECK (state IN ('to_print', 'printed', 'received', 'not_needed')),
    received_on TEXT,
    recorded_by {int} REFERENCES person (id),
    changed_at TEXT NOT NULL,
    PRIMARY KEY (pairing_id, person_id, kind)
{end};
CREATE INDEX pair_paper_by_person ON pair_paper (person_id);

-- The programme of a pair or group; its steps are rows, for they are reminded of and ticked.
CREATE TABLE programme (
    pairing_id {int} PRIMARY KEY REFERENCES pairing (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'approved', 'closed')),
    version {int} NOT NULL DEFAULT 0, -- of the last approval
    content TEXT NOT NULL, -- problem, goal, tasks, results and indicators, in JSON
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '', -- what the coordinator wants changed
    changed_by {int} NOT NULL REFERENCES person (id),
    changed_at TEXT NOT NULL,
    approved_by {int} REFERENCES person (id),
    approved_at TEXT,
    result TEXT CHECK (result IN ('full', 'part', 'failed')),
    CHECK (starts_on <= ends_on)
{end};

CREATE TABLE programme_step (
    id {id},
    pairing_id {int} NOT NULL REFERENCES programme (pairing_id),
    place {int} NOT NULL,
    area TEXT NOT NULL,
    activity TEXT NOT NULL,
    form TEXT NOT NULL DEFAULT '',
    due_on TEXT,
    result TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT '',
    done_on TEXT,
    done_by {int} REFERENCES person (id),
    done_at TEXT -- when it was marked: for ten minutes a mark can be taken back
{end};
CREATE INDEX programme_step_by_pairing ON programme_step (pairing_id, place);
CREATE INDEX programme_step_due ON programme_step (due_on) WHERE done_on IS NULL;

CREATE TABLE programme_version (
    pairing_id {int} NOT NULL REFERENCES programme (pairing_id),
    version {int} NOT NULL,
    content TEXT NOT NULL,
    changes TEXT NOT NULL,
    kept_by {int} NOT NULL REFERENCES person (id),
    kept_at TEXT NOT NULL,
    PRIMARY KEY (pairing_id, version)
{end};

-- A meeting that was: two taps of a member. `answer`: what another member says of the note.
CREATE TABLE contact_note (
    id {id},
    pairing_id {int} NOT NULL REFERENCES pairing (id),
    author_id {int} NOT NULL REFERENCES person (id),
    held_on TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('talk', 'visit_mentor', 'visit_mentee', 'online', 'event')),
    topics TEXT NOT NULL DEFAULT '[]',
    next_step TEXT NOT NULL DEFAULT '',
    step_id {int} REFERENCES programme_step (id),
    noted_at TEXT NOT NULL,
    answer TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'confirmed', 'otherwise')),
    answered_by {int} REFERENCES person (id),
    taken_back_at TEXT
{end};
CREATE INDEX contact_note_by_pairing ON contact_note (pairing_id, held_on);
CREATE INDEX contact_note_by_author ON contact_note (author_id);
CREATE INDEX contact_note_by_step ON contact_note (step_id);

-- A meeting that is to be: a common free lesson that one has chosen (0: after the lessons) and the other agreed to.
CREATE TABLE meeting (
    id {id},
    pairing_id {int} NOT NULL REFERENCES pairing (id),
    day TEXT NOT NULL,
    lesson {int} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('chosen', 'agreed', 'moved', 'held', 'dropped')),
    chosen_by {int} NOT NULL REFERENCES person (id),
    chosen_at TEXT NOT NULL,
    agreed_by {int} REFERENCES person (id),
    agreed_at TEXT
{end};
CREATE INDEX meeting_by_pairing ON meeting (pairing_id, day);
CREATE UNIQUE INDEX meeting_open ON meeting (pairing_id) WHERE state IN ('chosen', 'agreed');

CREATE TABLE free_lesson (
    person_id {int} NOT NULL REFERENCES person (id),
    weekday {int} NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    lesson {int} NOT NULL CHECK (lesson BETWEEN 0 AND 12),
    PRIMARY KEY (person_id, weekday, lesson)
{end};

-- Somebody has marked their free lessons, or the timetable has: they are not asked again.
CREATE TABLE free_lessons_marked (
    person_id {int} PRIMARY KEY REFERENCES person (id),
    source TEXT NOT NULL CHECK (source IN ('tap', 'timetable')),
    marked_at TEXT NOT NULL
{end};

-- Does the pair suit: for the coordinator alone. `round` 1 is after the first meeting, 2 at the end.
CREATE TABLE fit_answer (
    pairing_id {int} NOT NULL REFERENCES pairing (id),
    person_id {int} NOT NULL REFERENCES person (id),
    round {int} NOT NULL CHECK (round IN (1, 2)),
    fit TEXT NOT NULL CHECK (fit IN ('good', 'unsure', 'bad')),
    answered_at TEXT NOT NULL,
    seen {int} NOT NULL DEFAULT 0 CHECK (seen IN (0, 1)),
    PRIMARY KEY (pairing_id, person_id, round)
{end};
CREATE INDEX fit_answer_by_person ON fit_answer (person_id);

-- Who is not looked for a mentor any more, by whose word; the row without a return holds.
CREATE TABLE queue_exit (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    person_id {int} NOT NULL REFERENCES person (id),
    why TEXT NOT NULL CHECK (why IN ('own_wish', 'decision')),
    reason TEXT NOT NULL DEFAULT '',
    left_by {int} NOT NULL REFERENCES person (id),
    left_at TEXT NOT NULL,
    returned_at TEXT
{end};
CREATE UNIQUE INDEX queue_exit_open ON queue_exit (person_id) WHERE returned_at IS NULL;
CREATE INDEX queue_exit_by_person ON queue_exit (person_id);

-- What was offered meanwhile and whether it took place: fact and day, never what was said.
CREATE TABLE support_note (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    person_id {int} NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('materials', 'consultation', 'group', 'psychologist')),
    state TEXT NOT NULL CHECK (state IN ('offered', 'wanted', 'declined', 'held')),
    offered_by {int} REFERENCES person (id),
    offered_on TEXT NOT NULL,
    held_on TEXT,
    changed_at TEXT NOT NULL
{end};
CREATE INDEX support_note_by_person ON support_note (person_id, id);
CREATE INDEX support_note_by_school ON support_note (school_id, state);

-- Links and files that a coordinator keeps for those who wait.
CREATE TABLE material (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    area TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('link', 'file')),
    address TEXT NOT NULL, -- of the link; of a file Telegram's id of it
    added_by {int} NOT NULL REFERENCES person (id),
    added_at TEXT NOT NULL,
    removed_at TEXT
{end};
CREATE INDEX material_by_school ON material (school_id, area) WHERE removed_at IS NULL;

-- By whom orders are signed: the whole name.
ALTER TABLE school ADD COLUMN director TEXT NOT NULL DEFAULT '';
ALTER TABLE school ADD COLUMN psychologist_hours TEXT NOT NULL DEFAULT '';
ALTER TABLE school ADD COLUMN lessons_a_day {int} NOT NULL DEFAULT 8;


-- Whom a coordinator wants in no group this year: they are matched, or wait, one by one.
CREATE TABLE group_exit (
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    person_id {int} NOT NULL REFERENCES person (id),
    set_by {int} NOT NULL REFERENCES person (id),
    set_at TEXT NOT NULL,
    PRIMARY KEY (school_id, school_year, person_id)
{end};
CREATE INDEX group_exit_by_person ON group_exit (person_id);
