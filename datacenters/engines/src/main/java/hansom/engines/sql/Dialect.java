package hansom.engines.sql;

import java.util.List;

/** What PostgreSQL and YDB say differently; everything else is written once, in SQL that both know. */
public interface Dialect {
    /** Inserts or replaces the row with this key; named parameters are the columns' names. */
    String upsert(String table, List<String> columns, List<String> keyColumns);

    /** Inserts the row unless one with this key exists, in which case nothing changes; named parameters are the columns' names. */
    String insertIfAbsent(String table, List<String> columns, List<String> keyColumns);

    /** A question asked first in a transaction that may last long, so that no limit of the server's ends it; its answer means nothing. */
    String takingTime();

    /** The table read through a secondary index, as it stands after FROM. */
    String via(String table, String index);
}
