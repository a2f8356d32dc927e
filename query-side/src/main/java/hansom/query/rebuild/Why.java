package hansom.query.rebuild;

import java.sql.SQLException;

/** Why a rebuild was given up, in one line for an operator. */
final class Why {
    private static final String DISK_FULL = "53100";
    private static final int LONGEST = 300;

    private Why() {}

    static String of(Throwable failure) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) return "the disk is full";
            last = cause;
        }
        String line = String.valueOf(last.getMessage()).lines().findFirst().orElse("");
        String why = line.isEmpty() ? last.getClass().getSimpleName() : line;
        return why.length() <= LONGEST ? why : why.substring(0, LONGEST);
    }
}
