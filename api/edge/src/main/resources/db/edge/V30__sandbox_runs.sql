CREATE TABLE sandbox_run (
    id         varchar(50) NOT NULL PRIMARY KEY,
    expires_at bigint      NOT NULL,
    ended      boolean     NOT NULL
);

CREATE TABLE sandbox_person (
    id         varchar(50) NOT NULL PRIMARY KEY,
    run        varchar(50) NOT NULL,
    role       varchar(20) NOT NULL,
    phone      varchar(20) NOT NULL,
    vehicle    varchar(50) NOT NULL,
    card       varchar(50) NOT NULL,
    lat_micro  bigint      NOT NULL,
    lng_micro  bigint      NOT NULL,
    moved_at   bigint      NOT NULL,
    on_trip    boolean     NOT NULL
);
