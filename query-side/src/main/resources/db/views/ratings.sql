CREATE TABLE ${generation}.ratings (
    id   varchar(50) NOT NULL PRIMARY KEY,
    view text        NOT NULL
);

CREATE TABLE ${generation}.stars (
    person varchar(50) NOT NULL,
    rating varchar(50) NOT NULL,
    at     bigint      NOT NULL,
    stars  int         NOT NULL,
    PRIMARY KEY (person, rating)
);

-- made when the events of the past are in
CREATE INDEX IF NOT EXISTS stars_by_time ON ${generation}.stars (person, at);
