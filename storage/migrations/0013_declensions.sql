-- A person's name and the school's own wordings in the cases that a coordinator has looked at. They hold for the spelling
-- that they were confirmed for: another one is asked about anew.
CREATE TABLE person_declension (
    person_id {int} PRIMARY KEY REFERENCES person (id),
    spelling TEXT NOT NULL,
    genitive TEXT NOT NULL,
    dative TEXT NOT NULL,
    accusative TEXT NOT NULL,
    confirmed_by {int} NOT NULL REFERENCES person (id),
    confirmed_at TEXT NOT NULL
{end};

-- A post is many people's, the director stands in the school's settings as a text: they are the school's, by their spelling.
CREATE TABLE school_declension (
    school_id {int} NOT NULL REFERENCES school (id),
    kind TEXT NOT NULL CHECK (kind IN ('director', 'post')),
    spelling TEXT NOT NULL,
    genitive TEXT NOT NULL,
    dative TEXT NOT NULL,
    accusative TEXT NOT NULL,
    confirmed_by {int} NOT NULL REFERENCES person (id),
    confirmed_at TEXT NOT NULL,
    PRIMARY KEY (school_id, kind, spelling)
{end};
