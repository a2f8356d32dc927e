package hansom.edge.signin;

import java.util.Locale;

/** How a phone code reaches its phone. */
interface CodeChannel {
    /** Hands the code over for delivery; throws when that is not possible now. */
    void send(PhoneNumber phone, String code, Locale language);
}
