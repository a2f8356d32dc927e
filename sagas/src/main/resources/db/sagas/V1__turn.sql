-- Which node does what only one shall do; times in milliseconds of real time.
CREATE TABLE turn (
    name   varchar(100) NOT NULL PRIMARY KEY,
    holder varchar(100) NOT NULL,
    until  bigint       NOT NULL
);
