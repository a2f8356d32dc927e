package hansom.geo.road;

import com.graphhopper.ResponsePath;
import com.graphhopper.util.Instruction;
import com.graphhopper.util.Translation;
import com.graphhopper.util.TranslationMap;
import hansom.contract.geo.Distance;
import hansom.contract.geo.Point;
import hansom.contract.geo.Route.Sign;
import hansom.contract.geo.Route.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns the instructions of planned legs into steps in the driver's language. */
class RouteSteps {
    private final TranslationMap translations;

    RouteSteps(TranslationMap translations) {
        this.translations = translations;
    }

    List<Step> of(List<ResponsePath> legs, Locale language) {
        Translation words = translations.getWithFallBack(language);
        List<Step> steps = new ArrayList<>();
        for (int leg = 0; leg < legs.size(); leg++) {
            boolean last = leg == legs.size() - 1;
            for (Instruction instruction : legs.get(leg).getInstructions())
                steps.add(step(instruction, words, last, leg + 1));
        }
        return steps;
    }

    private static Step step(Instruction instruction, Translation words, boolean lastLeg, int stop) {
        boolean ends = instruction.getSign() == Instruction.FINISH;
        Sign sign = ends && !lastLeg ? Sign.STOP_REACHED : sign(instruction.getSign());
        String text = sign == Sign.STOP_REACHED ? words.tr("stopover", stop) : instruction.getTurnDescription(words);
        return new Step(
                text,
                instruction.getName(),
                sign,
                new Point(
                        instruction.getPoints().getLat(0),
                        instruction.getPoints().getLon(0)),
                Distance.ofMetres(Math.round(instruction.getDistance())),
                Duration.ofSeconds(Math.round(instruction.getTime() / 1000.0)));
    }

    private static Sign sign(int code) {
        return switch (code) {
            case Instruction.TURN_SLIGHT_LEFT, Instruction.KEEP_LEFT -> Sign.SLIGHT_LEFT;
            case Instruction.TURN_LEFT -> Sign.LEFT;
            case Instruction.TURN_SHARP_LEFT -> Sign.SHARP_LEFT;
            case Instruction.TURN_SLIGHT_RIGHT, Instruction.KEEP_RIGHT -> Sign.SLIGHT_RIGHT;
            case Instruction.TURN_RIGHT -> Sign.RIGHT;
            case Instruction.TURN_SHARP_RIGHT -> Sign.SHARP_RIGHT;
            case Instruction.U_TURN_LEFT, Instruction.U_TURN_RIGHT, Instruction.U_TURN_UNKNOWN -> Sign.U_TURN;
            case Instruction.USE_ROUNDABOUT, Instruction.LEAVE_ROUNDABOUT -> Sign.ROUNDABOUT;
            case Instruction.FINISH -> Sign.FINISH;
            case Instruction.REACHED_VIA -> Sign.STOP_REACHED;
            default -> Sign.STRAIGHT;
        };
    }
}
