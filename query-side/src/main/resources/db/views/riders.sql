CREATE TABLE ${generation}.riders (
    id            varchar(50) NOT NULL PRIMARY KEY,
    view          text        NOT NULL,
    registered_at bigint      NOT NULL
);

-- made when the events of the past are in
CREATE INDEX IF NOT EXISTS riders_by_time ON ${generation}.riders (registered_at, id);
