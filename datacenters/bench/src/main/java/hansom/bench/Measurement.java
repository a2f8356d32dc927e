package hansom.bench;

import java.util.Set;

/** One thing that is measured, by the name under which it is asked for. */
interface Measurement {
    String name();

    /** Options that only this one reads, without their dashes. */
    default Set<String> options() {
        return Set.of();
    }

    Report measure(Setting setting) throws Exception;
}
