CREATE TABLE ${generation}.shifts (
    id   varchar(50) NOT NULL PRIMARY KEY,
    view text        NOT NULL
);
