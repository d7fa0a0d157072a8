-- Practice cards: what a teacher shares with colleagues. `publish` and `stays` are the author's own word and nobody else's.
CREATE TABLE practice_card (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    author_id {int} REFERENCES person (id), -- nobody's, where the author is erased and has let it stay without a name
    state TEXT NOT NULL CHECK (state IN ('sent', 'returned', 'accepted', 'taken_back')),
    title TEXT NOT NULL,
    areas TEXT NOT NULL, -- keys, in JSON
    useful_to TEXT NOT NULL,
    problem TEXT NOT NULL,
    done TEXT NOT NULL,
    result TEXT NOT NULL,
    links TEXT NOT NULL DEFAULT '',
    publish TEXT NOT NULL CHECK (publish IN ('named', 'nameless', 'never')),
    stays {int} NOT NULL DEFAULT 0 CHECK (stays IN (0, 1)), -- without a name, when the author's data are erased
    title_words TEXT NOT NULL, -- what is searched: folded, a space before each word
    words TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '', -- the coordinator's question to the author
    version {int} NOT NULL DEFAULT 1, -- counts changes: a press on an earlier one decides nothing
    sent_at TEXT NOT NULL,
    decided_by {int} REFERENCES person (id),
    decided_at TEXT,
    CHECK (author_id IS NOT NULL OR (publish = 'nameless' AND stays = 1))
{end};
CREATE INDEX practice_card_by_school ON practice_card (school_id, state, id);
CREATE INDEX practice_card_by_author ON practice_card (author_id, id);

-- What a coordinator has changed in somebody's card: the author sees both wordings.
CREATE TABLE practice_edit (
    id {id},
    card_id {int} NOT NULL REFERENCES practice_card (id),
    field TEXT NOT NULL CHECK (field IN ('title', 'areas', 'useful_to', 'problem', 'done', 'result', 'links')),
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    edited_by {int} NOT NULL REFERENCES person (id),
    edited_at TEXT NOT NULL
{end};
CREATE INDEX practice_edit_by_card ON practice_edit (card_id, id);

-- A collection as a file that was made; `issued_at` when it was handed over. Which cards stood in it, and with a name or not.
CREATE TABLE practice_collection (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    job_id {int} NOT NULL UNIQUE,
    cards {int} NOT NULL,
    made_by {int} NOT NULL REFERENCES person (id),
    made_at TEXT NOT NULL,
    issued_at TEXT
{end};
CREATE INDEX practice_collection_by_school ON practice_collection (school_id, id);
CREATE TABLE practice_printed (
    collection_id {int} NOT NULL REFERENCES practice_collection (id),
    card_id {int} NOT NULL REFERENCES practice_card (id),
    named {int} NOT NULL CHECK (named IN (0, 1)),
    PRIMARY KEY (collection_id, card_id)
{end};
CREATE INDEX practice_printed_by_card ON practice_printed (card_id, collection_id);

-- Nominations of the round table: a name and the cards under it, without places and points.
CREATE TABLE nomination (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id),
    school_year {int} NOT NULL,
    title TEXT NOT NULL,
    made_by {int} NOT NULL REFERENCES person (id),
    made_at TEXT NOT NULL
{end};
CREATE INDEX nomination_by_school ON nomination (school_id, school_year, id);
CREATE TABLE nominated (
    nomination_id {int} NOT NULL REFERENCES nomination (id),
    card_id {int} NOT NULL REFERENCES practice_card (id),
    PRIMARY KEY (nomination_id, card_id)
{end};
CREATE INDEX nominated_by_card ON nominated (card_id, nomination_id);
