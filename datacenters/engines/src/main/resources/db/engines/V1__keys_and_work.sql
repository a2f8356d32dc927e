CREATE TABLE person_key (
    person       varchar(100) NOT NULL PRIMARY KEY,
    wrapped      bytea        NOT NULL,
    made_at      bigint       NOT NULL,
    destroyed_at bigint       NOT NULL
);

CREATE TABLE secret (
    name    varchar(100) NOT NULL PRIMARY KEY,
    wrapped bytea        NOT NULL
);

CREATE TABLE business_clock (
    name         varchar(20) NOT NULL PRIMARY KEY,
    ahead_millis bigint      NOT NULL
);

CREATE TABLE work (
    kind         varchar(50)  NOT NULL,
    id           varchar(200) NOT NULL,
    content      text         NOT NULL,
    state        varchar(10)  NOT NULL,
    attempts     int          NOT NULL,
    due_at       bigint       NOT NULL,
    leased_until bigint       NOT NULL,
    why          text         NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE INDEX work_due ON work (kind, state, due_at);
