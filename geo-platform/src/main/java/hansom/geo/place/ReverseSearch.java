package hansom.geo.place;

import hansom.contract.geo.Distance;
import hansom.contract.geo.Place;
import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Place.Precision;
import hansom.contract.geo.Point;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;

/**
 * Finds what is at a point. A house counts within the reach of the point's error, a street somewhat further; the point itself always. Who is
 * known to within a block only is told the street first: any house would be a guess.
 */
final class ReverseSearch {
    private static final double HOUSE_METRES = 30;
    private static final double MOST_HOUSE_METRES = 100;
    private static final double A_BLOCK_METRES = 60;
    private static final double STREET_METRES = 150;
    private static final int HOUSES = 80;
    private static final int NEIGHBOURS = 20;
    private static final int VENUES = 3;

    private final Finds finds;
    private final PlaceText text;

    ReverseSearch(Finds finds, PlaceText text) {
        this.finds = finds;
        this.text = text;
    }

    List<Place> at(Point point, double accuracyMetres, String language) throws IOException {
        double reach = Math.clamp(accuracyMetres, HOUSE_METRES, MOST_HOUSE_METRES);
        List<Place> places = new ArrayList<>();
        List<Finds.House> houses = finds.housesAround(point, HOUSES);
        if (!houses.isEmpty() && houses.getFirst().metres() <= reach)
            places.add(away(houses.getFirst().document(), houses.getFirst().metres(), language));
        List<Place> street = nearest(PlaceDocument.STREET_AT, point, Math.max(STREET_METRES, reach), language, 1);
        places.addAll(accuracyMetres > A_BLOCK_METRES ? 0 : places.size(), street);
        places.addAll(nearest(PlaceDocument.VENUE_AT, point, reach, language, VENUES));
        if (places.isEmpty()) places.add(itself(point));
        return places;
    }

    /** The point itself, called as it was typed, then what is there. */
    List<Place> typed(Point point, String language, int limit) throws IOException {
        List<Place> places = new ArrayList<>(List.of(itself(point)));
        for (Place place : at(point, HOUSE_METRES, language)) if (place.kind() != Kind.POINT) places.add(place);
        return List.copyOf(places.subList(0, Math.clamp(limit, 1, places.size())));
    }

    private List<Place> nearest(String field, Point point, double reach, String language, int most) throws IOException {
        List<Place> places = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (ScoreDoc near : finds.nearest(field, point, NEIGHBOURS).scoreDocs) {
            double metres = near instanceof FieldDoc found && found.fields[0] instanceof Double away ? away : 0;
            if (metres > reach || places.size() == most) break;
            if (!seen.add(near.doc)) continue;
            places.add(away(near.doc, metres, language));
        }
        return places;
    }

    private Place away(int document, double metres, String language) throws IOException {
        Place place = text.place(finds.entry(document), language, null);
        return new Place(
                place.id(),
                place.kind(),
                place.name(),
                place.address(),
                place.point(),
                place.precision(),
                Distance.ofMetres(Math.round(metres)));
    }

    private static Place itself(Point point) {
        String name = String.format(Locale.ROOT, "%.5f, %.5f", point.lat(), point.lng());
        return new Place("p" + name.replace(", ", "_"), Kind.POINT, name, "", point, Precision.POINT, Distance.NONE);
    }
}
