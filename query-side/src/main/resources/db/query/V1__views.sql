-- One generation of views. A rebuild fills the next schema beside this one.
CREATE SCHEMA views_1;

CREATE TABLE views_1.orders (
    id        varchar(50)  NOT NULL PRIMARY KEY,
    view      text         NOT NULL,
    rider     varchar(50)  NOT NULL,
    driver    varchar(50)  NOT NULL,
    status    varchar(30)  NOT NULL,
    finished  boolean      NOT NULL,
    region    varchar(30)  NOT NULL,
    placed_at bigint       NOT NULL
);
CREATE INDEX orders_by_rider ON views_1.orders (rider, placed_at, id);
CREATE INDEX orders_by_driver ON views_1.orders (driver, placed_at, id);
CREATE INDEX orders_by_status ON views_1.orders (status, placed_at, id);
CREATE INDEX orders_by_time ON views_1.orders (placed_at, id);

CREATE TABLE views_1.offers (
    id       varchar(100) NOT NULL PRIMARY KEY,
    order_id varchar(50)  NOT NULL,
    shift_id varchar(50)  NOT NULL,
    state    varchar(20)  NOT NULL,
    seq      bigint       NOT NULL
);
CREATE INDEX offers_by_order ON views_1.offers (order_id);

CREATE TABLE views_1.shifts (
    id   varchar(50) NOT NULL PRIMARY KEY,
    view text        NOT NULL
);

CREATE TABLE views_1.drivers (
    id            varchar(50) NOT NULL PRIMARY KEY,
    view          text        NOT NULL,
    standing      varchar(20) NOT NULL,
    registered_at bigint      NOT NULL
);
CREATE INDEX drivers_by_standing ON views_1.drivers (standing, registered_at, id);
CREATE INDEX drivers_by_time ON views_1.drivers (registered_at, id);

CREATE TABLE views_1.riders (
    id            varchar(50) NOT NULL PRIMARY KEY,
    view          text        NOT NULL,
    registered_at bigint      NOT NULL
);
CREATE INDEX riders_by_time ON views_1.riders (registered_at, id);

CREATE TABLE views_1.payments (
    id           varchar(50) NOT NULL PRIMARY KEY,
    view         text        NOT NULL,
    requested_at bigint      NOT NULL
);
CREATE INDEX payments_by_time ON views_1.payments (requested_at, id);

CREATE TABLE views_1.purses (
    id   varchar(50) NOT NULL PRIMARY KEY,
    view text        NOT NULL
);

CREATE TABLE views_1.purse_members (
    rider varchar(50) NOT NULL,
    purse varchar(50) NOT NULL,
    PRIMARY KEY (rider, purse)
);
CREATE INDEX purse_members_by_purse ON views_1.purse_members (purse);

CREATE TABLE views_1.payouts (
    id           varchar(120) NOT NULL PRIMARY KEY,
    view         text         NOT NULL,
    payee        varchar(50)  NOT NULL,
    requested_at bigint       NOT NULL
);
CREATE INDEX payouts_by_payee ON views_1.payouts (payee, requested_at, id);

CREATE TABLE views_1.ratings (
    id   varchar(50) NOT NULL PRIMARY KEY,
    view text        NOT NULL
);

CREATE TABLE views_1.stars (
    person varchar(50) NOT NULL,
    rating varchar(50) NOT NULL,
    at     bigint      NOT NULL,
    stars  int         NOT NULL,
    PRIMARY KEY (person, rating)
);
CREATE INDEX stars_by_time ON views_1.stars (person, at);

CREATE TABLE views_1.feed_heads (
    person   varchar(50) NOT NULL PRIMARY KEY,
    last_seq bigint      NOT NULL
);

CREATE TABLE views_1.feed_items (
    person  varchar(50) NOT NULL,
    seq     bigint      NOT NULL,
    item    text        NOT NULL,
    told_at bigint      NOT NULL,
    PRIMARY KEY (person, seq)
);
CREATE INDEX feed_items_by_time ON views_1.feed_items (told_at);

CREATE TABLE views_1.ledger_entries (
    id       varchar(100) NOT NULL PRIMARY KEY,
    position bigint       NOT NULL,
    subject  varchar(120) NOT NULL,
    entry    text         NOT NULL
);
CREATE INDEX ledger_entries_by_position ON views_1.ledger_entries (position, id);
CREATE INDEX ledger_entries_by_subject ON views_1.ledger_entries (subject, position);

CREATE TABLE views_1.ledger_postings (
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
CREATE INDEX ledger_postings_by_account ON views_1.ledger_postings (kind, owner, position, entry);

CREATE TABLE views_1.ledger_balances (
    kind     varchar(30) NOT NULL,
    owner    varchar(50) NOT NULL,
    currency varchar(3)  NOT NULL,
    amount   bigint      NOT NULL,
    PRIMARY KEY (kind, owner, currency)
);

CREATE TABLE views_1.bank_accounts (
    payee varchar(50)  NOT NULL PRIMARY KEY,
    token varchar(200) NOT NULL
);
