package hansom.geo.place;

import com.fasterxml.jackson.databind.ObjectMapper;
import hansom.contract.geo.Place.Kind;
import hansom.contract.geo.Point;
import hansom.engines.json.MessageMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/** An entry as Lucene keeps it. Houses and crossings have fields of their own, so that whoever asks for neither never meets them. */
final class PlaceDocument {
    static final String NAME = "name";
    static final String STREET = "street";
    static final String AREA = "area";
    static final String HOUSE = "house";
    static final String NUMBER = "number";
    static final String NUMBER_STREET = "number_street";
    static final String NUMBER_AREA = "number_area";
    static final String CORNER = "corner";
    /** On a house: the id of its street. */
    static final String OF = "of";

    /** Of the index as a whole. */
    static final String COUNTRY = "country";

    /** On a street: its own id. */
    static final String ID = "id";

    static final String AT = "at";
    static final String DIGEST = "digest";
    static final String ENTRY = "entry";
    /** The points that a reverse search looks among, by kind. */
    static final String HOUSE_AT = "house_at";

    static final String OUTLINE = "outline";

    static final String STREET_AT = "street_at";
    static final String VENUE_AT = "venue_at";

    private final ObjectMapper json = MessageMapper.create();

    /** {@code within} are names of larger areas around it, by which it is found but which are not shown; {@code of} its street's id. */
    Document document(Entry entry, List<String> within, String of) throws IOException {
        Document document = new Document();
        boolean house = entry.kind() == Kind.HOUSE;
        Set<String> numbers = entry.house() == null ? Set.of() : numbers(entry.house());
        String nameField = entry.kind() == Kind.CROSSING ? CORNER : NAME;
        texts(document, nameField, entry.names().values());
        texts(document, nameField, entry.also());
        texts(document, house ? NUMBER_STREET : STREET, entry.street().values());
        texts(document, house ? NUMBER_AREA : AREA, entry.area().values());
        texts(document, house ? NUMBER_AREA : AREA, within);
        numbers.forEach(number -> document.add(new StringField(house ? NUMBER : HOUSE, number, Store.NO)));
        if (house) document.add(new StringField(OF, of, Store.NO));
        if (entry.kind() == Kind.STREET) document.add(new StringField(ID, entry.id(), Store.NO));
        at(document, entry);
        document.add(new BinaryDocValuesField(DIGEST, new BytesRef(Digest.written(entry, numbers, within))));
        document.add(new StoredField(ENTRY, json.writeValueAsBytes(entry.withoutLine())));
        return document;
    }

    Entry entry(byte[] stored) throws IOException {
        return json.readValue(stored, Entry.class);
    }

    private static void at(Document document, Entry entry) {
        Point middle = entry.point();
        document.add(new LatLonPoint(AT, middle.lat(), middle.lng()));
        document.add(new LatLonDocValuesField(AT, middle.lat(), middle.lng()));
        Set<Point> all = new LinkedHashSet<>(entry.along());
        all.add(middle);
        switch (entry.kind()) {
            case HOUSE -> {
                points(document, HOUSE_AT, all);
                document.add(new BinaryDocValuesField(
                        OUTLINE,
                        new BytesRef(
                                new Outline(entry.along().isEmpty() ? List.of(middle) : entry.along()).written())));
            }
            case STREET -> {
                points(document, STREET_AT, all);
                entry.along().forEach(point -> document.add(new LatLonDocValuesField(AT, point.lat(), point.lng())));
            }
            case VENUE, STATION, AIRPORT -> points(document, VENUE_AT, Set.of(middle));
            case CROSSING, SETTLEMENT, POINT, SAVED -> {}
        }
    }

    private static void points(Document document, String field, Set<Point> points) {
        points.forEach(point -> document.add(new LatLonPoint(field, point.lat(), point.lng())));
    }

    private static void texts(Document document, String field, Collection<String> texts) {
        Set<String> folded = new LinkedHashSet<>();
        texts.forEach(text -> folded.add(Words.joined(text)));
        folded.forEach(text -> document.add(new TextField(field, text, Store.NO)));
    }

    /** The number itself, and each of those that it lists. */
    private static Set<String> numbers(String house) {
        Set<String> numbers = new LinkedHashSet<>();
        for (String part : house.split("[;,]", -1)) {
            List<String> words = Words.of(part);
            numbers.addAll(words);
            if (words.size() > 1) numbers.add(String.join("", words));
        }
        return numbers;
    }
}
