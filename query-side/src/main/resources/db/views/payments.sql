CREATE TABLE ${generation}.payments (
    id           varchar(50) NOT NULL PRIMARY KEY,
    view         text        NOT NULL,
    requested_at bigint      NOT NULL
);

-- made when the events of the past are in
CREATE INDEX IF NOT EXISTS payments_by_time ON ${generation}.payments (requested_at, id);
