package hansom.edge.developer;

import hansom.contract.driver.VehicleType;
import hansom.contract.fare.ProductClass;
import hansom.contract.geo.GeoQuery.DescribeMap;
import hansom.contract.geo.MapInfo;
import hansom.contract.geo.Point;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Questions;
import hansom.edge.developer.SandboxCast.Entered;
import hansom.edge.developer.SandboxRunTables.Person;
import hansom.edge.developer.SandboxRunTables.Run;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.PointShape;
import hansom.edge.signin.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Riders and drivers for a developer's afternoon; they exist in the sandbox only. */
@RestController
@Profile("sandbox")
@RequestMapping("/v1/sandbox/runs")
@Tag(name = "Developer")
final class SandboxRunController {
    private static final Duration LIFE = Duration.ofHours(8);
    private static final int MOST_RUNS = 50;
    private static final int AT_A_TIME = 4;

    private final SandboxRunTables tables;
    private final SandboxCast cast;
    private final SandboxRuns runs;
    private final Questions questions;

    SandboxRunController(SandboxRunTables tables, SandboxCast cast, SandboxRuns runs, Questions questions) {
        this.tables = tables;
        this.cast = cast;
        this.runs = runs;
        this.questions = questions;
    }

    /** Who shall be there, and where. */
    @Schema(name = "SandboxRunRequest")
    record Wanted(
            @NotNull @Valid PointShape near,
            @NotNull @Min(0) @Max(20) @Schema(example = "3") Integer drivers,
            @NotNull @Min(0) @Max(20) @Schema(example = "1") Integer riders,

            @Schema(description = "Economy and comfort when left out; drivers take turns with the types of vehicle.")
            @Nullable
            @Size(min = 1)
            Set<ProductClass> productClasses) {}

    /** A driver of a run; the tokens are told only once. */
    @Schema(name = "SandboxDriver")
    record DriverShape(
            String driverId,
            @Schema(example = "+9990123456789") String phone,
            String vehicleId,
            @Nullable String accessToken,
            @Nullable String refreshToken) {}

    /** A rider of a run; the tokens are told only once. */
    @Schema(name = "SandboxRider")
    record RiderShape(
            String riderId,
            @Schema(example = "+9990123456789") String phone,
            @Nullable String accessToken,
            @Nullable String refreshToken,
            String cardId) {}

    /** A run and its people. */
    @Schema(name = "SandboxRun")
    record RunShape(
            String runId,

            @Schema(description = "In real time; the business clock does not move it.")
            Instant expiresAt,

            List<DriverShape> drivers,
            List<RiderShape> riders) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Temporary riders and drivers near a point",
            description =
                    "Riders have a card, drivers are approved and on shift; all are gone after eight hours."
                            + " Renew their tokens as hansom-app with device=sandbox, or sign in by their phone and /v1/sandbox/codes.")
    @Refuses({RefusalCode.OUTSIDE_SERVICE_AREA, RefusalCode.COORDINATES_SWAPPED, RefusalCode.TOO_MANY})
    RunShape begin(@Valid @RequestBody Wanted wanted) {
        Point near = wanted.near().point();
        refuseOutside(near);
        if (tables.runs().size() >= MOST_RUNS) throw new Refused(RefusalCode.TOO_MANY, "delete a run first");
        Set<ProductClass> classes = wanted.productClasses() == null
                ? Set.of(ProductClass.ECONOMY, ProductClass.COMFORT)
                : wanted.productClasses();
        List<VehicleType> types =
                classes.stream().map(ProductClass::vehicle).distinct().sorted().toList();
        String issuer =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        Run run = new Run(
                "run_" + UUID.randomUUID(),
                Instant.ofEpochMilli(System.currentTimeMillis()).plus(LIFE),
                false);
        tables.add(run);
        try (ExecutorService hands = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<Entered>> drivers = begun(
                    hands,
                    wanted.drivers(),
                    number -> cast.driver(
                            run.id(),
                            number + 1,
                            around(near, number),
                            types.get(number % types.size()),
                            classes,
                            issuer));
            List<Future<Entered>> riders =
                    begun(hands, wanted.riders(), number -> cast.rider(run.id(), number + 1, near, issuer));
            return new RunShape(
                    run.id(),
                    run.expiresAt(),
                    drivers.stream().map(one -> driver(done(one))).toList(),
                    riders.stream().map(one -> rider(done(one))).toList());
        } catch (RuntimeException failed) {
            tables.end(run.id());
            throw failed;
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "A run and its people, without their tokens")
    @Refuses(RefusalCode.NOT_FOUND)
    RunShape run(@PathVariable String id) {
        Run run = living(id);
        List<Person> people = tables.people(id);
        return new RunShape(
                id,
                run.expiresAt(),
                people.stream()
                        .filter(one -> one.role() == Role.DRIVER)
                        .map(one -> driver(new Entered(one, null, null)))
                        .toList(),
                people.stream()
                        .filter(one -> one.role() == Role.RIDER)
                        .map(one -> rider(new Entered(one, null, null)))
                        .toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "End a run",
            description =
                    "Its drivers give back what they have not begun and go home; a trip that has begun is ended first.")
    @Refuses(RefusalCode.NOT_FOUND)
    void end(@PathVariable String id) {
        runs.end(living(id));
    }

    private Run living(String id) {
        return tables.living(id, Instant.now()).orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    }

    private void refuseOutside(Point near) {
        MapInfo map = questions.get(new DescribeMap(), MapInfo.class);
        boolean inside = near.lat() >= map.southWest().lat()
                && near.lat() <= map.northEast().lat()
                && near.lng() >= map.southWest().lng()
                && near.lng() <= map.northEast().lng();
        if (!inside) throw new Refused(RefusalCode.OUTSIDE_SERVICE_AREA);
    }

    private static List<Future<Entered>> begun(ExecutorService hands, int count, IntFunction<Entered> making) {
        return IntStream.range(0, count)
                .mapToObj(number -> hands.submit((Callable<Entered>) () -> making.apply(number)))
                .toList();
    }

    private static Entered done(Future<Entered> one) {
        try {
            return one.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
        }
    }

    /** The first stands at the point itself, the others in a spiral of two hundred metres at most. */
    private static Point around(Point centre, int number) {
        double metres = 45 * Math.sqrt(number);
        double angle = number * 2.399963;
        double north = metres * Math.cos(angle) / 111_195;
        double east = metres * Math.sin(angle) / (111_195 * Math.cos(Math.toRadians(centre.lat())));
        return new Point(centre.lat() + north, centre.lng() + east);
    }

    private static DriverShape driver(Entered one) {
        Person person = one.person();
        return new DriverShape(person.id(), person.phone(), person.vehicle(), one.accessToken(), one.refreshToken());
    }

    private static RiderShape rider(Entered one) {
        Person person = one.person();
        return new RiderShape(person.id(), person.phone(), one.accessToken(), one.refreshToken(), person.card());
    }
}
