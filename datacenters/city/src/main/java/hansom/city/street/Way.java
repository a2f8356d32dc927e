package hansom.city.street;

import java.util.List;

/** A way along roads, stretch by stretch. */
public record Way(List<Stretch> stretches) {
    public Way {
        stretches = List.copyOf(stretches);
    }

    /** A straight piece of road: its class in the words of the map, how fast the map thinks it is, and whether a junction ends it. */
    public record Stretch(Spot from, Spot to, double metres, String roadClass, double kmh, boolean junction) {}

    public double metres() {
        return stretches.stream().mapToDouble(Stretch::metres).sum();
    }

    public boolean isEmpty() {
        return stretches.isEmpty();
    }
}
