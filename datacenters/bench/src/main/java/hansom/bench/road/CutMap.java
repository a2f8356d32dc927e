package hansom.bench.road;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.SkipOptions;
import hansom.geo.map.Elements;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an extract again, as OpenStreetMap XML, without some of its ways. */
final class CutMap {
    private final Set<Long> cut;
    private final XMLStreamWriter xml;

    private CutMap(Set<Long> cut, XMLStreamWriter xml) {
        this.cut = cut;
        this.xml = xml;
    }

    static void write(Path extract, Set<Long> cut, Path to) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("osm");
            xml.writeAttribute("version", "0.6");
            CutMap map = new CutMap(cut, xml);
            Elements.read(extract, new SkipOptions(false, false, false), map::copy);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException unwritten) {
            throw new IOException(unwritten);
        }
    }

    private void copy(ReaderElement element) {
        try {
            switch (element) {
                case ReaderNode node -> copy(node);
                case ReaderWay way -> {
                    if (!cut.contains(way.getId())) copy(way);
                }
                case ReaderRelation relation -> copy(relation);
                default -> {}
            }
        } catch (XMLStreamException unwritten) {
            throw new IllegalStateException(unwritten);
        }
    }

    private void copy(ReaderNode node) throws XMLStreamException {
        begin("node", node);
        xml.writeAttribute("lat", String.format(Locale.ROOT, "%.7f", node.getLat()));
        xml.writeAttribute("lon", String.format(Locale.ROOT, "%.7f", node.getLon()));
        end(node);
    }

    private void copy(ReaderWay way) throws XMLStreamException {
        begin("way", way);
        for (var node : way.getNodes()) {
            xml.writeEmptyElement("nd");
            xml.writeAttribute("ref", String.valueOf(node.value));
        }
        end(way);
    }

    private void copy(ReaderRelation relation) throws XMLStreamException {
        begin("relation", relation);
        for (ReaderRelation.Member member : relation.getMembers()) {
            xml.writeEmptyElement("member");
            xml.writeAttribute("type", member.getType().name().toLowerCase(Locale.ROOT));
            xml.writeAttribute("ref", String.valueOf(member.getRef()));
            xml.writeAttribute("role", member.getRole());
        }
        end(relation);
    }

    private void begin(String name, ReaderElement element) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("id", String.valueOf(element.getId()));
    }

    private void end(ReaderElement element) throws XMLStreamException {
        for (var tag : Elements.tags(element).entrySet()) {
            xml.writeEmptyElement("tag");
            xml.writeAttribute("k", tag.getKey());
            xml.writeAttribute("v", tag.getValue());
        }
        xml.writeEndElement();
    }
}
