package hansom.geo.nominatim;

import com.google.gson.JsonParseException;
import fr.dudie.nominatim.client.JsonNominatimClient;
import fr.dudie.nominatim.client.request.NominatimReverseRequest;
import fr.dudie.nominatim.client.request.NominatimSearchRequest;
import fr.dudie.nominatim.model.Address;
import fr.dudie.nominatim.model.BoundingBox;
import fr.dudie.nominatim.model.Element;
import hansom.contract.geo.Point;
import hansom.geo.nominatim.NominatimAway.Why;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.jspecify.annotations.Nullable;

/**
 * Asks a Nominatim by fr.dudie's {@code nominatim-api}, its defects fenced: text goes in encoded, no connection serves twice, statuses are
 * seen before the library sees the answer, a failed answer is no place at 0,0, and no call lasts for ever (decision 36).
 */
final class DudieNominatim implements Nominatim, AutoCloseable {
    private static final int CONNECTIONS = 32;

    private final CloseableHttpClient http;
    private final JsonNominatimClient client;
    private final Duration longest;

    DudieNominatim(String url, String agent, String email) {
        this(url, agent, email, READ);
    }

    DudieNominatim(String url, String agent, String email, Duration read) {
        longest = CONNECT.plus(read);
        http = HttpClients.custom()
                .setUserAgent(agent)
                .setConnectionReuseStrategy(NoConnectionReuseStrategy.INSTANCE)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .addInterceptorFirst((org.apache.http.HttpResponse response, org.apache.http.protocol.HttpContext _) ->
                        check(response.getStatusLine().getStatusCode()))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout((int) CONNECT.toMillis())
                        .setConnectionRequestTimeout((int) CONNECT.toMillis())
                        .setSocketTimeout((int) read.toMillis())
                        .build())
                .build();
        client = new JsonNominatimClient(url, http, email);
    }

    private static void check(int status) throws IOException {
        if (status != 200) throw new Status(status);
    }

    /** A status other than 200, which the library would read past. */
    private static final class Status extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Status(int status) {
            this.status = status;
        }
    }

    @Override
    public List<Hit> search(String text, @Nullable Point near, String language, int limit) {
        NominatimSearchRequest request = new NominatimSearchRequest();
        request.setQuery(new EncodedQuery(text));
        request.setAddress(true);
        request.setLimit(limit);
        if (!language.isEmpty()) request.setAcceptLanguage(language);
        if (near != null) request.setViewBox(around(near));
        List<Address> found = ask(() -> client.search(request));
        return Stream.ofNullable(found)
                .flatMap(List::stream)
                .flatMap(one -> hit(one).stream())
                .toList();
    }

    @Override
    public Optional<Hit> reverse(Point point, String language) {
        NominatimReverseRequest request = new NominatimReverseRequest();
        request.setQuery(point.lng(), point.lat());
        request.setZoom(18);
        request.setAddressDetails(true);
        if (!language.isEmpty()) request.setAcceptLanguage(language);
        Address found = ask(() -> client.getAddress(request));
        return found == null ? Optional.empty() : hit(found);
    }

    private static BoundingBox around(Point near) {
        BoundingBox box = new BoundingBox();
        box.setWest(near.lng() - AROUND_DEGREES);
        box.setEast(near.lng() + AROUND_DEGREES);
        box.setNorth(near.lat() + AROUND_DEGREES);
        box.setSouth(near.lat() - AROUND_DEGREES);
        return box;
    }

    private <T> @Nullable T ask(Callable<@Nullable T> question) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(question);
            } catch (NominatimAway away) {
                if (!away.why().passing || attempt == ATTEMPTS) throw away;
            }
        }
    }

    /** On a thread of its own, for an answer that comes drop by drop never meets the socket's time-out. */
    private <T> @Nullable T once(Callable<@Nullable T> question) {
        FutureTask<@Nullable T> task = new FutureTask<>(question);
        Thread.ofVirtual().name("nominatim-api").start(task);
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new NominatimAway(Why.LATE, "no whole answer in " + longest, late);
        } catch (ExecutionException failed) {
            throw away(Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NominatimAway(Why.LATE, "interrupted", interrupted);
        } finally {
            task.cancel(true);
        }
    }

    private static NominatimAway away(Throwable cause) {
        if (cause instanceof Status status) return NominatimAway.status(status.status);
        if (cause instanceof JsonParseException && cause.getCause() instanceof InterruptedIOException late)
            return away(late);
        Why why = switch (cause) {
            case ConnectException _, ConnectTimeoutException _ -> Why.UNREACHABLE;
            case InterruptedIOException _ -> Why.LATE;
            case JsonParseException _, NumberFormatException _, IllegalStateException _ -> Why.GARBLED;
            default -> Why.BROKEN;
        };
        return new NominatimAway(why, cause.toString(), cause);
    }

    /** Nothing for a failed answer, which the library shows as a nameless place at 0,0, and for what is no object of OpenStreetMap. */
    private static Optional<Hit> hit(Address one) {
        String id = Hit.id(one.getOsmType(), one.getOsmId());
        double lat = one.getLatitude();
        double lng = one.getLongitude();
        if (one.getDisplayName() == null || id == null || !Hit.possible(lat, lng)) return Optional.empty();
        Map<String, String> address = map(one.getAddressElements());
        Point point = new Point(lat, lng);
        BoundingBox box = one.getBoundingBox();
        return Optional.of(new Hit(
                id,
                Objects.requireNonNullElse(one.getElementClass(), ""),
                Objects.requireNonNullElse(one.getElementType(), ""),
                name(one, address),
                point,
                box == null
                        ? new Extent(lat, lat, lng, lng)
                        : Extent.of(point, box.getSouth(), box.getNorth(), box.getWest(), box.getEast()),
                address));
    }

    /** The library does not know the field: it is the part of the address with which the whole line begins. */
    private static String name(Address one, Map<String, String> address) {
        String line = one.getDisplayName() + ",";
        boolean street = "highway".equals(one.getElementClass());
        return address.entrySet().stream()
                .filter(part -> !part.getKey().equals("house_number"))
                .filter(part -> street || !part.getKey().equals("road"))
                .map(Map.Entry::getValue)
                .filter(value -> line.startsWith(value + ","))
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> map(Element @Nullable [] elements) {
        Map<String, String> map = new HashMap<>();
        if (elements != null)
            for (Element element : elements)
                if (element.getKey() != null && element.getValue() != null)
                    map.put(element.getKey(), element.getValue());
        return map;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
