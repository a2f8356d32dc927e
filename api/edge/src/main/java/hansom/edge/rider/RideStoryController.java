package hansom.edge.rider;

import hansom.contract.audit.AuditQuery.TellStory;
import hansom.contract.audit.Story;
import hansom.contract.geo.GeoQuery.ReadTrack;
import hansom.contract.geo.TrackFile;
import hansom.contract.ledger.LedgerPage;
import hansom.contract.ledger.LedgerQuery.ListEntriesAbout;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentId;
import hansom.contract.payment.PaymentQuery.FindPayment;
import hansom.contract.payment.PaymentView;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderId;
import hansom.edge.ask.Languages;
import hansom.edge.ask.Questions;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Problem;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.Sentences;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of a ride: its story, its track, its receipt. */
@RestController
@RequestMapping("/v1/orders/{id}")
@Tag(name = "Rider: orders")
final class RideStoryController {
    private static final MediaType GEOJSON = MediaType.valueOf("application/geo+json");
    private static final MediaType GPX = MediaType.valueOf("application/gpx+xml");

    private final Questions questions;
    private final Riders riders;
    private final PersonalTexts texts;

    RideStoryController(Questions questions, Riders riders, PersonalTexts texts) {
        this.questions = questions;
        this.riders = riders;
        this.texts = texts;
    }

    /** An order's story in words. */
    @Schema(name = "OrderStory")
    record Told(String orderId, List<Line> events) {
        Told {
            events = List.copyOf(events);
        }
    }

    /** One thing that happened. */
    @Schema(name = "OrderStoryLine")
    record Line(
            String eventId,
            @Schema(example = "driver_assigned") String type,

            @Schema(example = "A driver has taken the order.")
            String text,

            Instant at) {}

    @GetMapping("/events")
    @Operation(summary = "What happened to the order, in words", description = "Up to an instant when at is given.")
    @Refuses(RefusalCode.ORDER_UNKNOWN)
    Told events(
            RiderId rider,
            @PathVariable OrderId id,
            @RequestParam(required = false) @Nullable Instant at,
            Locale locale) {
        Story story = questions.get(new TellStory(id, at), Story.class);
        if (!story.order().riderId().equals(rider)) throw new Refused(RefusalCode.ORDER_UNKNOWN);
        Sentences sentences = Sentences.in(Languages.of(locale));
        return new Told(
                id.value(),
                story.lines().stream()
                        .filter(line -> Sentences.forRiders(line.type()))
                        .map(line ->
                                new Line(line.eventId(), Sentences.wire(line.type()), sentences.of(line), line.at()))
                        .toList());
    }

    @GetMapping(
            value = "/track",
            produces = {"application/geo+json", "application/gpx+xml"})
    @Operation(summary = "The driven track", description = "GeoJSON or GPX, by format or else by Accept.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/geo+json", schema = @Schema(type = "object")),
                @Content(mediaType = "application/gpx+xml", schema = @Schema(type = "string"))
            })
    @Refuses({RefusalCode.ORDER_UNKNOWN, RefusalCode.TRACK_UNKNOWN})
    ResponseEntity<byte[]> track(
            RiderId rider,
            @PathVariable OrderId id,
            @RequestParam(required = false) @Parameter(schema = @Schema(allowableValues = {"geojson", "gpx"})) @Nullable
                    String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Parameter(hidden = true) @Nullable
                    String accept) {
        OrderView order = riders.order(rider, id, null);
        if (order.tracking() == null) throw new Refused(RefusalCode.TRACK_UNKNOWN);
        TrackFile.Format wanted = format(format, accept);
        TrackFile track = questions.get(new ReadTrack(order.tracking().file(), rider, wanted), TrackFile.class);
        boolean gpx = wanted == TrackFile.Format.GPX;
        return ResponseEntity.ok()
                .contentType(gpx ? GPX : GEOJSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"%s.%s\"".formatted(id, gpx ? "gpx" : "geojson"))
                .body(track.content().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static TrackFile.Format format(@Nullable String format, @Nullable String accept) {
        if (format == null)
            return accept != null && accept.contains("gpx") ? TrackFile.Format.GPX : TrackFile.Format.GEOJSON;
        return switch (format) {
            case "geojson" -> TrackFile.Format.GEOJSON;
            case "gpx" -> TrackFile.Format.GPX;
            default ->
                throw new Refused(
                        RefusalCode.INVALID_REQUEST,
                        null,
                        List.of(new Problem.Fault(null, "format", "must be geojson or gpx")));
        };
    }

    @GetMapping("/receipt")
    @Operation(summary = "The receipt", description = "Once the order is over: items, payment, and what was booked.")
    @Refuses({RefusalCode.ORDER_UNKNOWN, RefusalCode.NOT_FOUND})
    ReceiptShape receipt(RiderId rider, @PathVariable OrderId id) {
        OrderView order = riders.order(rider, id, null);
        if (!order.status().over() || order.fare() == null)
            throw new Refused(RefusalCode.NOT_FOUND, "the order is not over yet");
        return ReceiptShape.of(
                order,
                questions
                        .find(new FindPayment(PaymentId.of(id)), PaymentView.class)
                        .orElse(null),
                questions
                        .get(new ListEntriesAbout(id.value()), LedgerPage.class)
                        .entries(),
                texts);
    }
}
