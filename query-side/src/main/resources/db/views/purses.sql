CREATE TABLE ${generation}.purses (
    id   varchar(50) NOT NULL PRIMARY KEY,
    view text        NOT NULL
);

CREATE TABLE ${generation}.purse_members (
    rider varchar(50) NOT NULL,
    purse varchar(50) NOT NULL,
    PRIMARY KEY (rider, purse)
);

-- made when the events of the past are in
CREATE INDEX IF NOT EXISTS purse_members_by_purse ON ${generation}.purse_members (purse);
