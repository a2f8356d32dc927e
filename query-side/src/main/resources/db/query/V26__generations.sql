-- What was told to people under a number stays where it is whatever becomes of the views.
CREATE SCHEMA feeds;
ALTER TABLE views_1.feed_heads SET SCHEMA feeds;
ALTER TABLE views_1.feed_items SET SCHEMA feeds;

-- Which generation of each view answers, which one waits to be dropped (0: none), and how its running or last rebuild goes. Times in
-- milliseconds of real time.
CREATE TABLE view_generation (
    view       varchar(50) NOT NULL PRIMARY KEY,
    living     bigint      NOT NULL,
    since      bigint      NOT NULL,
    retired    bigint      NOT NULL,
    retired_at bigint      NOT NULL,
    rebuild    text        NOT NULL
);

-- Events that a running rebuild passed over because they were parked.
CREATE TABLE view_passed_over (
    view  varchar(50)  NOT NULL,
    event varchar(100) NOT NULL,
    PRIMARY KEY (view, event)
);
