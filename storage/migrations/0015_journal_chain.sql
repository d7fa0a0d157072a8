-- Each act proves the one before it: `hash` is the SHA-256 over the hash before and the act itself (`storage.chain`).
-- Erasure changes no act, for acts hold ids; acts that are too old go from the beginning on, and what came after them
-- still proves itself from `anchor` on.
CREATE TABLE journal_head (
    id {int} PRIMARY KEY CHECK (id = 1),
    turn {int} NOT NULL, -- counts whoever wants to add an act: they wait for each other
    length {int} NOT NULL, -- of the acts that were ever added
    hash TEXT NOT NULL, -- of the last act
    pruned {int} NOT NULL, -- how many acts have gone
    pruned_to {int} NOT NULL, -- the id of the last of them
    anchor TEXT NOT NULL -- its hash
{end};
INSERT INTO journal_head (id, turn, length, hash, pruned, pruned_to, anchor) VALUES (1, 0, 0, '', 0, 0, '');
ALTER TABLE journal ADD COLUMN hash TEXT NOT NULL DEFAULT '';
CHAIN JOURNAL;
{journal_only_added_to};
