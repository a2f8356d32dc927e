package hansom.contract.geo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the time of a route rests on, as it was known when the route was planned, so that it can be explained for ever and checked against how
 * long the trip took: on free roads, as is usual at that hour, by the traffic of the moment as it fades into the usual, and by the model that
 * was being tried or heeded then (null when there was none); how long it is, and how far apart its ends are. Turns are those where roads meet; signals nearer than 60 m are one. The last four
 * are seconds on free roads, by the class of road, and add up to {@code freely}.
 */
public record Grounds(
        Duration freely,
        Duration usually,
        Duration byRoads,
        @Nullable Duration modelled,
        int metres,
        int straightMetres,
        int junctions,
        int lefts,
        int rights,
        int sharpTurns,
        int turnsBack,
        int signals,
        int onTrunk,
        int onMain,
        int onMiddle,
        int onSmall) {

    /** The same as a model sees it. */
    public Grounds modelled(Duration time) {
        return new Grounds(
                freely,
                usually,
                byRoads,
                time,
                metres,
                straightMetres,
                junctions,
                lefts,
                rights,
                sharpTurns,
                turnsBack,
                signals,
                onTrunk,
                onMain,
                onMiddle,
                onSmall);
    }

    /** Of one way after the other; of the model nothing is said. */
    public Grounds plus(Grounds next) {
        return new Grounds(
                freely.plus(next.freely),
                usually.plus(next.usually),
                byRoads.plus(next.byRoads),
                null,
                metres + next.metres,
                straightMetres + next.straightMetres,
                junctions + next.junctions,
                lefts + next.lefts,
                rights + next.rights,
                sharpTurns + next.sharpTurns,
                turnsBack + next.turnsBack,
                signals + next.signals,
                onTrunk + next.onTrunk,
                onMain + next.onMain,
                onMiddle + next.onMiddle,
                onSmall + next.onSmall);
    }
}
