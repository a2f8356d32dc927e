package hansom.engines.postgres;

import hansom.engines.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;

/** Where a database is and who asks for it. */
public record PostgresAddress(String url, String user, String password) {

    /** Reads {@code postgres://user:password@host:port/database}, or a JDBC address with user and password among its parameters. */
    public static PostgresAddress of(String address) {
        if (address.startsWith("jdbc:postgresql:")) return new PostgresAddress(address, "", "");
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            if (!scheme.startsWith("postgres") || uri.getHost() == null) throw notAnAddress(null);
            String[] who = uri.getUserInfo() == null
                    ? new String[0]
                    : uri.getUserInfo().split(":", 2);
            String query = uri.getQuery() == null ? "" : "&" + uri.getQuery();
            return new PostgresAddress(
                    "jdbc:postgresql://%s:%d%s?connectTimeout=5&socketTimeout=60%s"
                            .formatted(uri.getHost(), uri.getPort() < 0 ? 5432 : uri.getPort(), uri.getPath(), query),
                    who.length > 0 ? who[0] : "",
                    who.length > 1 ? who[1] : "");
        } catch (URISyntaxException malformed) {
            throw notAnAddress(malformed);
        }
    }

    private static StartRefused notAnAddress(@org.jspecify.annotations.Nullable Throwable cause) {
        String line = "--postgres takes an address like postgres://user:password@host:5432/database";
        return cause == null ? new StartRefused(line) : new StartRefused(line, cause);
    }
}
