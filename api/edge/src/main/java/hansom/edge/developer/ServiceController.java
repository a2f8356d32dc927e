package hansom.edge.developer;

import hansom.contract.geo.GeoQuery.DescribeMap;
import hansom.contract.geo.MapInfo;
import hansom.edge.ask.Questions;
import hansom.edge.live.LiveAddress;
import hansom.edge.shape.PointShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where everything is: the first thing an app asks for. */
@RestController
@Tag(name = "Developer")
final class ServiceController {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceController.class);

    private final Release release;
    private final LiveAddress live;
    private final Questions questions;
    private final Clock businessClock;
    private final boolean sandbox;

    ServiceController(
            Release release, LiveAddress live, Questions questions, Clock businessClock, Environment environment) {
        this.release = release;
        this.live = live;
        this.questions = questions;
        this.businessClock = businessClock;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    /** What this service is and where its doors are. */
    @Schema(name = "Service")
    record Service(
            @Schema(example = "hansom") String name,
            @Schema(example = "0.1.0") String version,
            boolean sandbox,

            @Schema(description = "The business time, movable in the sandbox.")
            Instant now,

            @Schema(example = "ws://localhost:8081/v1/live") String live,
            @Nullable MapShape map,
            Map<String, String> links) {
        Service {
            links = new TreeMap<>(links);
        }
    }

    /** The map that is served; the attribution must be shown wherever it is drawn. */
    @Schema(name = "ServiceMap")
    record MapShape(
            String name,
            PointShape southWest,
            PointShape northEast,
            @Schema(description = "A point on a road.") PointShape centre,

            @Schema(description = "SHA-256 of the extract: who has the same file has the same map.")
            String hash,

            @Schema(example = "© OpenStreetMap contributors")
            String attribution) {
        static MapShape of(MapInfo map) {
            return new MapShape(
                    map.name(),
                    PointShape.of(map.southWest()),
                    PointShape.of(map.northEast()),
                    PointShape.of(map.centre()),
                    map.hash(),
                    map.attribution());
        }
    }

    @GetMapping("/v1")
    @SecurityRequirements
    @Operation(summary = "Name, version, live address, map and links")
    Service service(HttpServletRequest request) {
        Map<String, String> links = new TreeMap<>(Map.of(
                "openapi", "/v1/openapi.json",
                "asyncapi", "/v1/asyncapi.json",
                "problems", "/v1/problems",
                "sign_in", "/v1/signin/codes",
                "token", "/oauth2/token",
                "oauth_metadata", "/.well-known/oauth-authorization-server",
                "keys", "/oauth2/jwks",
                "events", "/v1/live/events",
                "map", "/v1/map",
                "city", "/v1/city/live"));
        if (sandbox) {
            links.put("sandbox_codes", "/v1/sandbox/codes");
            links.put("sandbox_runs", "/v1/sandbox/runs");
        }
        return new Service(
                "hansom", release.version(), sandbox, businessClock.instant(), live.url(request), map(), links);
    }

    /** The doors are named also while the map does not answer. */
    private @Nullable MapShape map() {
        try {
            return MapShape.of(questions.get(new DescribeMap(), MapInfo.class));
        } catch (RuntimeException notNow) {
            LOG.debug("the map is not described", notNow);
            return null;
        }
    }
}
