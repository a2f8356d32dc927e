CREATE TABLE webhook (
    id           varchar(50)   NOT NULL PRIMARY KEY,
    url          varchar(2000) NOT NULL,
    events       text          NOT NULL,
    owner        varchar(100)  NOT NULL,
    created_at   bigint        NOT NULL,
    next_seq     bigint        NOT NULL,
    attempts     int           NOT NULL,
    due_at       bigint        NOT NULL,
    leased_until bigint        NOT NULL,
    removed      boolean       NOT NULL
);

CREATE TABLE webhook_notice (
    seq        bigint       NOT NULL PRIMARY KEY,
    event_id   varchar(64)  NOT NULL,
    event_type varchar(50)  NOT NULL,
    event_time varchar(40)  NOT NULL,
    href       varchar(200) NOT NULL
);

CREATE INDEX webhook_notice_event ON webhook_notice (event_id);

CREATE TABLE webhook_delivery (
    webhook varchar(50) NOT NULL,
    at      bigint      NOT NULL,
    seq     bigint      NOT NULL,
    attempt int         NOT NULL,
    status  int         NOT NULL,
    error   varchar(200) NOT NULL,
    taken   boolean     NOT NULL,
    PRIMARY KEY (webhook, at, seq)
);
