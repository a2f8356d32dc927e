package hansom.geo.map;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.osm.OSMInputFile;
import com.graphhopper.reader.osm.SkipOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/** The elements of an extract, read from its first to its last by one thread. */
public final class Elements {
    private Elements() {}

    /** Calls for each element of the wanted kinds. */
    public static void read(Path extract, SkipOptions skip, Consumer<ReaderElement> each) throws IOException {
        try (OSMInputFile in = new OSMInputFile(extract.toFile())
                .setWorkerThreads(1)
                .setSkipOptions(skip)
                .open()) {
            for (ReaderElement element = in.getNext(); element != null; element = in.getNext()) each.accept(element);
        } catch (XMLStreamException notXml) {
            throw new IOException(notXml.getMessage(), notXml);
        }
    }

    /** The words of an element. */
    public static Map<String, String> tags(ReaderElement element) {
        Map<String, String> tags = new HashMap<>();
        element.getTags().forEach((key, value) -> {
            if (value instanceof String text) tags.put(key, text);
        });
        return tags;
    }
}
