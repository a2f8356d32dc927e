CREATE TABLE ${generation}.orders (
    id        varchar(50)  NOT NULL PRIMARY KEY,
    view      text         NOT NULL,
    rider     varchar(50)  NOT NULL,
    driver    varchar(50)  NOT NULL,
    status    varchar(30)  NOT NULL,
    finished  boolean      NOT NULL,
    region    varchar(30)  NOT NULL,
    placed_at bigint       NOT NULL
);

-- made when the events of the past are in
CREATE INDEX IF NOT EXISTS orders_by_rider ON ${generation}.orders (rider, placed_at, id);
CREATE INDEX IF NOT EXISTS orders_by_driver ON ${generation}.orders (driver, placed_at, id);
CREATE INDEX IF NOT EXISTS orders_by_status ON ${generation}.orders (status, placed_at, id);
CREATE INDEX IF NOT EXISTS orders_by_time ON ${generation}.orders (placed_at, id);
