package hansom.geo.place;

import hansom.contract.geo.Place.Kind;
import hansom.geo.map.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.FSDirectory;

/** Builds the index of places: houses, streets, their crossings, venues, stations and settlements, by all their names. */
final class PlaceLayer implements Layer {
    private static final List<Kind> BEST_KNOWN_FIRST =
            List.of(Kind.SETTLEMENT, Kind.AIRPORT, Kind.STATION, Kind.STREET, Kind.VENUE, Kind.CROSSING);

    private final PlaceDocument documents = new PlaceDocument();

    @Override
    public String name() {
        return "places-4";
    }

    @Override
    public void build(Path extract, Path folder) throws IOException {
        Streets streets = new Streets();
        Settlements settlements = new Settlements();
        List<Feature> others = new ArrayList<>();
        ExtractReader reader = new ExtractReader(extract, PlaceFeatures::wanted);
        Map<String, Integer> countries = new HashMap<>();
        reader.read(feature -> {
            if (feature.has("addr:city")) settlements.addAddress(feature.middle(), feature.tag("addr:city"));
            if (feature.tag("addr:country").matches("[A-Z]{2}"))
                countries.merge(feature.tag("addr:country"), 1, Integer::sum);
            if (PlaceFeatures.isSettlement(feature.tags())) settlements.add(feature);
            if (PlaceFeatures.isStreet(feature.tags()) && feature.points().size() > 1) streets.add(feature);
            else others.add(feature);
        });
        reader.boundaries().forEach(settlements::add);
        Addresses addresses = new Addresses(streets.entries(settlements));
        List<Entry> named = new ArrayList<>();
        // What is written first comes first among equals, so the order of the documents is kept when segments are
        // merged.
        IndexWriterConfig config =
                new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(new LogDocMergePolicy());
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter index = new IndexWriter(directory, config)) {
            for (Feature feature : others) {
                Map<String, String> area = settlements.around(feature.middle(), feature.tag("addr:city"));
                Kind kind = PlaceFeatures.venue(feature.tags());
                Map<String, String> street = streets.names(PlaceFeatures.street(feature.tags()));
                if (kind != null)
                    named.add(PlaceFeatures.named(feature, kind, street).in(area));
                if (street.isEmpty() || !feature.has("addr:housenumber")) continue;
                addresses.add(PlaceFeatures.house(feature, street).in(area));
            }
            named.addAll(addresses.streets());
            for (Entry crossing : streets.crossings()) named.add(crossing.in(settlements.around(crossing.point(), "")));
            named.sort(Comparator.comparingInt((Entry entry) -> BEST_KNOWN_FIRST.indexOf(entry.kind()))
                    .thenComparing(entry -> -entry.names().size())
                    .thenComparing(entry -> -entry.along().size()));
            for (Entry entry : named) index.addDocument(documents.document(entry, settlements.names(entry), ""));
            addresses.houses(
                    (house, street) -> index.addDocument(documents.document(house, settlements.names(house), street)));
            String country = countries.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
            index.setLiveCommitData(Map.of(PlaceDocument.COUNTRY, country).entrySet());
            index.forceMerge(1);
            index.commit();
        }
    }
}
