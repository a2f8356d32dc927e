package hansom.city.rider;

/** How an order ended for its rider. */
record Ending(Kind kind, String why) {
    static final Ending SERVED = new Ending(Kind.SERVED, "");
    static final Ending NO_CAR = gaveUp("no_car");

    /** Whether he got there, meant not to, or could not. */
    enum Kind {
        SERVED,
        CANCELED,
        GAVE_UP
    }

    static Ending gaveUp(String why) {
        return new Ending(Kind.GAVE_UP, why);
    }

    static Ending canceled(String why) {
        return new Ending(Kind.CANCELED, why);
    }
}
