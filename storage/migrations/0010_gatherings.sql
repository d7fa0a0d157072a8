-- Events of the programme. `starts` is the school's own clock, «15:30»; `edition` grows with each change that the
-- invited are told of; `gone` are those who were there and have been erased since.
CREATE TABLE gathering (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('session', 'consultation', 'seminar', 'conference', 'round_table')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'invited', 'cancelled')),
    day TEXT NOT NULL,
    starts TEXT NOT NULL,
    place TEXT NOT NULL,
    places {int} CHECK (places > 0), -- NULL: as many as come
    agenda TEXT NOT NULL DEFAULT '[]', -- lines, in JSON
    calls {int} NOT NULL CHECK (calls IN (0, 1)), -- talks are called for
    edition {int} NOT NULL DEFAULT 0,
    guests {int} NOT NULL DEFAULT 0 CHECK (guests >= 0),
    gone {int} NOT NULL DEFAULT 0,
    feedback {int}, -- the bot asks without names from so many answers on; NULL: the coordinator does
    survey_id {int} REFERENCES survey (id),
    evidence_id {int} REFERENCES evidence (id),
    number TEXT NOT NULL DEFAULT '', -- of the minutes, and the rest of their head
    dated_on TEXT,
    chair TEXT NOT NULL DEFAULT '',
    secretary TEXT NOT NULL DEFAULT '',
    made_by {int} NOT NULL REFERENCES person (id),
    made_at TEXT NOT NULL,
    invited_at TEXT,
    CHECK ((state = 'draft') = (invited_at IS NULL))
{end};
CREATE INDEX gathering_by_school ON gathering (school_id, school_year, day, id);

-- Whom an event is for, what they have said and whether they were there; `notice` is the last message about it.
CREATE TABLE gathering_person (
    gathering_id {int} NOT NULL REFERENCES gathering (id),
    person_id {int} NOT NULL REFERENCES person (id),
    invited_at TEXT,
    notice TEXT NOT NULL DEFAULT '',
    answer TEXT NOT NULL DEFAULT 'silent' CHECK (answer IN ('silent', 'comes', 'refuses', 'later')),
    attended {int} NOT NULL DEFAULT 0 CHECK (attended IN (0, 1)),
    talk TEXT NOT NULL DEFAULT '',
    talk_state TEXT NOT NULL DEFAULT 'none' CHECK (talk_state IN ('none', 'offered', 'accepted', 'thanked')),
    PRIMARY KEY (gathering_id, person_id),
    CHECK ((talk = '') = (talk_state = 'none'))
{end};
CREATE INDEX gathering_person_by_person ON gathering_person (person_id, gathering_id);

-- Lines of the minutes by item of the agenda, counted from 1; 0 is beside it. What was decided is somebody's task when
-- it has a responsible person and a day.
CREATE TABLE gathering_line (
    id {id},
    gathering_id {int} NOT NULL REFERENCES gathering (id),
    item {int} NOT NULL CHECK (item >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('heard', 'decided')),
    text TEXT NOT NULL,
    responsible_id {int} REFERENCES person (id),
    due_on TEXT,
    done_at TEXT,
    written_by {int} NOT NULL REFERENCES person (id),
    written_at TEXT NOT NULL
{end};
CREATE INDEX gathering_line_by_gathering ON gathering_line (gathering_id, item, id);
CREATE INDEX gathering_line_by_responsible ON gathering_line (responsible_id) WHERE responsible_id IS NOT NULL;
CREATE INDEX gathering_task_open ON gathering_line (due_on) WHERE responsible_id IS NOT NULL AND due_on IS NOT NULL AND done_at IS NULL;
