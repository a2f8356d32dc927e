package hansom.geo.position;

import hansom.engines.meter.Figures;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How many drivers are on shift and what they do. */
final class FleetFigures implements Figures.Reader {
    private final Shifts shifts;

    /** What a driver on shift does, the weightiest first. */
    private enum Doing {
        ON_ORDER,
        SIGNAL_LOST,
        PAUSED,
        OFFERED,
        GOING_HOME,
        FREE
    }

    FleetFigures(Shifts shifts) {
        this.shifts = shifts;
    }

    @Override
    public void read(Figures.Page page) {
        Map<Doing, Integer> counts = new EnumMap<>(Doing.class);
        for (Doing doing : Doing.values()) counts.put(doing, 0);
        for (OpenShift shift : shifts.all()) counts.merge(doing(shift), 1, Integer::sum);
        counts.forEach((doing, count) -> page.put(
                "hansom.drivers",
                "",
                "drivers on shift, by what they do",
                Tags.of("doing", doing.name().toLowerCase(Locale.ROOT)),
                count));
    }

    private static Doing doing(OpenShift shift) {
        if (shift.order() != null) return Doing.ON_ORDER;
        if (shift.signalLost()) return Doing.SIGNAL_LOST;
        if (shift.paused()) return Doing.PAUSED;
        if (shift.offer() != null) return Doing.OFFERED;
        return shift.closing() ? Doing.GOING_HOME : Doing.FREE;
    }
}
