package hansom.command.gateway;

import java.util.Map;

/**
 * How a card behaves at the played provider, told by its token. Tokens that begin with {@code tok_} and are not named here are good cards;
 * any other token is no card.
 *
 * <ul>
 *   <li>{@code tok_visa}, {@code tok_mastercard}: good
 *   <li>{@code tok_declined}: never enough on the account
 *   <li>{@code tok_expired}: out of date
 *   <li>{@code tok_timeout}: every call is done, and its first answer is lost
 *   <li>{@code tok_late_decline}: "being processed" at first, declined when asked again
 *   <li>{@code tok_3ds}: the rider must confirm; without the rider it is declined
 *   <li>{@code tok_capture_fails}: reserves, and refuses to be taken
 *   <li>{@code tok_chargeback}: its holder's bank takes the money back after it was taken, and says so twice
 * </ul>
 */
enum SandboxCard {
    GOOD,
    UNKNOWN,
    POOR,
    EXPIRED,
    LOSES_FIRST_ANSWER,
    DECLINES_LATE,
    CONFIRMS,
    CANNOT_BE_TAKEN,
    CHARGES_BACK;

    private static final Map<String, SandboxCard> NAMED = Map.of(
            "tok_declined", POOR,
            "tok_expired", EXPIRED,
            "tok_timeout", LOSES_FIRST_ANSWER,
            "tok_late_decline", DECLINES_LATE,
            "tok_3ds", CONFIRMS,
            "tok_capture_fails", CANNOT_BE_TAKEN,
            "tok_chargeback", CHARGES_BACK);

    static SandboxCard of(String token) {
        return NAMED.getOrDefault(token, token.startsWith("tok_") ? GOOD : UNKNOWN);
    }
}
