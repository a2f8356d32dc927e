package hansom.edge.signin;

import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number in its international form (E.164), such as {@code +79161234567}; what people type between the digits is dropped. */
record PhoneNumber(String digits) {
    private static final Pattern DECORATION = Pattern.compile("[\\s().-]");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{7,14}");

    static Optional<PhoneNumber> of(String typed) {
        if (typed.length() > 40) return Optional.empty();
        String bare = DECORATION.matcher(typed).replaceAll("");
        return E164.matcher(bare).matches() ? Optional.of(new PhoneNumber(bare)) : Optional.empty();
    }

    /** Never shows the number: it may end up in a log. */
    @Override
    public String toString() {
        return "+…" + digits.substring(digits.length() - 2);
    }
}
