package hansom.edge.signin;

/** What a token may be used for: one word for each door of the API. */
final class Scopes {
    static final String RIDER = "rider";
    static final String DRIVER = "driver";
    static final String OFFICE = "office";
    static final String DEVELOPER = "developer";

    private Scopes() {}

    static String of(Role role) {
        return switch (role) {
            case RIDER -> RIDER;
            case DRIVER -> DRIVER;
            case SUPPORT, OPERATOR, FINANCE, AUDITOR -> OFFICE;
            case DEVELOPER -> DEVELOPER;
        };
    }
}
