package hansom.city.driver;

import com.fasterxml.jackson.databind.JsonNode;
import hansom.city.life.Surroundings;
import hansom.city.phone.Call;
import hansom.city.phone.Frame;
import hansom.city.phone.Json;
import hansom.city.phone.Session;
import java.util.Set;

/** The offer on a driver's screen: he thinks about it, then says yes, no, or nothing. */
final class Offers {
    private static final String[] TOO_LATE = {
        "offer_expired", "offer_withdrawn", "offer_unknown", "shift_not_open", "offer_already_declined", "shift_busy"
    };
    private static final double ANSWER_SECONDS = 6;

    private final Driver driver;
    private final Surroundings city;
    private final Session session;
    private String offer = "";
    private Driver.Say say = Driver.Say.NOTHING;
    private double sayAt;
    private boolean said;
    private int shown;

    Offers(Driver driver, Surroundings city, Session session) {
        this.driver = driver;
        this.city = city;
        this.session = session;
    }

    boolean isOpen() {
        return !offer.isEmpty();
    }

    /** An offer has come, or comes again because the node did not hear that it had. */
    void see(Frame frame) throws InterruptedException {
        session.line().acknowledge(frame);
        show(frame.data().path("offer"));
    }

    void show(JsonNode told) {
        String id = told.path("offer_id").asText();
        if (id.equals(offer)) return;
        offer = id;
        say = driver.says(shown);
        sayAt = city.tempo().seconds() + driver.thinksSeconds(shown);
        said = false;
        shown++;
        city.tally().count("offers");
        if (told.path("pay").path("amount_minor").asLong()
                > told.path("fare").path("amount_minor").asLong()) city.tally().error("pay above the fare", offer);
    }

    /** By which an answer is known; longer ones the node does not give back. */
    private String ref() {
        return "offer-" + shown;
    }

    void gone() {
        offer = "";
    }

    /** Says what he has to say once he has thought; a yes that nobody heard is said again. */
    void answer() throws InterruptedException {
        double now = city.tempo().seconds();
        if (offer.isEmpty() || say == Driver.Say.NOTHING || now < sayAt) return;
        String word = say == Driver.Say.YES ? "accept" : "decline";
        boolean bySocket = driver.answersBySocket() && session.line().open() && !said;
        said = true;
        sayAt = now + ANSWER_SECONDS;
        if (bySocket)
            session.line()
                    .say(Json.object().put("type", word).put("offer_id", offer).put("ref", ref()));
        else {
            boolean heard = session.call(Call.post("/v1/driver/offers/%s/%s".formatted(offer, word))
                            .mayBe(TOO_LATE))
                    .ok();
            if (!heard || word.equals("decline")) gone();
            else sayAt = Double.MAX_VALUE;
        }
    }

    void heard(Frame answer) {
        boolean aboutThis = answer.data().path("ref").asText().equals(ref());
        if (answer.is("done") && aboutThis) {
            if (say == Driver.Say.NO) gone();
            else sayAt = Double.MAX_VALUE;
        }
        if (!answer.is("refused")) return;
        String code = answer.data().path("code").asText();
        if (!Set.of(TOO_LATE).contains(code)) city.tally().error("refused " + code, Json.write(answer.data()));
        if (aboutThis) gone();
    }
}
