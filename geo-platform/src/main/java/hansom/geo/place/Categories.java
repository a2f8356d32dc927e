package hansom.geo.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people call a kind of place, whatever its own name: a station is found by "gare", a pharmacy by "аптека". */
final class Categories {
    private static final List<String> KEYS = List.of(
            "amenity",
            "shop",
            "tourism",
            "leisure",
            "railway",
            "public_transport",
            "aeroway",
            "healthcare",
            "historic");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("station", "station вокзал станция gare bahnhof"),
            Map.entry("halt", "station вокзал станция gare bahnhof"),
            Map.entry("bus_station", "bus автовокзал gare routière busbahnhof"),
            Map.entry("ferry_terminal", "ferry паром причал embarcadère"),
            Map.entry("aerodrome", "airport аэропорт aéroport flughafen"),
            Map.entry("terminal", "terminal терминал airport аэропорт"),
            Map.entry("heliport", "heliport вертодром héliport"),
            Map.entry("hotel", "hotel отель гостиница hôtel"),
            Map.entry("hostel", "hostel хостел"),
            Map.entry("museum", "museum музей musée"),
            Map.entry("gallery", "gallery галерея galerie"),
            Map.entry("attraction", "достопримечательность"),
            Map.entry("pharmacy", "pharmacy аптека pharmacie apotheke"),
            Map.entry("hospital", "hospital больница hôpital krankenhaus"),
            Map.entry("clinic", "clinic клиника поликлиника clinique"),
            Map.entry("doctors", "doctor врач médecin"),
            Map.entry("dentist", "dentist стоматология dentiste"),
            Map.entry("restaurant", "restaurant ресторан"),
            Map.entry("cafe", "cafe кафе café"),
            Map.entry("bar", "bar бар"),
            Map.entry("pub", "pub паб"),
            Map.entry("nightclub", "club клуб"),
            Map.entry("casino", "casino казино"),
            Map.entry("bank", "bank банк banque"),
            Map.entry("post_office", "post почта poste"),
            Map.entry("police", "police полиция"),
            Map.entry("school", "school школа école schule"),
            Map.entry("kindergarten", "kindergarten детский сад école maternelle"),
            Map.entry("university", "university университет université"),
            Map.entry("library", "library библиотека bibliothèque"),
            Map.entry("theatre", "theatre театр théâtre"),
            Map.entry("cinema", "cinema кинотеатр cinéma kino"),
            Map.entry("place_of_worship", "church храм церковь église kirche"),
            Map.entry("townhall", "town hall мэрия mairie rathaus"),
            Map.entry("embassy", "embassy посольство ambassade"),
            Map.entry("consulate", "consulate консульство consulat"),
            Map.entry("parking", "parking парковка стоянка"),
            Map.entry("fuel", "petrol заправка азс station-service tankstelle"),
            Map.entry("supermarket", "supermarket супермаркет supermarché"),
            Map.entry("mall", "mall торговый центр centre commercial"),
            Map.entry("bakery", "bakery пекарня boulangerie"),
            Map.entry("park", "park парк parc"),
            Map.entry("garden", "garden сад jardin"),
            Map.entry("stadium", "stadium стадион stade"),
            Map.entry("beach_resort", "beach пляж plage"),
            Map.entry("marina", "marina порт port"),
            Map.entry("castle", "castle замок château"),
            Map.entry("monument", "monument памятник"));

    private Categories() {}

    static List<String> words(Map<String, String> tags) {
        List<String> words = new ArrayList<>();
        for (String key : KEYS) {
            String called = WORDS.get(tags.getOrDefault(key, ""));
            if (called != null) words.addAll(List.of(called.split(" ", -1)));
        }
        return words;
    }
}
