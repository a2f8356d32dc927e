CREATE TABLE ${generation}.payouts (
    id           varchar(120) NOT NULL PRIMARY KEY,
    view         text         NOT NULL,
    payee        varchar(50)  NOT NULL,
    requested_at bigint       NOT NULL
);

-- made when the events of the past are in
CREATE INDEX IF NOT EXISTS payouts_by_payee ON ${generation}.payouts (payee, requested_at, id);
