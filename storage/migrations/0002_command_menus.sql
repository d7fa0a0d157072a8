-- Which command menu a chat was given last: a role that changes elsewhere shows at the next word or press.
ALTER TABLE account ADD COLUMN command_set {int} NOT NULL DEFAULT 0;
-- Names are matched word by word now.
DROP INDEX person_by_search;
