package hansom.edge.developer;

import hansom.contract.driver.DriverId;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import hansom.contract.geo.PositionReports;
import hansom.contract.order.GiveUpReason;
import hansom.contract.order.OrderCommand;
import hansom.contract.order.OrderCommand.ArriveAtPickup;
import hansom.contract.order.OrderCommand.CancelByDriver;
import hansom.contract.order.OrderCommand.EndTrip;
import hansom.contract.order.OrderCommand.ReachStop;
import hansom.contract.order.OrderCommand.StartTrip;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderQuery.FindDrivenOrder;
import hansom.contract.order.OrderQuery.FindOrder;
import hansom.contract.order.OrderView;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.ShiftCommand.AcceptOffer;
import hansom.contract.shift.ShiftCommand.DeclineOffer;
import hansom.contract.shift.ShiftCommand.EndShift;
import hansom.contract.shift.ShiftId;
import hansom.contract.shift.ShiftQuery.FindShift;
import hansom.contract.shift.ShiftView;
import hansom.contract.shift.ShiftView.OfferView;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.developer.SandboxRunTables.Person;
import hansom.edge.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What a driver of a sandbox run does on his phone; each step comes back once the views show it. */
@Component
@Profile("sandbox")
class DriverSteps {
    private final Commands commands;
    private final Questions questions;
    private final PositionReports positions;
    private final SandboxRunTables tables;
    private final SandboxCast cast;
    private final Clock businessClock;

    DriverSteps(
            Commands commands,
            Questions questions,
            PositionReports positions,
            SandboxRunTables tables,
            SandboxCast cast,
            Clock businessClock) {
        this.commands = commands;
        this.questions = questions;
        this.positions = positions;
        this.tables = tables;
        this.cast = cast;
        this.businessClock = businessClock;
    }

    ShiftView goOnline(Person driver) {
        return cast.goOnline(driver);
    }

    ShiftView goOffline(Person driver) {
        ShiftId shift = shiftOf(driver);
        commands.send(new EndShift(shift), driver.id());
        return until(() -> findShift(shift), view -> view.state() == ShiftView.State.OFF);
    }

    /** Takes the offer on the screen, or the first that comes within ten seconds. */
    OrderView accept(Person driver) {
        OfferView offer = offer(driver);
        commands.send(new AcceptOffer(shiftOf(driver), offer.offerId()), driver.id());
        return until(() -> driven(driver), order -> order.orderId().equals(offer.orderId()));
    }

    OrderView arrive(Person driver) {
        OrderView order = own(driver);
        if (order.startedAt() == null) stand(driver, order.quote().pickup().point(), false);
        return done(driver, order, new ArriveAtPickup(order.orderId(), id(driver), null));
    }

    OrderView begin(Person driver) {
        OrderView order = own(driver);
        OrderView begun = done(driver, order, new StartTrip(order.orderId(), id(driver), order.boardingCode(), null));
        stand(driver, order.quote().pickup().point(), true);
        return begun;
    }

    /** Drives the planned way in the time since the trip began, then sets the rider down. */
    OrderView dropOff(Person driver) {
        OrderView order = own(driver);
        if (order.startedAt() == null) throw new Refused(RefusalCode.ORDER_NOT_STARTED);
        Instant now = Instant.now();
        Duration driving = Duration.between(order.startedAt(), businessClock.instant());
        List<Point> way = RouteLine.points(order.quote().route().polyline());
        positions.reportAll(IntStream.range(0, way.size())
                .mapToObj(number -> new DriverPosition(
                        id(driver),
                        way.get(number),
                        now.minus(driving.multipliedBy(way.size() - 1 - number).dividedBy(way.size())),
                        null,
                        null))
                .toList());
        stand(driver, order.quote().dropOff().point(), false);
        for (int stop = order.stopsReached() + 1; stop <= order.quote().stops().size(); stop++)
            commands.send(new ReachStop(order.orderId(), id(driver), stop, null), driver.id());
        return done(driver, order, new EndTrip(order.orderId(), id(driver), null));
    }

    /** Declines the offer on the screen, or gives the order back. */
    @Nullable
    OrderView cancel(Person driver) {
        @Nullable OfferView offer = shift(driver).offer();
        if (offer == null) {
            OrderView order = own(driver);
            return done(driver, order, new CancelByDriver(order.orderId(), id(driver), false, GiveUpReason.PERSONAL));
        }
        commands.send(new DeclineOffer(shiftOf(driver), offer.offerId()), driver.id());
        return null;
    }

    ShiftView shift(Person driver) {
        ShiftId shift = shiftOf(driver);
        return findShift(shift).orElseThrow(() -> new Refused(RefusalCode.SHIFT_NOT_OPEN));
    }

    private OfferView offer(Person driver) {
        if (shift(driver).state() == ShiftView.State.OFF) throw new Refused(RefusalCode.SHIFT_NOT_OPEN);
        ShiftId shift = shiftOf(driver);
        for (boolean last : new boolean[] {false, true}) {
            try {
                @Nullable
                OfferView shown = until(() -> findShift(shift), view -> view.offer() != null)
                        .offer();
                if (shown != null) return shown;
            } catch (Refused none) {
                if (none.code() != RefusalCode.VIEW_BEHIND || last) break;
            }
        }
        throw new Refused(RefusalCode.OFFER_UNKNOWN, "no offer is on the driver's screen");
    }

    /** The order that he drives; the view may be a moment behind. */
    private OrderView own(Person driver) {
        return driven(driver).orElseThrow(() -> new Refused(RefusalCode.ORDER_UNKNOWN, "the driver has no order"));
    }

    private OrderView done(Person driver, OrderView order, OrderCommand command) {
        long version = commands.send(command, driver.id());
        OrderId id = order.orderId();
        return until(() -> questions.find(new FindOrder(id), OrderView.class), view -> view.version() >= version);
    }

    private void stand(Person driver, Point at, boolean onTrip) {
        Instant now = Instant.now();
        tables.move(driver.id(), at, now, onTrip);
        positions.report(new DriverPosition(id(driver), at, now, null, 0.0));
    }

    private <T> T until(Supplier<Optional<T>> found, Predicate<T> awaited) {
        return questions.fresh(1L, found, view -> awaited.test(view) ? 1 : 0).orElseThrow();
    }

    private Optional<ShiftView> findShift(ShiftId shift) {
        return questions.find(new FindShift(shift), ShiftView.class);
    }

    private Optional<OrderView> driven(Person driver) {
        return questions.find(new FindDrivenOrder(id(driver)), OrderView.class);
    }

    private static DriverId id(Person driver) {
        return new DriverId(driver.id());
    }

    private static ShiftId shiftOf(Person driver) {
        return ShiftId.of(id(driver));
    }
}
