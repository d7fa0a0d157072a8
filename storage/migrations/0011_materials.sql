-- Materials for mentors and mentees: added by a coordinator, or proposed by a mentor. Of a file its bytes are kept in
-- DATA_DIR/materials by their SHA-256; a row of the time before has none, and has Telegram's id of it as its address.
-- Areas are keys, in JSON. An author who was erased is none. The size is of the file, in bytes. `asked` says how many
-- times it was sent on request; to whom is not kept.
DROP INDEX material_by_school;
ALTER TABLE material ADD COLUMN areas TEXT NOT NULL DEFAULT '[]';
UPDATE material SET areas = '["' || area || '"]';
ALTER TABLE material DROP COLUMN area;
ALTER TABLE material ADD COLUMN author_id {int} REFERENCES person (id);
UPDATE material SET author_id = added_by;
ALTER TABLE material DROP COLUMN added_by;
ALTER TABLE material ADD COLUMN state TEXT NOT NULL DEFAULT 'kept'
    CHECK (state IN ('draft', 'proposed', 'kept', 'declined'));
ALTER TABLE material ADD COLUMN audience TEXT NOT NULL DEFAULT 'both' CHECK (audience IN ('mentors', 'mentees', 'both'));
ALTER TABLE material ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE material ADD COLUMN digest TEXT NOT NULL DEFAULT '';
ALTER TABLE material ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
ALTER TABLE material ADD COLUMN size {int} NOT NULL DEFAULT 0;
ALTER TABLE material ADD COLUMN asked {int} NOT NULL DEFAULT 0;
CREATE INDEX material_by_school ON material (school_id, state) WHERE removed_at IS NULL;
CREATE INDEX material_by_author ON material (author_id);

-- Telegram's id of a material that this bot has sent: another bot, or a lost file, sends the bytes again.
CREATE TABLE material_sent (
    material_id {int} NOT NULL REFERENCES material (id),
    bot_id {int} NOT NULL,
    file_id TEXT NOT NULL,
    PRIMARY KEY (material_id, bot_id)
{end};
