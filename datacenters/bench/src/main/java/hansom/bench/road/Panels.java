package hansom.bench.road;

import hansom.bench.road.NamedBuildings.Building;
import hansom.contract.geo.PickupPoints.PickupPoint;
import hansom.contract.geo.Point;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A picture of pick-up points: for each building a piece of the map, its entrances, the walks and the kerbs that were offered. */
final class Panels {
    private static final int SIDE = 480;
    private static final int ACROSS = 4;
    private static final double METRES = 240;
    private static final Set<String> BIG = Set.of("primary", "secondary", "tertiary", "trunk");
    private static final Set<String> SMALL = Set.of("residential", "unclassified", "living_street", "service");
    private static final Set<String> ON_FOOT = Set.of("footway", "pedestrian", "path", "steps", "cycleway");

    private final NamedBuildings map;
    private final StringBuilder svg = new StringBuilder();
    private int panels;

    Panels(NamedBuildings map) {
        this.map = map;
    }

    /** Where a point lies in the panel of a building. */
    private record Frame(Point middle) {
        String at(Point point) {
            double east = (point.lng() - middle.lng()) * 111_195 * Math.cos(Math.toRadians(middle.lat()));
            double north = (point.lat() - middle.lat()) * 111_195;
            return String.format(
                    Locale.ROOT, "%.1f,%.1f", SIDE / 2.0 + east * SIDE / METRES, SIDE / 2.0 - north * SIDE / METRES);
        }

        boolean sees(List<Point> line) {
            return line.stream().anyMatch(point -> PickupTrial.metres(point, middle) < METRES);
        }
    }

    void add(Building building, List<PickupPoint> offered) {
        Frame frame = new Frame(building.middle());
        svg.append("<svg x='%d' y='%d' width='%d' height='%d'><rect width='%d' height='%d' fill='#f4f1ea'/>%n"
                .formatted(panels % ACROSS * SIDE, panels / ACROSS * SIDE, SIDE - 6, SIDE - 6, SIDE, SIDE));
        panels++;
        for (NamedBuildings.Way way : map.ways()) {
            List<Point> line = map.line(way);
            if (line.size() > 1 && frame.sees(line)) way(frame, way, line, building);
        }
        for (Point door : map.doors()) dot(frame, door, 2.5, "#8a8a8a");
        for (Point main : building.entrances()) dot(frame, main, 6, "#1a9c46");
        for (int i = offered.size() - 1; i >= 0; i--) offer(frame, offered.get(i), i);
        svg.append("<text x='8' y='20' font-size='15' font-weight='bold'>%s</text></svg>%n"
                .formatted(words(building.name())));
    }

    private void way(Frame frame, NamedBuildings.Way way, List<Point> line, Building building) {
        Map<String, String> tags = way.tags();
        String highway = tags.getOrDefault("highway", "");
        if (way.isBuilding())
            draw(
                    frame,
                    line,
                    "fill='%s' stroke='#9b8f80'"
                            .formatted(("w" + way.id()).equals(building.id()) ? "#e8c9a0" : "#ddd5c8"));
        else if (BIG.contains(highway)) draw(frame, line, "fill='none' stroke='#f0b84a' stroke-width='7'");
        else if (SMALL.contains(highway)) draw(frame, line, "fill='none' stroke='#fff' stroke-width='5'");
        else if (ON_FOOT.contains(highway))
            draw(frame, line, "fill='none' stroke='#b0658c' stroke-width='1' stroke-dasharray='3 2'");
    }

    private void draw(Frame frame, List<Point> line, String look) {
        svg.append("<polyline %s points='%s'/>%n"
                .formatted(look, String.join(" ", line.stream().map(frame::at).toList())));
    }

    private void dot(Frame frame, Point at, double radius, String colour) {
        String[] xy = frame.at(at).split(",", -1);
        svg.append("<circle cx='%s' cy='%s' r='%s' fill='%s'/>%n".formatted(xy[0], xy[1], radius, colour));
    }

    private void offer(Frame frame, PickupPoint offer, int rank) {
        String colour = rank == 0 ? "#1455d9" : "#7f9fe0";
        draw(
                frame,
                PickupTrial.line(offer),
                "fill='none' stroke='%s' stroke-width='%d'".formatted(colour, rank == 0 ? 3 : 2));
        if (offer.entrance() != null) dot(frame, offer.entrance(), 3, colour);
        dot(frame, offer.point(), rank == 0 ? 6 : 4, rank == 0 ? "#d6261c" : "#e58a84");
        double ahead = Math.toRadians(offer.heading());
        Point tip = new Point(
                offer.point().lat() + Math.cos(ahead) * 7 / 111_195,
                offer.point().lng()
                        + Math.sin(ahead)
                                * 7
                                / 111_195
                                / Math.cos(Math.toRadians(offer.point().lat())));
        draw(frame, List.of(offer.point(), tip), "stroke='#d6261c' stroke-width='3'");
        if (rank == 0)
            svg.append("<text x='8' y='%d' font-size='12'>%s: %d m</text>%n"
                    .formatted(SIDE - 16, words(offer.label()), offer.walk().metres()));
    }

    private static String words(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    String svg() {
        int rows = (panels + ACROSS - 1) / ACROSS;
        return "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif'>%n%s</svg>%n"
                .formatted(ACROSS * SIDE, rows * SIDE, svg);
    }
}
