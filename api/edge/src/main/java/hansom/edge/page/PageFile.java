package hansom.edge.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.MediaType;

/** A file as browsers get it: plain and compressed, with an ETag made of its bytes. */
final class PageFile {
    final MediaType type;
    final String etag;
    private final byte[] plain;
    private final byte[] gzipped;

    private PageFile(MediaType type, String etag, byte[] plain, byte[] gzipped) {
        this.type = type;
        this.etag = etag;
        this.plain = plain;
        this.gzipped = gzipped;
    }

    byte[] content(boolean compressed) {
        return compressed ? gzipped : plain;
    }

    static PageFile of(MediaType type, byte[] content) {
        try (ByteArrayOutputStream compressed = new ByteArrayOutputStream()) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
                gzip.write(content);
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            String etag = "W/\"%s\""
                    .formatted(Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(hash)
                            .substring(0, 16));
            return new PageFile(type, etag, content, compressed.toByteArray());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
