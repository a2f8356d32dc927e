package hansom.edge.city;

import hansom.contract.audit.AuditQuery.TellStory;
import hansom.contract.audit.Story;
import hansom.contract.geo.GeoQuery.ReadTrack;
import hansom.contract.geo.TrackFile;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderView;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Languages;
import hansom.edge.ask.Questions;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.OrderShape;
import hansom.edge.shape.Sentences;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The city live, and in the sandbox the story of each of its orders. */
@RestController
@Tag(name = "City")
final class CityController {
    private static final MediaType GEOJSON = MediaType.valueOf("application/geo+json");
    private static final String NOBODY = "";

    private final CityWatch watch;
    private final Questions questions;
    private final PersonalTexts texts;
    private final boolean sandbox;

    CityController(CityWatch watch, Questions questions, PersonalTexts texts, Environment environment) {
        this.watch = watch;
        this.questions = questions;
        this.texts = texts;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    @GetMapping(value = "/v1/city/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @SecurityRequirements
    @Operation(
            summary = "The living city as server-sent events",
            description =
                    "First an event city (CitySnapshot: sandbox, cars, orders, figures), then once a second what changed: cars"
                            + " (CityCars: cars, gone), orders (CityOrders: orders, gone) and figures (CityFigures). Who does not keep"
                            + " up gets another city. Outside of the sandbox cars are nameless and about a hundred metres off, and"
                            + " there are no orders.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    SseEmitter live() {
        SseEmitter stream = new SseEmitter(0L);
        Watcher watcher = watch.watch(stream);
        stream.onCompletion(() -> watch.leave(watcher));
        stream.onError(gone -> watch.leave(watcher));
        Thread.ofVirtual().name("city-watcher").start(watcher::pump);
        return stream;
    }

    /** An order as it stands and all that happened to it. */
    @Schema(name = "CityStory")
    record Told(OrderShape order, List<Line> events) {
        Told {
            events = List.copyOf(events);
        }
    }

    /** One stored event: in which stream as which, what it says in words, and what the words are made of. */
    @Schema(name = "CityStoryLine")
    record Line(
            String eventId,
            @Schema(example = "driver_assigned") String type,
            String stream,
            long seq,

            @Schema(example = "A driver has taken the order.")
            String text,

            Instant at,
            @Nullable String actor,
            Map<String, String> facts) {
        Line {
            facts = new TreeMap<>(facts);
        }
    }

    @GetMapping("/v1/city/orders/{id}")
    @SecurityRequirements
    @Operation(
            summary = "An order and its events, as they were stored",
            description = "In the sandbox only, where all is open. Up to an instant when at is given.")
    @Refuses({RefusalCode.ORDER_UNKNOWN, RefusalCode.FORBIDDEN})
    Told story(@PathVariable OrderId id, @RequestParam(required = false) @Nullable Instant at, Locale locale) {
        Story story = storyOf(id, at);
        Sentences sentences = Sentences.in(Languages.of(locale));
        return new Told(
                OrderShape.of(story.order(), NOBODY, texts),
                story.lines().stream()
                        .map(line -> new Line(
                                line.eventId(),
                                Sentences.wire(line.type()),
                                line.stream(),
                                line.seq(),
                                sentences.of(line),
                                line.at(),
                                line.actor(),
                                line.facts()))
                        .toList());
    }

    @GetMapping(value = "/v1/city/orders/{id}/track", produces = "application/geo+json")
    @SecurityRequirements
    @Operation(summary = "The driven track of an order", description = "In the sandbox only, as GeoJSON.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/geo+json", schema = @Schema(type = "object")))
    @Refuses({RefusalCode.ORDER_UNKNOWN, RefusalCode.TRACK_UNKNOWN, RefusalCode.FORBIDDEN})
    ResponseEntity<String> track(@PathVariable OrderId id) {
        OrderView order = storyOf(id, null).order();
        if (order.tracking() == null) throw new Refused(RefusalCode.TRACK_UNKNOWN);
        TrackFile track = questions.get(
                new ReadTrack(order.tracking().file(), order.riderId(), TrackFile.Format.GEOJSON), TrackFile.class);
        return ResponseEntity.ok().contentType(GEOJSON).body(track.content());
    }

    private Story storyOf(OrderId id, @Nullable Instant at) {
        if (!sandbox) throw new Refused(RefusalCode.FORBIDDEN, "a story is open to the people in it and to the office");
        return questions.get(new TellStory(id, at), Story.class);
    }
}
