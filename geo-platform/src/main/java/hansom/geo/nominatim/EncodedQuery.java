package hansom.geo.nominatim;

import fr.dudie.nominatim.client.request.SimpleSearchQuery;
import fr.dudie.nominatim.client.request.paramhelper.QueryParameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A text that goes into the address as one value, whatever is in it: the library's own query lets {@code &} and {@code +} through. */
final class EncodedQuery extends SimpleSearchQuery {
    /** Read by the library, from the fields of the class itself. */
    @QueryParameter(value = "q=%s", encode = false)
    private final String encoded;

    EncodedQuery(String text) {
        super(text);
        encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
