CREATE TABLE ${generation}.ledger_entries (
    id       varchar(100) NOT NULL PRIMARY KEY,
    position bigint       NOT NULL,
    subject  varchar(120) NOT NULL,
    entry    text         NOT NULL
);

CREATE TABLE ${generation}.ledger_postings (
    entry    varchar(100) NOT NULL,
    line     int          NOT NULL,
    kind     varchar(30)  NOT NULL,
    owner    varchar(50)  NOT NULL,
    currency varchar(3)   NOT NULL,
    amount   bigint       NOT NULL,
    position bigint       NOT NULL,
    at       bigint       NOT NULL,
    PRIMARY KEY (entry, line)
);

CREATE TABLE ${generation}.ledger_balances (
    kind     varchar(30) NOT NULL,
    owner    varchar(50) NOT NULL,
    currency varchar(3)  NOT NULL,
    amount   bigint      NOT NULL,
    PRIMARY KEY (kind, owner, currency)
);

CREATE TABLE ${generation}.bank_accounts (
    payee varchar(50)  NOT NULL PRIMARY KEY,
    token varchar(200) NOT NULL
);

-- a tip is the driver's who earned on its order
CREATE INDEX IF NOT EXISTS ledger_entries_by_subject ON ${generation}.ledger_entries (subject, position);

-- made when the events of the past are in
CREATE INDEX IF NOT EXISTS ledger_entries_by_position ON ${generation}.ledger_entries (position, id);
CREATE INDEX IF NOT EXISTS ledger_postings_by_account ON ${generation}.ledger_postings (kind, owner, position, entry);
