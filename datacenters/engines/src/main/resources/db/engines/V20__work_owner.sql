-- Who has a call in hand, so that a restarted node takes its own up at once.
ALTER TABLE work ADD COLUMN leased_by varchar(100);
