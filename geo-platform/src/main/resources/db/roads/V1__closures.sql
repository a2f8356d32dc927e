CREATE TABLE geo_closure (
    closure_id varchar(64) NOT NULL PRIMARY KEY,
    body       text        NOT NULL,
    reopened   integer     NOT NULL
);
