package hansom.geo.place;

import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.contract.geo.Place.Kind;
import hansom.engines.json.MessageMapper;
import hansom.geo.map.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** Builds the index of places: houses, streets, their crossings, venues, stations and settlements, by all their names. */
final class PlaceLayer implements Layer {
    static final String NAME = "name";
    static final String STREET = "street";
    static final String AREA = "area";
    static final String HOUSE = "house";
    static final String KIND = "kind";
    static final String AT = "at";
    static final String ENTRY = "entry";
    /** The points that a reverse search looks among, by kind. */
    static final String HOUSE_AT = "house_at";

    static final String STREET_AT = "street_at";
    static final String VENUE_AT = "venue_at";

    private final ObjectMapper json = MessageMapper.create();

    @Override
    public String name() {
        return "places-1";
    }

    @Override
    public void build(Path extract, Path folder) throws IOException {
        Streets streets = new Streets();
        Settlements settlements = new Settlements();
        List<Feature> others = new ArrayList<>();
        new ExtractReader(extract, PlaceFeatures::wanted).read(feature -> {
            if (PlaceFeatures.isSettlement(feature.tags())) settlements.add(feature);
            if (PlaceFeatures.isStreet(feature.tags()) && feature.points().size() > 1) streets.add(feature);
            else others.add(feature);
        });
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter index = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            Set<String> houses = new HashSet<>();
            for (Feature feature : others)
                for (Entry entry : entries(feature, streets, houses))
                    write(index, entry.in(settlements.around(entry.point(), feature.tag("addr:city"))));
            for (Entry street : streets.entries(settlements)) write(index, street);
            for (Entry crossing : streets.crossings())
                write(index, crossing.in(settlements.around(crossing.point(), "")));
            index.forceMerge(1);
            index.commit();
        }
    }

    /** A venue, a house, or both; a house that several elements carry is written once. */
    private static List<Entry> entries(Feature feature, Streets streets, Set<String> houses) {
        List<Entry> entries = new ArrayList<>();
        String street = feature.tag(feature.has("addr:street") ? "addr:street" : "addr:place");
        Map<String, String> names = street.isEmpty() ? Map.of() : streets.names(street);
        Kind kind = PlaceFeatures.venue(feature.tags());
        if (kind != null) entries.add(PlaceFeatures.named(feature, kind, names));
        if (street.isEmpty() || !feature.has("addr:housenumber")) return entries;
        Entry house = PlaceFeatures.house(feature, names);
        String near = "%.3f %.3f".formatted(house.point().lat(), house.point().lng());
        if (houses.add(street + '\n' + house.house() + '\n' + near)) entries.add(house);
        return entries;
    }

    private void write(IndexWriter index, Entry entry) throws IOException {
        Document document = new Document();
        document.add(new StringField(KIND, entry.kind().name(), Store.NO));
        entry.names().values().forEach(name -> text(document, NAME, name));
        entry.also().forEach(name -> text(document, NAME, name));
        entry.street().values().forEach(name -> text(document, STREET, name));
        entry.area().values().forEach(name -> text(document, AREA, name));
        String house = entry.house();
        if (house != null)
            for (String number : houseNumbers(house)) document.add(new StringField(HOUSE, number, Store.NO));
        document.add(new LatLonPoint(AT, entry.point().lat(), entry.point().lng()));
        document.add(
                new LatLonDocValuesField(AT, entry.point().lat(), entry.point().lng()));
        switch (entry.kind()) {
            case HOUSE ->
                document.add(new LatLonPoint(
                        HOUSE_AT, entry.point().lat(), entry.point().lng()));
            case STREET ->
                entry.along().forEach(point -> document.add(new LatLonPoint(STREET_AT, point.lat(), point.lng())));
            case VENUE, STATION, AIRPORT ->
                document.add(new LatLonPoint(
                        VENUE_AT, entry.point().lat(), entry.point().lng()));
            case CROSSING, SETTLEMENT, POINT -> {}
        }
        document.add(new StoredField(ENTRY, json.writeValueAsBytes(entry.withoutLine())));
        index.addDocument(document);
    }

    private static void text(Document document, String field, String text) {
        document.add(new TextField(field, Words.joined(text), Store.NO));
    }

    /** The number itself, and each of those that it lists. */
    private static Set<String> houseNumbers(String house) {
        Set<String> numbers = new HashSet<>();
        for (String part : house.split("[;,]", -1)) {
            List<String> words = Words.of(part);
            numbers.addAll(words);
            if (words.size() > 1) numbers.add(String.join("", words));
        }
        return numbers;
    }
}
