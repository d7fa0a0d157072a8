-- Schools, people and who may do what.
CREATE TABLE school (
    id {id},
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    city TEXT NOT NULL,
    address TEXT NOT NULL DEFAULT '',
    time_zone TEXT NOT NULL,
    school_year {int} NOT NULL,
    working_weekdays TEXT NOT NULL DEFAULT '12345',
    privacy TEXT NOT NULL DEFAULT 'normal' CHECK (privacy IN ('normal', 'strict')),
    set_up_at TEXT,
    created_at TEXT NOT NULL
{end};

CREATE TABLE account (
    id {id},
    channel TEXT NOT NULL,
    external_id {int} NOT NULL,
    reachable {int} NOT NULL DEFAULT 1 CHECK (reachable IN (0, 1)),
    person_id {int},
    run_id {int},
    shown_message_id {int},
    edit_told_id {int} NOT NULL DEFAULT 0, -- the newest message whose editing was answered
    command_set {int} NOT NULL DEFAULT 0, -- a mark of the command menu that the chat was given last
    created_at TEXT NOT NULL,
    UNIQUE (channel, external_id)
{end};

CREATE TABLE person (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    account_id {int} REFERENCES account (id),
    full_name TEXT NOT NULL,
    search_name {sorted} NOT NULL,
    sort_name {sorted} NOT NULL,
    position TEXT NOT NULL DEFAULT '',
    subjects TEXT NOT NULL DEFAULT '[]',
    levels TEXT NOT NULL DEFAULT '[]',
    experience TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('invited', 'waiting', 'active', 'refused', 'erased')),
    paused_until TEXT,
    erase_by TEXT,
    notice_seen_at TEXT,
    knocked {int} NOT NULL DEFAULT 0, -- came without a link or a code, after wrong ones
    created_at TEXT NOT NULL,
    UNIQUE (school_id, account_id)
{end};
CREATE INDEX person_by_name ON person (school_id, sort_name, id);
CREATE INDEX person_by_account ON person (account_id);
CREATE INDEX person_by_state ON person (school_id, state, sort_name, id);
CREATE INDEX person_to_erase ON person (erase_by) WHERE erase_by IS NOT NULL;

CREATE TABLE role (
    person_id {int} NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN ('coordinator', 'deputy', 'director', 'psychologist', 'teacher')),
    granted_at TEXT NOT NULL,
    granted_by {int} REFERENCES person (id),
    PRIMARY KEY (person_id, role)
{end};
CREATE INDEX role_by_role ON role (role, person_id);

CREATE TABLE invite (
    id {id},
    school_id {int} REFERENCES school (id),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'role', 'staff_room')),
    person_id {int} REFERENCES person (id),
    role TEXT CHECK (role IN ('coordinator', 'deputy', 'director', 'psychologist', 'teacher')),
    full_name TEXT NOT NULL DEFAULT '',
    link_hash TEXT NOT NULL UNIQUE,
    code_hash TEXT NOT NULL UNIQUE,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    revoked_at TEXT,
    tried_again_at TEXT,
    created_at TEXT NOT NULL
{end};
CREATE INDEX invite_by_person ON invite (person_id);
CREATE INDEX invite_tried_again ON invite (person_id) WHERE tried_again_at IS NOT NULL;
CREATE INDEX invite_by_school ON invite (school_id, kind);
CREATE INDEX invite_named ON invite (expires_at) WHERE full_name <> '';

-- A staff list that was read and waits for «Добавить»: names, kept a day at most.
CREATE TABLE staff_list (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    person_id {int} NOT NULL REFERENCES person (id),
    content TEXT NOT NULL,
    made_at TEXT NOT NULL
{end};
CREATE INDEX staff_list_by_age ON staff_list (made_at);
CREATE INDEX staff_list_by_school ON staff_list (school_id);

-- A stranger's wrong codes: numeric ids only.
CREATE TABLE wrong_code (
    id {id},
    external_id {int} NOT NULL,
    tried_at TEXT NOT NULL
{end};
CREATE INDEX wrong_code_by_account ON wrong_code (external_id, tried_at);
CREATE INDEX wrong_code_by_age ON wrong_code (tried_at);

-- Consent: a ledger, neither changed nor taken from, by nobody; the last row of a kind holds.
CREATE TABLE consent (
    id {id},
    person_id {int} NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('data', 'contact')),
    decision TEXT NOT NULL CHECK (decision IN ('given', 'declined', 'withdrawn', 'lapsed')),
    source TEXT NOT NULL CHECK (source IN ('tap', 'typed', 'paper')),
    text_version {int} NOT NULL,
    text_hash TEXT NOT NULL,
    recorded_by {int} REFERENCES person (id),
    valid_until TEXT,
    decided_at TEXT NOT NULL
{end};
CREATE INDEX consent_by_person ON consent (person_id, kind, id);
CREATE INDEX consent_by_term ON consent (valid_until) WHERE decision = 'given';
{only_added_to};

CREATE TABLE paper (
    person_id {int} NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('data')),
    state TEXT NOT NULL CHECK (state IN ('to_print', 'printed', 'received')),
    received_on TEXT,
    recorded_by {int} REFERENCES person (id),
    changed_at TEXT NOT NULL,
    PRIMARY KEY (person_id, kind)
{end};

-- Forms: every multi-step input is a run.
CREATE TABLE form_run (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    person_id {int} NOT NULL REFERENCES person (id),
    entered_by {int} NOT NULL REFERENCES person (id),
    form_key TEXT NOT NULL,
    form_version {int} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'submitted', 'withdrawn', 'abandoned')),
    part TEXT NOT NULL CHECK (part IN ('core', 'more')),
    place TEXT NOT NULL,
    step {int} NOT NULL DEFAULT 0,
    ticked TEXT NOT NULL DEFAULT '[]',
    changing {int} NOT NULL DEFAULT 0,
    failures {int} NOT NULL DEFAULT 0,
    about TEXT NOT NULL DEFAULT '{}',
    parent_id {int} REFERENCES form_run (id),
    consent_id {int} REFERENCES consent (id),
    source TEXT NOT NULL CHECK (source IN ('tap', 'paper')),
    started_at TEXT NOT NULL,
    touched_at TEXT NOT NULL,
    submitted_at TEXT,
    seen_at TEXT,
    seen_by {int} REFERENCES person (id)
{end};
CREATE UNIQUE INDEX form_run_open ON form_run (person_id, form_key) WHERE state = 'open';
CREATE INDEX form_run_by_person ON form_run (person_id, form_key, state);
CREATE INDEX form_run_by_school ON form_run (school_id, form_key, state);
CREATE INDEX form_run_by_parent ON form_run (parent_id);
CREATE INDEX form_run_idle ON form_run (touched_at) WHERE state = 'open' AND form_key <> 'needs';

CREATE TABLE answer (
    run_id {int} NOT NULL REFERENCES form_run (id),
    question TEXT NOT NULL,
    value TEXT,
    source TEXT NOT NULL CHECK (source IN ('tap', 'typed', 'paper', 'staff_list')),
    answered_at TEXT NOT NULL,
    PRIMARY KEY (run_id, question)
{end};

CREATE TABLE question (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    person_id {int} NOT NULL REFERENCES person (id),
    about TEXT NOT NULL,
    text TEXT NOT NULL,
    run_id {int} REFERENCES form_run (id),
    asked_at TEXT NOT NULL,
    reply TEXT,
    replied_by {int} REFERENCES person (id),
    replied_at TEXT
{end};
CREATE INDEX question_waiting ON question (school_id, replied_at, id);
CREATE INDEX question_by_person ON question (person_id);

-- The default roadmap's dates, as this school confirmed them.
CREATE TABLE activity (
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    key TEXT NOT NULL,
    due_on TEXT NOT NULL,
    confirmed_by {int} NOT NULL REFERENCES person (id),
    confirmed_at TEXT NOT NULL,
    PRIMARY KEY (school_id, school_year, key)
{end};

CREATE TABLE journal (
    id {id},
    school_id {int} REFERENCES school (id),
    actor_id {int} REFERENCES person (id),
    person_id {int} REFERENCES person (id),
    act TEXT NOT NULL,
    count {int} NOT NULL DEFAULT 1,
    done_at TEXT NOT NULL
{end};
CREATE INDEX journal_by_school ON journal (school_id, id);
CREATE INDEX journal_by_act ON journal (act, school_id, done_at);

-- The machine's own: what came, what goes out, heavy work.
CREATE TABLE inbox (
    seq {id},
    bot_id {int} NOT NULL,
    update_id {int} NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('update', 'job')),
    lane {int} NOT NULL,
    body TEXT,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'dead')),
    tries {int} NOT NULL DEFAULT 0,
    received_at TEXT NOT NULL,
    done_at TEXT,
    error TEXT NOT NULL DEFAULT '',
    UNIQUE (bot_id, kind, update_id)
{end};
CREATE INDEX inbox_open ON inbox (seq) WHERE state = 'new';
CREATE INDEX inbox_closed ON inbox (done_at) WHERE state <> 'new';

CREATE TABLE outbox (
    id {id},
    chat_id {int} NOT NULL,
    person_id {int} REFERENCES person (id),
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    policy TEXT NOT NULL CHECK (policy IN ('once', 'atleast')),
    priority {int} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('due', 'sending', 'sent', 'failed', 'unknown', 'dropped')),
    due_at TEXT NOT NULL,
    expires_at TEXT,
    attempts {int} NOT NULL DEFAULT 0,
    message_id {int},
    reason TEXT NOT NULL DEFAULT '',
    planned_at TEXT NOT NULL,
    ended_at TEXT
{end};
CREATE INDEX outbox_due ON outbox (priority, due_at, id) WHERE state = 'due';
CREATE INDEX outbox_sending ON outbox (id) WHERE state = 'sending';
CREATE INDEX outbox_unknown ON outbox (chat_id) WHERE state = 'unknown';
CREATE INDEX outbox_by_person ON outbox (person_id, ended_at);
CREATE INDEX outbox_ended ON outbox (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE job (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    person_id {int} NOT NULL REFERENCES person (id),
    chat_id {int} NOT NULL,
    kind TEXT NOT NULL,
    task TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'done', 'failed')),
    tries {int} NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    ended_at TEXT,
    error TEXT NOT NULL DEFAULT ''
{end};
CREATE INDEX job_due ON job (id) WHERE state = 'due';
CREATE INDEX job_by_person ON job (person_id);

CREATE TABLE machine (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    noted_at TEXT NOT NULL
{end};
