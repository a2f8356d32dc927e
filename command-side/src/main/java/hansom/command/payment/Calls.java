package hansom.command.payment;

import hansom.contract.payment.CallId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How calls are named: the owner, what is asked and a number, so that whoever derives the name again derives the same. */
final class Calls {
    static final String AUTHORISE = "authorise";
    static final String CAPTURE = "capture";
    static final String VOID = "void";
    static final String REFUND = "refund";
    static final String TIP = "tip";
    static final String TOP_UP = "topup";
    private static final int LETTERS = 14;

    private Calls() {}

    static String owner(CallId call) {
        return call.value().split(":")[0];
    }

    /** The call that gives up a reservation before anybody knew that it was held. */
    static CallId releaseOf(CallId call) {
        return CallId.of(owner(call), "giveup", number(call));
    }

    static String purpose(CallId call) {
        return call.value().split(":")[1];
    }

    static int number(CallId call) {
        return Integer.parseInt(call.value().split(":")[2]);
    }

    /** What is asked under a key that somebody else has chosen: the same key gives the same word. */
    static String keyed(String purpose, String key) {
        var word = new StringBuilder(purpose);
        var digest = sha256(key);
        for (int place = 0; place < LETTERS; place++) word.append((char) ('a' + Math.floorMod(digest[place], 26)));
        return word.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
