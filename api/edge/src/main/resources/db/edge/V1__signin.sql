-- Times are milliseconds of real time; 0 means never.

-- Which person a phone number stands for, by a keyed hash of the number; a number may be a rider and a driver.
CREATE TABLE phone_person (
    phone_hash VARCHAR(64) NOT NULL,
    role       VARCHAR(10) NOT NULL,
    person     VARCHAR(60) NOT NULL,
    registered BOOLEAN     NOT NULL,
    made_at    BIGINT      NOT NULL,
    PRIMARY KEY (phone_hash, role)
);
CREATE INDEX phone_person_person ON phone_person (person);

-- One sign-in on one device, and whatever tokens follow from it.
CREATE TABLE token_family (
    family      VARCHAR(80)  NOT NULL PRIMARY KEY,
    person      VARCHAR(60)  NOT NULL,
    roles       VARCHAR(100) NOT NULL,
    client      VARCHAR(60)  NOT NULL,
    device      VARCHAR(100) NOT NULL,
    device_name VARCHAR(200) NOT NULL,
    started_at  BIGINT       NOT NULL,
    seen_at     BIGINT       NOT NULL,
    ends_at     BIGINT       NOT NULL,
    ended_at    BIGINT       NOT NULL,
    end_reason  VARCHAR(30)  NOT NULL
);
CREATE INDEX token_family_person ON token_family (person, ended_at);
CREATE INDEX token_family_ended ON token_family (ended_at);

-- Refresh tokens by their hash. A token's successor is derived from it, so that a lost answer can be given again.
CREATE TABLE refresh_token (
    hash       VARCHAR(64)  NOT NULL PRIMARY KEY,
    family     VARCHAR(80)  NOT NULL,
    made_at    BIGINT       NOT NULL,
    expires_at BIGINT       NOT NULL,
    used_at    BIGINT       NOT NULL
);
CREATE INDEX refresh_token_expires ON refresh_token (expires_at);
CREATE INDEX refresh_token_family ON refresh_token (family);

-- The office's people.
CREATE TABLE operator (
    operator_id VARCHAR(60)  NOT NULL PRIMARY KEY,
    name        VARCHAR(60)  NOT NULL UNIQUE,
    password    VARCHAR(300) NOT NULL,
    totp        VARCHAR(300) NOT NULL,
    roles       VARCHAR(100) NOT NULL,
    made_at     BIGINT       NOT NULL,
    disabled_at BIGINT       NOT NULL,
    last_step   BIGINT       NOT NULL,
    last_claim  VARCHAR(60)  NOT NULL
);

-- Codes that let somebody become an operator, once.
CREATE TABLE setup_code (
    hash       VARCHAR(64)  NOT NULL PRIMARY KEY,
    roles      VARCHAR(100) NOT NULL,
    made_by    VARCHAR(60)  NOT NULL,
    expires_at BIGINT       NOT NULL
);

-- What was answered to a call that came with an idempotency key.
CREATE TABLE stored_answer (
    caller     VARCHAR(60)  NOT NULL,
    key_hash   VARCHAR(64)  NOT NULL,
    request    VARCHAR(64)  NOT NULL,
    owner      VARCHAR(60)  NOT NULL,
    started_at BIGINT       NOT NULL,
    status     INT          NOT NULL,
    headers    TEXT         NOT NULL,
    body       TEXT         NOT NULL,
    PRIMARY KEY (caller, key_hash)
);
CREATE INDEX stored_answer_started ON stored_answer (started_at);
