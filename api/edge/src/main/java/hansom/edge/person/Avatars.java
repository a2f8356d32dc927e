package hansom.edge.person;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Component;

/** Pictures of people: cut square from the middle, 200×200, WebP, sealed. */
@Component
public final class Avatars {
    private static final int SIDE = 200;
    private static final long MOST_PIXELS = 40_000_000;
    private static final String KIND = "avatars";

    private final PersonalFiles files;

    Avatars(PersonalFiles files) {
        this.files = files;
    }

    /** The kept picture's file; refused invalid_request when it is no picture, or far too large a one. */
    public String keep(Object person, byte[] picture) {
        try {
            return files.put(KIND, person, webp(square(read(picture))));
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refused refused) throw refused;
            throw new Refused(RefusalCode.INVALID_REQUEST, "the picture cannot be read");
        }
    }

    private static BufferedImage read(byte[] picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new Refused(RefusalCode.INVALID_REQUEST, "not a PNG, JPEG, GIF or WebP");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS)
                    throw new Refused(RefusalCode.INVALID_REQUEST, "at most 40 megapixels");
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage square(BufferedImage picture) {
        int side = Math.min(picture.getWidth(), picture.getHeight());
        int left = (picture.getWidth() - side) / 2;
        int top = (picture.getHeight() - side) / 2;
        BufferedImage small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = small.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        brush.drawImage(picture, 0, 0, SIDE, SIDE, left, top, left + side, top + side, null);
        brush.dispose();
        return small;
    }

    private static byte[] webp(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "webp", out)) throw new IllegalStateException("nothing here writes WebP");
        return out.toByteArray();
    }
}
