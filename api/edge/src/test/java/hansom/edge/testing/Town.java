package hansom.edge.testing;

import hansom.contract.SagaOnly;
import hansom.contract.audit.AuditQuery.TellStory;
import hansom.contract.audit.Story;
import hansom.contract.city.City;
import hansom.contract.city.CityQuery.SeeCity;
import hansom.contract.closure.ClosureCommand;
import hansom.contract.driver.DriverCommand;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.DriverPage;
import hansom.contract.driver.DriverQuery.FindDriver;
import hansom.contract.driver.DriverQuery.ListDrivers;
import hansom.contract.driver.DriverView;
import hansom.contract.fare.Fare;
import hansom.contract.fare.FareQuery.ListProducts;
import hansom.contract.fare.FareQuery.PriceCancelling;
import hansom.contract.fare.FareQuery.QuoteRide;
import hansom.contract.fare.Products;
import hansom.contract.fare.Quotes;
import hansom.contract.feed.FeedPage;
import hansom.contract.feed.FeedQuery.ReadFeed;
import hansom.contract.geo.CarsOnShift;
import hansom.contract.geo.Distance;
import hansom.contract.geo.GeoQuery.CutTile;
import hansom.contract.geo.GeoQuery.DescribeMap;
import hansom.contract.geo.GeoQuery.FindMapUpdate;
import hansom.contract.geo.GeoQuery.FindPickupPoints;
import hansom.contract.geo.GeoQuery.ListCars;
import hansom.contract.geo.GeoQuery.ReadTrack;
import hansom.contract.geo.GeoQuery.ShowTraffic;
import hansom.contract.geo.GeoQuery.SuggestPlaces;
import hansom.contract.geo.MapCommand;
import hansom.contract.geo.MapInfo;
import hansom.contract.geo.MapTile;
import hansom.contract.geo.MapUpdate;
import hansom.contract.geo.PickupPoints;
import hansom.contract.geo.PickupPoints.PickupPoint;
import hansom.contract.geo.Place;
import hansom.contract.geo.Places;
import hansom.contract.geo.Point;
import hansom.contract.geo.RoadTraffic;
import hansom.contract.geo.TrackFile;
import hansom.contract.ledger.Account;
import hansom.contract.ledger.LedgerEntry;
import hansom.contract.ledger.LedgerPage;
import hansom.contract.ledger.LedgerQuery.ListEntriesAbout;
import hansom.contract.ledger.Posting;
import hansom.contract.missing.MissingRoadCommand;
import hansom.contract.order.OrderCommand;
import hansom.contract.order.OrderId;
import hansom.contract.order.OrderPage;
import hansom.contract.order.OrderQuery.FindDrivenOrder;
import hansom.contract.order.OrderQuery.FindOrder;
import hansom.contract.order.OrderQuery.ListCurrentOrders;
import hansom.contract.order.OrderView;
import hansom.contract.payment.PaymentCommand;
import hansom.contract.payment.PaymentQuery.FindPayment;
import hansom.contract.payment.PaymentQuery.ListPurses;
import hansom.contract.payment.PaymentView;
import hansom.contract.payment.PurseCommand;
import hansom.contract.payment.Purses;
import hansom.contract.person.Sealed;
import hansom.contract.rating.RatingCommand;
import hansom.contract.refusal.Refusal;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderCommand;
import hansom.contract.rider.RiderId;
import hansom.contract.rider.RiderQuery.FindRider;
import hansom.contract.rider.RiderQuery.FindRiderClass;
import hansom.contract.rider.RiderView;
import hansom.contract.shift.ShiftCommand;
import hansom.contract.shift.ShiftQuery.FindShift;
import hansom.contract.shift.ShiftView;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** All that lies behind the edge, by hand: every command is written down and accepted as version 7, a few questions have one answer each. */
public class Town implements SmartInitializingSingleton {
    public static final RiderId STRANGER = new RiderId("rid_01935d2a-0000-7000-8000-000000000008");
    public final List<Object> commands = new CopyOnWriteArrayList<>();
    public final Map<OrderId, OrderView> orders = new HashMap<>();
    public volatile DriverId ben = new DriverId("drv_01935d2a-0000-7000-8000-000000000001");
    private static final String MAP_HASH = "0123456789abcdef".repeat(4);

