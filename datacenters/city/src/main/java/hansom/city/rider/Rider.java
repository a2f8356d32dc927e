package hansom.city.rider;

import hansom.city.chance.Chance;

/** Who a rider is: his name and his habits. */
record Rider(
        int number,
        Chance chance,
        String name,
        Pays pays,
        String productClass,
        double patienceSeconds,
        double restSeconds) {
    private static final java.util.List<String> NAMES = java.util.List.of(
            "Anna", "Boris", "Clara", "Dmitri", "Elena", "Felix", "Galina", "Hugo", "Irina", "Jonas", "Katya", "Leo",
            "Maria", "Nikolai", "Olga", "Pavel", "Rosa", "Sergei", "Tanya", "Viktor");

    /** How he usually pays. */
    enum Pays {
        CARD,
        CASH,
        WALLET
    }

    static Rider of(Chance seed, int number, double restSeconds) {
        Chance chance = seed.of("rider", number);
        double purse = chance.unit("pays");
        double wants = chance.unit("class");
        return new Rider(
                number,
                chance,
                chance.pick("name", NAMES) + " " + (number + 1),
                purse < 0.55 ? Pays.CARD : purse < 0.9 ? Pays.CASH : Pays.WALLET,
                wants < 0.72 ? "economy" : wants < 0.97 ? "comfort" : "business",
                chance.between("patience", 240, 600),
                restSeconds * chance.between("rest", 0.6, 1.4));
    }

    /** The provider's token of his card: most hold, some answer late, ask back or are declined. */
    String cardToken() {
        double luck = chance.unit("card");
        if (luck < 0.86) return chance.happens("brand", 0.5) ? "tok_visa" : "tok_mastercard";
        if (luck < 0.92) return "tok_timeout";
        return luck < 0.96 ? "tok_3ds" : "tok_declined";
    }
}
