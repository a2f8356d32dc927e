package hansom.city.street;

import hansom.city.chance.Chance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The places of the city by what people do there; only those at which a car can stop. */
public final class PlaceBook {
    private static final int ENOUGH = 4_000;
    private static final int MADE_UP = 600;

    private final Map<Place.Kind, List<Place>> byKind = new EnumMap<>(Place.Kind.class);
    private final List<Place> all = new ArrayList<>();

    private PlaceBook() {}

    /** A map that names no places still has roads: people then stand somewhere at one. */
    public static PlaceBook read(MapFile map, Streets streets, Chance chance) throws IOException {
        PlaceBook book = new PlaceBook();
        List<Place> named = PlaceReader.read(map.path());
        int step = Math.max(1, named.size() / ENOUGH);
        for (int i = 0; i < named.size(); i += step) {
            Place place = named.get(i);
            if (streets.kerb(place.spot()).isPresent()) book.add(place);
        }
        for (int i = book.all.size(); i < MADE_UP; i++)
            book.add(new Place("", streets.somewhere(chance.of("place", i)), Place.Kind.HOME));
        return book;
    }

    static PlaceBook of(List<Place> places) {
        PlaceBook book = new PlaceBook();
        places.forEach(book::add);
        return book;
    }

    private void add(Place place) {
        all.add(place);
        byKind.computeIfAbsent(place.kind(), _ -> new ArrayList<>()).add(place);
    }

    public int size() {
        return all.size();
    }

    /** One of the kind; any place where there is none of it. */
    public Place pick(Place.Kind kind, Chance chance) {
        return chance.pick("place", byKind.getOrDefault(kind, all));
    }
}
