package hansom.geo.track;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.contract.geo.Point;
import hansom.contract.geo.TrackFile;
import hansom.geo.road.Polyline;
import hansom.geo.track.Recording.Spot;
import java.util.List;
import java.util.Locale;

/** Writes a track in the formats that other programs read: the line along roads, and beside it what the phone recorded. */
class TrackFiles {
    private final ObjectMapper json = new ObjectMapper();

    TrackFile write(Track track, TrackFile.Format format) {
        List<Point> line = Polyline.decode(track.polyline());
        return new TrackFile(
                format,
                switch (format) {
                    case GPX -> gpx(track, line);
                    case GEOJSON -> geoJson(track, line);
                });
    }

    private static String gpx(Track track, List<Point> line) {
        StringBuilder xml = new StringBuilder()
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<gpx version=\"1.1\" creator=\"Hansom\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n")
                .append("  <metadata><name>%s</name><copyright author=\"OpenStreetMap contributors\"/></metadata>\n"
                        .formatted(track.orderId()))
                .append("  <rte><name>roads</name>\n");
        for (Point point : line) xml.append("    <rtept %s/>\n".formatted(at(point)));
        xml.append("  </rte>\n  <trk><name>recorded</name><trkseg>\n");
        for (Spot spot : track.recorded())
            xml.append("    <trkpt %s><time>%s</time></trkpt>\n".formatted(at(spot.point()), spot.at()));
        return xml.append("  </trkseg></trk>\n</gpx>\n").toString();
    }

    private static String at(Point point) {
        return String.format(Locale.ROOT, "lat=\"%.6f\" lon=\"%.6f\"", point.lat(), point.lng());
    }

    private String geoJson(Track track, List<Point> line) {
        ObjectNode collection = json.createObjectNode().put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        ObjectNode roads = feature(features, "roads", line);
        roads.put("order_id", track.orderId().value())
                .put("basis", track.basis().name().toLowerCase(Locale.ROOT))
                .put("distance_metres", track.distance().metres())
                .put("filled_metres", track.filled().metres())
                .put("attribution", "© OpenStreetMap contributors");
        if (track.recorded().size() > 1) {
            ArrayNode times = feature(
                            features,
                            "recorded",
                            track.recorded().stream().map(Spot::point).toList())
                    .putArray("times");
            track.recorded().forEach(spot -> times.add(spot.at().toString()));
        }
        try {
            return json.writeValueAsString(collection);
        } catch (JsonProcessingException notWritten) {
            throw new IllegalStateException(notWritten);
        }
    }

    /** Adds a line and returns its properties. */
    private static ObjectNode feature(ArrayNode features, String name, List<Point> line) {
        ObjectNode feature = features.addObject().put("type", "Feature");
        ObjectNode properties = feature.putObject("properties").put("name", name);
        ArrayNode coordinates =
                feature.putObject("geometry").put("type", "LineString").putArray("coordinates");
        for (Point point : line) coordinates.addArray().add(point.lng()).add(point.lat());
        return properties;
    }
}
