package hansom.city.street;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import com.graphhopper.reader.osm.SkipOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/** Reads from the map file where people live, work, buy, eat, leave and amuse themselves; a house stands where its first corner does. */
final class PlaceReader {
    private final Map<Long, List<Unplaced>> byCorner = new HashMap<>();
    private final List<Place> places = new ArrayList<>();

    private record Unplaced(String name, Place.Kind kind) {}

    static List<Place> read(Path map) throws IOException {
        PlaceReader reader = new PlaceReader();
        reader.pass(map, new SkipOptions(true, false, true), reader::way);
        reader.pass(map, new SkipOptions(false, true, true), reader::node);
        return List.copyOf(reader.places);
    }

    private void way(ReaderElement element) {
        if (!(element instanceof ReaderWay way) || way.getNodes().isEmpty()) return;
        kind(way)
                .ifPresent(kind -> byCorner.computeIfAbsent(way.getNodes().get(0), _ -> new ArrayList<>())
                        .add(new Unplaced(name(way), kind)));
    }

    private void node(ReaderElement element) {
        if (!(element instanceof ReaderNode node)) return;
        Spot spot = new Spot(node.getLat(), node.getLon());
        kind(node).ifPresent(kind -> places.add(new Place(name(node), spot, kind)));
        for (Unplaced house : byCorner.getOrDefault(node.getId(), List.of()))
            places.add(new Place(house.name(), spot, house.kind()));
    }

    private static String name(ReaderElement element) {
        String name = element.getTag("name");
        String street = element.getTag("addr:street");
        String house = element.getTag("addr:housenumber");
        if (name != null) return name;
        return street == null ? "" : house == null ? street : street + " " + house;
    }

    static Optional<Place.Kind> kind(ReaderElement element) {
        String amenity = Objects.requireNonNullElse(element.getTag("amenity"), "");
        Place.Kind kind = switch (amenity) {
            case "restaurant", "cafe", "bar", "pub", "fast_food", "biergarten", "food_court" -> Place.Kind.TABLE;
            case "bus_station", "ferry_terminal" -> Place.Kind.STATION;
            case "cinema", "theatre", "casino", "nightclub", "arts_centre", "place_of_worship" -> Place.Kind.LEISURE;
            case "marketplace", "pharmacy" -> Place.Kind.SHOP;
            case "school", "hospital", "university", "college", "bank", "townhall", "clinic", "post_office" ->
                Place.Kind.WORK;
            default -> null;
        };
        return Optional.ofNullable(kind).or(() -> otherKind(element));
    }

    private static Optional<Place.Kind> otherKind(ReaderElement element) {
        String railway = element.getTag("railway");
        if ("station".equals(railway) || "halt".equals(railway) || element.hasTag("aeroway", "terminal", "heliport"))
            return Optional.of(Place.Kind.STATION);
        if (element.hasTag("shop")) return Optional.of(Place.Kind.SHOP);
        if (element.hasTag("office")) return Optional.of(Place.Kind.WORK);
        if (element.hasTag("tourism") || element.hasTag("leisure", "park", "stadium", "sports_centre", "marina"))
            return Optional.of(Place.Kind.LEISURE);
        boolean lived =
                element.hasTag("addr:housenumber") || element.hasTag("building", "apartments", "residential", "house");
        return lived ? Optional.of(Place.Kind.HOME) : Optional.empty();
    }

    private void pass(Path map, SkipOptions skip, Consumer<ReaderElement> each) throws IOException {
        try (OSMInputFile in = new OSMInputFile(map.toFile())
                .setWorkerThreads(1)
                .setSkipOptions(skip)
                .open()) {
            for (ReaderElement element = in.getNext(); element != null; element = in.getNext()) each.accept(element);
        } catch (XMLStreamException notXml) {
            throw new IOException(notXml.getMessage(), notXml);
        }
    }
}
