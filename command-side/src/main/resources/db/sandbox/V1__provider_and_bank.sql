-- The book of the played provider: what each card's holder was asked for and what became of it. Times in milliseconds of real time.
CREATE TABLE sandbox_hold (
    ref          varchar(120) NOT NULL PRIMARY KEY,
    card         varchar(100) NOT NULL,
    state        varchar(20)  NOT NULL,
    amount_minor bigint       NOT NULL,
    taken_minor  bigint       NOT NULL,
    given_minor  bigint       NOT NULL,
    currency     varchar(3)   NOT NULL,
    changed_at   bigint       NOT NULL
);

-- Each call by its key, with the answer that every repetition gets.
CREATE TABLE sandbox_call (
    call_id varchar(200) NOT NULL PRIMARY KEY,
    ref     varchar(120) NOT NULL,
    asked   varchar(200) NOT NULL,
    answer  varchar(20)  NOT NULL,
    why     varchar(100) NOT NULL,
    times   int          NOT NULL
);

-- The book of the played bank.
CREATE TABLE sandbox_transfer (
    call_id      varchar(200) NOT NULL PRIMARY KEY,
    account      varchar(100) NOT NULL,
    amount_minor bigint       NOT NULL,
    currency     varchar(3)   NOT NULL,
    answer       varchar(20)  NOT NULL,
    why          varchar(100) NOT NULL,
    times        int          NOT NULL
);
