CREATE TABLE ${generation}.offers (
    id       varchar(100) NOT NULL PRIMARY KEY,
    order_id varchar(50)  NOT NULL,
    shift_id varchar(50)  NOT NULL,
    state    varchar(20)  NOT NULL,
    seq      bigint       NOT NULL
);

-- made when the events of the past are in
CREATE INDEX IF NOT EXISTS offers_by_order ON ${generation}.offers (order_id);
