package hansom.geo.guide;

import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.GeoQuery.GuideDriver;
import hansom.contract.geo.GeoQuery.ListOtherWays;
import hansom.contract.geo.Guidance;
import hansom.contract.geo.Guidance.Reason;
import hansom.contract.geo.Route;
import hansom.geo.road.Course;
import hansom.geo.road.Courses;
import hansom.geo.road.Start;
import hansom.geo.road.Travel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One driver's way. It stays what it is while he follows it, so that nobody is sent hither and thither; another takes its place at once when he
 * has left it in two reports, for one may be wrong, when a road ahead is closed or no more what it was on a new map, and, with each new snapshot of the traffic, when
 * another saves more than a minute and a tenth of the time; but not within a minute of the last change.
 */
final class Guide {
    private static final Duration WORTH_IT = Duration.ofSeconds(60);
    private static final int WORTH_IT_PART = 10;
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private static final int MOST_OTHERS = 2;

    private final Consumer<Reason> chosen;
    private @Nullable Course course;
    private long number;
    private Reason reason = Reason.BEGUN;
    private Instant since = Instant.MIN;
    private Instant asked = Instant.MIN;
    private String compared = "";
    private @Nullable Instant astray;
    private boolean redrawn;

    Guide(Consumer<Reason> chosen) {
        this.chosen = chosen;
    }

    synchronized boolean isForgotten(Instant limit) {
        return asked.isBefore(limit);
    }

    synchronized Guidance guide(GuideDriver question, DriverPosition position, Start from, Courses now, Instant at) {
        asked = at;
        goOnto(now);
        Course way = way(question, position, from, now, at);
        Travel travel = now.travel(way);
        @Nullable
        Route route = question.known() != null && question.known() == number
                ? null
                : now.draw(way, Locale.forLanguageTag(question.language()), question.withSteps());
        return new Guidance(number, reason, travel.time(), travel.distance(), position, at, now.name(), route);
    }

    /** After an update of the map the way stays what it is, if its roads do. */
    synchronized void goOnto(Courses now) {
        if (course == null || now.know(course)) return;
        course = now.again(course).orElse(null);
        astray = null;
        redrawn = course == null;
    }

    synchronized List<Route> others(ListOtherWays question, Start from, Courses now) {
        goOnto(now);
        Optional<Course> kept = Optional.ofNullable(course)
                .filter(way -> way.leads(question.through(), question.vehicle()))
                .flatMap(way -> now.rest(way, from))
                .filter(now::open);
        Course way = kept.orElseGet(() -> now.fastest(from, question.through(), question.vehicle()));
        return now.others(way, MOST_OTHERS).stream()
                .map(other -> now.draw(other, Locale.forLanguageTag(question.language()), false))
                .toList();
    }

    private Course way(GuideDriver question, DriverPosition position, Start from, Courses now, Instant at) {
        Course kept = course;
        if (kept == null || !kept.leads(question.through(), question.vehicle()))
            return choose(redrawn ? Reason.MAP_CHANGED : Reason.BEGUN, fastest(question, from, now), now, at);
        Optional<Course> rest = now.rest(kept, from);
        if (rest.isEmpty()) return astray(question, position, from, now, at);
        astray = null;
        if (!now.open(rest.get())) return choose(Reason.CLOSED_AHEAD, fastest(question, from, now), now, at);
        course = rest.get();
        return compared.equals(now.name()) || since.plus(PAUSE).isAfter(at)
                ? rest.get()
                : compare(rest.get(), question, from, now, at);
    }

    private static Course fastest(GuideDriver question, Start from, Courses now) {
        return now.fastest(from, question.through(), question.vehicle());
    }

    private Course astray(GuideDriver question, DriverPosition position, Start from, Courses now, Instant at) {
        Course fastest = fastest(question, from, now);
        if (astray != null && position.at().isAfter(astray)) return choose(Reason.OFF_ROUTE, fastest, now, at);
        if (astray == null) astray = position.at();
        return fastest;
    }

    private Course compare(Course rest, GuideDriver question, Start from, Courses now, Instant at) {
        compared = now.name();
        Course fastest = fastest(question, from, now);
        Duration keeping = now.travel(rest).time();
        Duration saved = keeping.minus(now.travel(fastest).time());
        boolean worthIt = saved.compareTo(WORTH_IT) > 0 && saved.compareTo(keeping.dividedBy(WORTH_IT_PART)) > 0;
        return worthIt ? choose(Reason.FASTER, fastest, now, at) : rest;
    }

    private Course choose(Reason why, Course next, Courses now, Instant at) {
        course = next;
        redrawn = false;
        reason = why;
        since = at;
        astray = null;
        compared = now.name();
        number = Math.max(number + 1, at.toEpochMilli());
        chosen.accept(why);
        return next;
    }
}
