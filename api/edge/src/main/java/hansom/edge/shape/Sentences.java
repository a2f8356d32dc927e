package hansom.edge.shape;

import hansom.contract.audit.Story;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;

/** Words what happened to an order, event by event, in the reader's language. */
public final class Sentences {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern BLANK = Pattern.compile("\\{[a-z_]+\\}");
    private static final List<String> NOT_FOR_RIDERS =
            List.of("Offer", "Shift", "Signal", "Capture", "Void", "Refund", "Rating", "DriverRated", "RiderRated");
    private static final Set<String> ALL_THE_SAME = Set.of("PaymentCaptured", "PaymentRefunded");

    private final ResourceBundle words;

    private Sentences(ResourceBundle words) {
        this.words = words;
    }

    public static Sentences in(String language) {
        return new Sentences(ResourceBundle.getBundle(
                "hansom.edge.shape.sentences",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The event's sentence; its bare name for one that has none. */
    public String of(Story.Line line) {
        String type = simple(line.type());
        if (!words.containsKey(type)) return type;
        String sentence = words.getString(type);
        for (Map.Entry<String, String> fact : line.facts().entrySet())
            sentence = sentence.replace("{" + fact.getKey() + "}", fact.getValue());
        return BLANK.matcher(sentence).replaceAll("…");
    }

    /** Whether it is a rider's matter: which drivers were asked and how the bank was called is not. */
    public static boolean forRiders(String type) {
        String name = simple(type);
        return ALL_THE_SAME.contains(name) || NOT_FOR_RIDERS.stream().noneMatch(name::startsWith);
    }

    /** As apps see it: {@code driver_assigned}. */
    public static String wire(String type) {
        return HUMP.matcher(simple(type)).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
