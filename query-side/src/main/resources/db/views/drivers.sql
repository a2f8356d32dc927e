CREATE TABLE ${generation}.drivers (
    id            varchar(50) NOT NULL PRIMARY KEY,
    view          text        NOT NULL,
    standing      varchar(20) NOT NULL,
    registered_at bigint      NOT NULL
);

-- made when the events of the past are in
CREATE INDEX IF NOT EXISTS drivers_by_standing ON ${generation}.drivers (standing, registered_at, id);
CREATE INDEX IF NOT EXISTS drivers_by_time ON ${generation}.drivers (registered_at, id);
