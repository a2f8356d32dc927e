package hansom.edge.live;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Problem;
import hansom.edge.refusal.Refused;
import hansom.edge.signin.Caller;
import hansom.edge.signin.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The same news as over the socket, for browsers and behind firewalls; one way. */
@RestController
@Tag(name = "Live")
final class EventStreamController {
    private static final long UNLIMITED = 0L;

    private final LiveDesk desk;

    EventStreamController(LiveDesk desk) {
        this.desk = desk;
    }

    @GetMapping(value = "/v1/live/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "News as server-sent events",
            description =
                    "The frames of the AsyncAPI document, named by their type. Resumes after Last-Event-ID (or last_seq);"
                            + " begins with a snapshot without it. An event named close says why the node ends it.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    SseEmitter events(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(name = "last_seq", required = false) @Nullable Long lastSeq) {
        @Nullable Long after = lastEventId == null || lastEventId.isBlank() ? lastSeq : number(lastEventId);
        Guest guest = new Guest(caller.subject(), caller.is(Role.DRIVER), caller.expiresAt(), caller.tokenId());
        SseEmitter stream = new SseEmitter(UNLIMITED);
        EventStreamOutlet outlet = new EventStreamOutlet(stream, desk.meters());
        LiveDesk.Seat seat = desk.seat(outlet, guest, after);
        Runnable leave = () -> {
            outlet.gone();
            desk.leave(seat);
        };
        stream.onCompletion(leave);
        stream.onError(gone -> leave.run());
        desk.open(seat);
        Thread.ofVirtual()
                .name("event-stream")
                .start(() -> outlet.pump(() -> seat.subscriber().wake(), () -> desk.recheck(seat)));
        return stream;
    }

    private static Long number(String lastEventId) {
        try {
            return Long.valueOf(lastEventId.strip());
        } catch (NumberFormatException notOurs) {
            throw new Refused(
                    RefusalCode.INVALID_REQUEST,
                    null,
                    List.of(new Problem.Fault(null, "Last-Event-ID", "is not a number of ours")));
        }
    }
}
