package hansom.edge.live;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.PositionFeed;
import hansom.contract.geo.PositionReports;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftCommand;
import hansom.contract.shift.ShiftCommand.AcceptOffer;
import hansom.contract.shift.ShiftCommand.DeclineOffer;
import hansom.contract.shift.ShiftId;
import io.netty.channel.Channel;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.HandlerExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;

/** What every live session needs: who may come in, where commands and positions go, and where news come from. */
final class LiveDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDesk.class);
    private static final int COMMAND_SECONDS = 10;

    private final Doorkeeper doorkeeper;
    private final Audience audience;
    private final News news;
    private final CommandGateway commands;
    private final PositionReports positions;
    private final PositionFeed positionFeed;
    private final ObjectMapper json;
    private final ClientFrames frames;
    private final Executor executor;
    private final Clock clock;
    private final LiveMeters meters;

    LiveDesk(
            Doorkeeper doorkeeper,
            Audience audience,
            News news,
            CommandGateway commands,
            PositionReports positions,
            PositionFeed positionFeed,
            ObjectMapper json,
            Executor executor,
            Clock clock,
            LiveMeters meters) {
        this.doorkeeper = doorkeeper;
        this.audience = audience;
        this.news = news;
        this.commands = commands;
        this.positions = positions;
        this.positionFeed = positionFeed;
        this.json = json;
        this.frames = new ClientFrames(json);
        this.executor = executor;
        this.clock = clock;
        this.meters = meters;
    }

    /** A signed-in connection; the guest changes when a token is renewed. */
    static final class Seat {
        private final Outlet outlet;
        private final Subscriber subscriber;
        private final AtomicBoolean left = new AtomicBoolean();
        private volatile Guest guest;

        Seat(Outlet outlet, Subscriber subscriber, Guest guest) {
            this.outlet = outlet;
            this.subscriber = subscriber;
            this.guest = guest;
        }

        Guest guest() {
            return guest;
        }

        Subscriber subscriber() {
            return subscriber;
        }
    }

    ClientFrames frames() {
        return frames;
    }

    LiveMeters meters() {
        return meters;
    }

    PositionReports positions() {
        return positions;
    }

    Outlet outlet(Channel channel) {
        return new SocketOutlet(channel, json, meters);
    }

    Envelope aside(String type, @Nullable String ref) {
        return Envelope.aside(type, clock.instant(), null, ref == null ? null : Map.of("ref", ref));
    }

    /** Reads the token off the event loop, then opens the feed where the app left off. */
    void welcome(Outlet outlet, ClientFrame.Hello hello, Consumer<Seat> seated) {
        executor.execute(() -> {
            try {
                doorkeeper
                        .admit(hello.token())
                        .ifPresentOrElse(
                                guest -> {
                                    Seat taken = seat(outlet, guest, hello.lastSeq());
                                    seated.accept(taken);
                                    open(taken);
                                },
                                () -> outlet.close(CloseCode.UNAUTHENTICATED));
            } catch (RuntimeException unavailable) {
                LOG.warn("nobody can be let in: {}", unavailable.toString());
                outlet.close(CloseCode.UNAVAILABLE);
            }
        });
    }

    Seat seat(Outlet outlet, Guest guest, @Nullable Long lastSeq) {
        CarFollower cars = new CarFollower(guest.person(), positionFeed, news, outlet, executor, clock, meters);
        Subscriber subscriber =
                new Subscriber(guest.person(), lastSeq == null ? -1 : lastSeq, outlet, news, executor, cars, clock);
        return new Seat(outlet, subscriber, guest);
    }

    /** Welcomes whoever sits there already, for he may answer at once; he may also have left meanwhile. */
    void open(Seat seat) {
        seat.outlet.send(Envelope.aside(
                "welcome", clock.instant(), null, Map.of("person", seat.guest.person(), "heartbeat_seconds", 15)));
        audience.join(seat.subscriber);
        meters.seated(seat.guest, seat.outlet, 1);
        if (seat.left.get()) audience.leave(seat.subscriber);
        seat.subscriber.wake();
    }

    /** Told twice, it is done once. */
    void leave(Seat seat) {
        if (!seat.left.compareAndSet(false, true)) return;
        audience.leave(seat.subscriber);
        seat.subscriber.end();
        meters.seated(seat.guest, seat.outlet, -1);
    }

    /** Ends the connection when its token has run out or was revoked; at each heartbeat, and the other checks are cheap. */
    void recheck(Seat seat) {
        if (seat.guest.expiresAt().isBefore(Instant.now())) {
            seat.subscriber.close(CloseCode.UNAUTHENTICATED);
            return;
        }
        executor.execute(() -> {
            try {
                if (doorkeeper.revoked(seat.guest)) seat.subscriber.close(CloseCode.REVOKED);
            } catch (RuntimeException unknownForNow) {
                LOG.debug("revocation not checked: {}", unknownForNow.toString());
            }
        });
    }

    void renew(Seat seat, ClientFrame.Renew renew) {
        executor.execute(() -> doorkeeper
                .admit(renew.token())
                .filter(guest -> guest.person().equals(seat.guest.person()))
                .ifPresentOrElse(
                        guest -> {
                            seat.guest = guest;
                            seat.outlet.send(aside("renewed", null));
                        },
                        () -> seat.subscriber.close(CloseCode.UNAUTHENTICATED)));
    }

    void accept(Seat seat, ClientFrame.Accept accept) {
        answer(seat, accept.ref(), accept.offerId(), shift -> new AcceptOffer(shift, accept.offerId()));
    }

    void decline(Seat seat, ClientFrame.Decline decline) {
        answer(seat, decline.ref(), decline.offerId(), shift -> new DeclineOffer(shift, decline.offerId()));
    }

    private void answer(
            Seat seat,
            @Nullable String ref,
            OfferId offer,
            java.util.function.Function<ShiftId, ShiftCommand> command) {
        if (!seat.guest.driver()) throw new MalformedFrame("only drivers answer offers");
        ShiftId shift = ShiftId.of(new DriverId(seat.guest.person()));
        if (!offer.shift().equals(shift)) {
            refuse(seat.outlet, ref, new Refusal(RefusalCode.OFFER_UNKNOWN));
            return;
        }
        commands.<Object>send(command.apply(shift))
                .orTimeout(COMMAND_SECONDS, TimeUnit.SECONDS)
                .whenComplete((version, failure) -> {
                    if (failure == null)
                        seat.outlet.send(Envelope.aside("done", clock.instant(), null, done(ref, version)));
                    else refuse(seat.outlet, ref, refusalIn(failure));
                });
    }

    private static Map<String, Object> done(@Nullable String ref, @Nullable Object version) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (ref != null) data.put("ref", ref);
        if (version instanceof Long known) data.put("version", known);
        return data;
    }

    /** The refusal that a failure carries; temporarily_unavailable when it is something else. */
    static Refusal refusalIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof HandlerExecutionException refused
                    && refused.getDetails().orElse(null) instanceof Refusal refusal) return refusal;
        return new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }

    void complain(Outlet outlet, MalformedFrame malformed) {
        refuse(outlet, null, new Refusal(RefusalCode.INVALID_REQUEST, malformed.getMessage()));
    }

    private void refuse(Outlet outlet, @Nullable String ref, Refusal refusal) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (ref != null) data.put("ref", ref);
        data.put("code", refusal.code().wire());
        data.put("title", refusal.code().meaning());
        if (refusal.detail() != null) data.put("detail", refusal.detail());
        data.put("retryable", refusal.code().kind().retryable());
        outlet.send(Envelope.aside("refused", clock.instant(), null, data));
    }
}
