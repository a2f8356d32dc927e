package hansom.geo.pickup;

import hansom.contract.geo.PickupPoints.Side;
import hansom.contract.geo.PickupPoints.Source;
import hansom.geo.pickup.Houses.Called;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Short names for the points of one answer, each another: "Main entrance, Rue Grimaldi 12", "Opposite side of Rue Grimaldi". */
final class Labels {
    private final boolean russian;
    private final Set<String> given = new HashSet<>();

    Labels(String language) {
        this.russian = language.equals("ru");
    }

    String of(Source source, @Nullable Door door, Offer offer, Called house) {
        String where = street(door, offer, house);
        String label = offer.side() == Side.OPPOSITE
                ? russian ? "Другая сторона: " + where : "Opposite side of " + where
                : switch (source) {
                    case ENTRANCE -> door == null ? where : entrance(door) + ", " + where;
                    case STOPS -> (russian ? "Где останавливаются водители, " : "Where drivers stop, ") + where;
                    case OUTLINE, KERB -> where;
                };
        if (given.add(label)) return label;
        String farther =
                "%s, %d %s".formatted(where, Math.round(offer.walk().metres()), russian ? "м пешком" : "m on foot");
        given.add(farther);
        return farther;
    }

    /** One of the named doors of a station or an airport. */
    String exit(String name, Offer offer) {
        String street = offer.kerb().street();
        String exit = name.length() > 3 ? name : (russian ? "Выход " : "Exit ") + name;
        return street.isEmpty() ? exit : exit + ", " + street;
    }

    private String entrance(Door door) {
        if (door.rank() == Door.Rank.MAIN && door.ref().isEmpty()) return russian ? "Главный вход" : "Main entrance";
        String entrance = russian ? "Вход" : "Entrance";
        return door.called().isEmpty() ? entrance : entrance + " " + door.called();
    }

    /** With the number of the house where it is a house of this street. */
    private String street(@Nullable Door door, Offer offer, Called house) {
        String street = offer.kerb().street();
        if (street.isEmpty()) return russian ? "проезд" : "driveway";
        if (door != null && !door.number().isEmpty() && isLike(street, door.street()))
            return street + " " + door.number();
        return !house.number().isEmpty() && isLike(street, house.street()) ? street + " " + house.number() : street;
    }

    static boolean isLike(String street, String other) {
        return street.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
