package hansom.geo.pickup;

import hansom.contract.geo.GeoQuery.FindPickupPoints;
import hansom.contract.geo.PickupPoints.Source;
import hansom.geo.pickup.Houses.Called;
import hansom.geo.pickup.Houses.Near;
import hansom.geo.pickup.Houses.Station;
import hansom.geo.pickup.Origin.Start;
import hansom.geo.pickup.Plane.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses where a walk to the car begins: the best entrances of the house that is meant, else its outline, else the point. */
final class Origins {
    private static final Spot HERE = new Spot(0, 0);
    private static final double HOUSE_METRES = 30;
    private static final double PLACE_METRES = 600;
    private static final double STATION_METRES = 40;
    private static final double EXIT_METRES = 200;
    private static final double WALL_SPACING = 8;
    private static final int MOST_DOORS = 8;
    /** Who is near one door or wall of several hardly means another. */
    private static final double OTHER_SECONDS_A_METRE = 0.25;

    private final Houses houses;

    Origins(Houses houses) {
        this.houses = houses;
    }

    /** A station or an airport, and its named doors. */
    record Zone(String name, Map<String, Origin> doors) {
        Zone {
            doors = new LinkedHashMap<>(doors);
        }
    }

    /** The zone that is asked for, or stood in; empty where doors have no names to tell them apart by. */
    Optional<Zone> zone(Plane plane, FindPickupPoints asked) {
        String language = asked.language();
        @Nullable String place = asked.place();
        double reach = place == null ? STATION_METRES : PLACE_METRES;
        @Nullable Station station = houses.station(plane, reach, place, language);
        if (station != null) {
            Plane around = Plane.at(station.point());
            return zone(plane, station.called(), houses.doorsNear(around, HERE, EXIT_METRES));
        }
        return houses.near(plane, HERE, place == null ? 0 : PLACE_METRES, language).stream()
                .filter(Near::zone)
                .filter(near -> place == null || near.called().id().equals(place))
                .min(Comparator.comparingDouble(Near::metres))
                .flatMap(near -> zone(plane, near.called(), doors(plane, near.house())));
    }

    private List<Door> doors(Plane plane, int house) {
        List<Door> doors = new ArrayList<>(houses.doorsOf(house));
        houses.doorsNear(plane, HERE, EXIT_METRES).stream().filter(Door::exit).forEach(doors::add);
        return doors;
    }

    private Optional<Zone> zone(Plane plane, Called called, List<Door> doors) {
        Map<String, List<Start>> byName = new LinkedHashMap<>();
        doors.stream()
                .filter(door ->
                        !door.called().isEmpty() && (door.exit() || !door.ref().isEmpty()))
                .sorted(Comparator.comparingDouble(
                        door -> plane.spot(door.point()).to(HERE)))
                .forEach(door -> byName.computeIfAbsent(door.called(), _ -> new ArrayList<>())
                        .add(new Start(plane.spot(door.point()), door, 0)));
        if (byName.size() < 2) return Optional.empty();
        Map<String, Origin> origins = new LinkedHashMap<>();
        byName.forEach((name, starts) -> origins.put(name, new Origin(Source.ENTRANCE, starts, called)));
        return Optional.of(new Zone(called.name(), origins));
    }

    /** The entrances, or the outline, or the point. */
    Origin of(Plane plane, FindPickupPoints asked) {
        Optional<Near> house = house(plane, asked);
        if (house.isEmpty()) return new Origin(Source.KERB, List.of(new Start(HERE, null, 0)), Origin.NOTHING);
        Called called = house.get().called();
        List<Door> doors = best(houses.doorsOf(house.get().house()));
        if (!doors.isEmpty()) return new Origin(Source.ENTRANCE, starts(plane, doors), called);
        List<Start> wall = preferringNear(houses.wall(plane, house.get().house(), WALL_SPACING).stream()
                .map(spot -> new Start(spot, null, 0))
                .toList());
        return new Origin(Source.OUTLINE, wall, called);
    }

    /** The house with the id, else the one that the point is in or nearest to; of several, the one that has doors. */
    private Optional<Near> house(Plane plane, FindPickupPoints asked) {
        List<Near> near = houses.near(plane, HERE, HOUSE_METRES, asked.language());
        Comparator<Near> best = Comparator.<Near, Boolean>comparing(
                        house -> !house.called().id().equals(asked.place()))
                .thenComparingDouble(Near::metres)
                .thenComparing(house -> best(houses.doorsOf(house.house())).isEmpty());
        return near.stream().min(best);
    }

    private static List<Door> best(List<Door> doors) {
        return doors.stream()
                .min(Comparator.comparing(Door::rank))
                .map(first -> doors.stream()
                        .filter(door -> door.rank() == first.rank())
                        .toList())
                .orElse(List.of());
    }

    private static List<Start> starts(Plane plane, List<Door> doors) {
        List<Start> starts = doors.stream()
                .map(door -> new Start(plane.spot(door.point()), door, 0))
                .toList();
        return preferringNear(starts).stream()
                .sorted(Comparator.comparingDouble(Start::seconds))
                .limit(MOST_DOORS)
                .toList();
    }

    private static List<Start> preferringNear(List<Start> starts) {
        double least = starts.stream()
                .mapToDouble(start -> start.spot().to(HERE))
                .min()
                .orElse(0);
        return starts.stream()
                .map(start ->
                        new Start(start.spot(), start.door(), (start.spot().to(HERE) - least) * OTHER_SECONDS_A_METRE))
                .toList();
    }
}