    /** The word "tile", compressed. */
    public static final String TILE = "H4sIABupDWsC/yvJzEkFAASpj3YEAAAA";

    public final List<CarsOnShift.Car> cars = new CopyOnWriteArrayList<>();
    public final List<RiderView.SavedPlace> saved = new CopyOnWriteArrayList<>();
    public final List<City.Order> cityOrders = new CopyOnWriteArrayList<>();
    private final CommandBus bus;

    public Town(CommandBus bus) {
        this.bus = bus;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Stream.of(
                        OrderCommand.class,
                        ShiftCommand.class,
                        DriverCommand.class,
                        RiderCommand.class,
                        PaymentCommand.class,
                        PurseCommand.class,
                        RatingCommand.class,
                        ClosureCommand.class,
                        MapCommand.class,
                        MissingRoadCommand.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .forEach(type -> bus.subscribe(type.getName(), message -> accept(message.getPayload())));
    }

    private Long accept(Object command) {
        commands.add(command);
        if (command instanceof OrderCommand.StartTrip start
                && start.boardingCode().equals("0000"))
            throw new CommandExecutionException("no", null, new Refusal(RefusalCode.BOARDING_CODE_WRONG));
        return 7L;
    }

    /** The last command that was sent. */
    public Object last() {
        return commands.getLast();
    }

    public List<Object> forbidden() {
        return commands.stream()
                .filter(command -> command.getClass().isAnnotationPresent(SagaOnly.class))
                .toList();
    }

    @QueryHandler
    Quotes handle(QuoteRide asked) {
        return new Quotes(asked.orderId(), List.of(Rides.quote(asked.orderId(), asked.riderId())));
    }

    @QueryHandler
    Fare handle(PriceCancelling asked) {
        return Fare.of(List.of(), Rides.EUR);
    }

    @QueryHandler
    Products handle(ListProducts asked) {
        return new Products(List.of(Rides.tariff()));
    }

    @QueryHandler
    Optional<OrderView> handle(FindOrder asked) {
        return Optional.ofNullable(orders.get(asked.orderId()));
    }

    @QueryHandler
    Optional<OrderView> handle(FindDrivenOrder asked) {
        return Optional.empty();
    }

    @QueryHandler
    OrderPage handle(ListCurrentOrders asked) {
        return new OrderPage(List.copyOf(orders.values()), null);
    }

    @QueryHandler
    Optional<PaymentView> handle(FindPayment asked) {
        return Optional.empty();
    }

    @QueryHandler
    Purses handle(ListPurses asked) {
        return new Purses(List.of());
    }

    @QueryHandler
    Optional<ShiftView> handle(FindShift asked) {
        return Optional.of(Rides.shift(asked.shiftId().driver()));
    }

    @QueryHandler
    Optional<RiderClass> handle(FindRiderClass asked) {
        return Optional.of(RiderClass.REGULAR);
    }

    @QueryHandler
    Optional<RiderView> handle(FindRider asked) {
        Sealed phone = new Sealed(asked.riderId().value(), "1.none");
        return Optional.of(new RiderView(
                asked.riderId(),
                phone,
                null,
                null,
                "en",
                null,
                RiderClass.REGULAR,
                false,
                null,
                List.copyOf(saved),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                Rides.NOON,
                3));
    }

    @QueryHandler
    Optional<DriverView> handle(FindDriver asked) {
        return Optional.empty();
    }

    @QueryHandler
    DriverPage handle(ListDrivers asked) {
        return new DriverPage(List.of(), asked.standing() == null ? "more" : null);
    }

    @QueryHandler
    Story handle(TellStory asked) {
        return new Story(
                orders.get(asked.orderId()),
                List.of(
                        line("hansom.contract.order.OrderEvent$OrderPlaced"),
                        line("hansom.contract.shift.ShiftEvent$OfferShown")));
    }

    private static Story.Line line(String type) {
        return new Story.Line("e-1", 1, "ord", 0, type, Rides.NOON, null, Map.of());
    }

    @QueryHandler
    TrackFile handle(ReadTrack asked) {
        return new TrackFile(asked.format(), asked.format().name());
    }

    @QueryHandler
    LedgerPage handle(ListEntriesAbout asked) {
        return new LedgerPage(
                List.of(new LedgerEntry(
                        "e-9",
                        9,
                        "order_completed",
                        asked.subject(),
                        Rides.NOON,
                        List.of(
                                new Posting(Account.of(Account.Kind.COMMISSION), Rides.eur(-118)),
                                new Posting(new Account(Account.Kind.RIDER_RECEIVABLE, "rid"), Rides.eur(118))))),
                null);
    }

    @QueryHandler
    FeedPage handle(ReadFeed asked) {
        return new FeedPage(List.of(), 41, true);
    }

    @QueryHandler
    MapInfo handle(DescribeMap asked) {
        Point centre = new Point(43.7384, 7.4246);
        return new MapInfo("monaco", centre, centre, centre, MAP_HASH, "© OpenStreetMap contributors");
    }

    @QueryHandler
    Optional<MapUpdate> handle(FindMapUpdate asked) {
        return Optional.of(new MapUpdate(
                "/srv/maps/monaco.osm.pbf",
                MapUpdate.State.FAILED,
                null,
                List.of(new MapUpdate.Part("roads", Duration.ofMillis(4_200))),
                "olga",
                Rides.NOON,
                Duration.ofMillis(12_500),
                Rides.NOON.plusMillis(12_500),
                MAP_HASH,
                RefusalCode.MAP_UNREADABLE,
                "it ends too early"));
    }

    @QueryHandler
    PickupPoints handle(FindPickupPoints asked) {
        if (asked.towards() == null)
            throw new QueryExecutionException("no", null, new Refusal(RefusalCode.UNREACHABLE));
        PickupPoint point = new PickupPoint(
                asked.at(),
                asked.language() + " " + asked.place(),
                "Rue Grimaldi",
                Distance.ofMetres(42),
                Duration.ofSeconds(30),
                "_p~iF~ps|U",
                270,
                PickupPoints.Side.OPPOSITE,
                PickupPoints.Source.ENTRANCE,
                asked.towards());
        return new PickupPoints(List.of(point), null);
    }

    /** One tile has something on it. */
    @QueryHandler
    MapTile handle(CutTile asked) {
        return new MapTile(asked.equals(new CutTile(15, 17059, 11948)) ? TILE : "", MAP_HASH);
    }

    /** Whatever is typed, one street begins like it. */
    @QueryHandler
    Places handle(SuggestPlaces asked) {
        return new Places(List.of(new Place(
                "w1",
                Place.Kind.STREET,
                "Homer Street",
                "Monaco",
                new Point(43.7384, 7.4246),
                Place.Precision.STREET,
                null)));
    }

    @QueryHandler
    RoadTraffic handle(ShowTraffic asked) {
        return new RoadTraffic("0123@7", List.of(new RoadTraffic.Slow("_p~iF~ps|U", RoadTraffic.Level.JAMMED)));
    }

    @QueryHandler
    CarsOnShift handle(ListCars asked) {
        return new CarsOnShift(List.copyOf(cars));
    }

    @QueryHandler
    City handle(SeeCity asked) {
        return new City(
                List.copyOf(cityOrders),
                new City.Figures(cityOrders.size(), 1, 0, Duration.ofSeconds(42), 12.5, 0, Duration.ZERO));
    }
}
