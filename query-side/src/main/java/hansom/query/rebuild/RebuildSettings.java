package hansom.query.rebuild;

import hansom.engines.data.DataFolder;
import java.io.File;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many threads fill, how many events they take at once, and how much room on the disk they leave. */
@Component
final class RebuildSettings {
    private final int threads;
    private final int chunk;
    private final DiskRoom room;

    RebuildSettings(
            DataFolder data,
            @Value("${hansom.rebuild.threads:2}") int threads,
            @Value("${hansom.rebuild.chunk:2000}") int chunk,
            @Value("${hansom.rebuild.reserve-mb:500}") long reserveMegabytes) {
        File folder = data.root().toFile();
        this.threads = threads;
        this.chunk = chunk;
        this.room = new DiskRoom(folder::getUsableSpace, reserveMegabytes << 20);
    }

    int threads() {
        return threads;
    }

    int chunk() {
        return chunk;
    }

    DiskRoom room() {
        return room;
    }
}
