package hansom.geo.map;

import java.io.IOException;
import java.nio.file.Path;

/** Something that is built from the extract once, kept on disk, and opened at every start: roads, places. */
public interface Layer {
    /** Its folder's name; a new shape on disk takes a new name, and is then built anew. */
    String name();

    /** Builds it into an empty folder from the extract; whatever is thrown means that the extract cannot be read. */
    void build(Path extract, Path folder) throws IOException;
}
