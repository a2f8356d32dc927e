package hansom.edge.developer;

import hansom.contract.driver.DriverCommand;
import hansom.contract.driver.DriverCommand.ApproveDriver;
import hansom.contract.driver.DriverCommand.ApprovePaper;
import hansom.contract.driver.DriverCommand.ChangeDriverProfile;
import hansom.contract.driver.DriverCommand.HandInPaper;
import hansom.contract.driver.DriverCommand.NameBankAccount;
import hansom.contract.driver.DriverCommand.PutVehicle;
import hansom.contract.driver.DriverCommand.RequestShift;
import hansom.contract.driver.DriverId;
import hansom.contract.driver.Paper;
import hansom.contract.driver.Vehicle;
import hansom.contract.driver.VehicleId;
import hansom.contract.driver.VehicleType;
import hansom.contract.fare.ProductClass;
import hansom.contract.geo.DriverPosition;
import hansom.contract.geo.Point;
import hansom.contract.geo.PositionReports;
import hansom.contract.id.Region;
import hansom.contract.id.Uuid7;
import hansom.contract.rider.CardId;
import hansom.contract.rider.RiderCommand.AddCard;
import hansom.contract.rider.RiderCommand.ChangeRiderProfile;
import hansom.contract.rider.RiderId;
import hansom.contract.rider.RiderQuery.FindRider;
import hansom.contract.rider.RiderView;
import hansom.contract.shift.ShiftId;
import hansom.contract.shift.ShiftQuery.FindShift;
import hansom.contract.shift.ShiftView;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Questions;
import hansom.edge.developer.SandboxRunTables.Person;
import hansom.edge.person.PersonalTexts;
import hansom.edge.signin.Role;
import hansom.edge.signin.SandboxPeople;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Brings the people of a sandbox run to life: they do what real riders and drivers do, by the same commands. */
@Component
@Profile("sandbox")
class SandboxCast {
    static final String DEVICE = "sandbox";
    private static final String OFFICE = "sandbox";

    private final SandboxPeople people;
    private final Commands commands;
    private final Questions questions;
    private final PersonalTexts texts;
    private final PositionReports positions;
    private final SandboxRunTables tables;
    private final Region region;
    private final Clock businessClock;

    SandboxCast(
            SandboxPeople people,
            Commands commands,
            Questions questions,
            PersonalTexts texts,
            PositionReports positions,
            SandboxRunTables tables,
            @Value("${hansom.region:local}") String region,
            Clock businessClock) {
        this.people = people;
        this.commands = commands;
        this.questions = questions;
        this.texts = texts;
        this.positions = positions;
        this.tables = tables;
        this.region = Region.named(region);
        this.businessClock = businessClock;
    }

    /** Somebody of a run, with the way in when he has just entered. */
    record Entered(
            Person person,
            @Nullable String accessToken,
            @Nullable String refreshToken) {}

    /** A driver with approved papers, on shift at this point. */
    Entered driver(String run, int number, Point at, VehicleType type, Set<ProductClass> classes, String issuer) {
        SandboxPeople.Person entered = people.enter(Role.DRIVER, DEVICE, issuer);
        DriverId driver = new DriverId(entered.id());
        VehicleId car = new VehicleId(Uuid7.mint("veh", region, Instant.now()));
        send(new ChangeDriverProfile(driver, texts.seal(driver, "Ben " + number), "en", null));
        send(new PutVehicle(
                driver,
                new Vehicle(
                        car,
                        type,
                        classes.stream()
                                .filter(wanted -> wanted.vehicle() == type)
                                .collect(Collectors.toUnmodifiableSet()),
                        "Škoda",
                        "Octavia",
                        "white",
                        2023,
                        texts.seal(driver, "SB %03d".formatted(number)),
                        Set.of())));
        LocalDate validThrough =
                LocalDate.ofInstant(businessClock.instant(), ZoneOffset.UTC).plusYears(10);
        for (Paper.Kind kind : Paper.Kind.values()) {
            VehicleId of = kind.ofVehicle() ? car : null;
            send(new HandInPaper(
                    driver, new Paper(kind, of, texts.seal(driver, "SANDBOX " + number), null, validThrough)));
            commands.send(new ApprovePaper(driver, kind, of, OFFICE), OFFICE);
        }
        send(new NameBankAccount(driver, texts.seal(driver, "MC5811222000010123456789030"), "bank_ok"));
        commands.send(new ApproveDriver(driver, OFFICE), OFFICE);
        Person person =
                new Person(entered.id(), run, Role.DRIVER, entered.phone(), car.value(), "", at, Instant.now(), false);
        tables.add(person);
        goOnline(person);
        return new Entered(person, entered.accessToken(), entered.refreshToken());
    }

    /** On shift, seen where he stands; the answer is the shift once it is open. */
    ShiftView goOnline(Person person) {
        DriverId driver = new DriverId(person.id());
        send(new RequestShift(driver, new VehicleId(person.vehicle()), region));
        stand(person);
        ShiftId shift = ShiftId.of(driver);
        return questions
                .fresh(
                        1L,
                        () -> questions.find(new FindShift(shift), ShiftView.class),
                        view -> view.state() == ShiftView.State.OFF ? 0 : 1)
                .orElseThrow();
    }

    /** Tells where a driver stands; on a trip as of its beginning, so that the track knows no standing between. */
    void stand(Person person) {
        positions.report(new DriverPosition(
                new DriverId(person.id()), person.at(), person.onTrip() ? person.movedAt() : Instant.now(), null, 0.0));
    }

    /** A rider with a card that pays. */
    Entered rider(String run, int number, Point near, String issuer) {
        SandboxPeople.Person entered = people.enter(Role.RIDER, DEVICE, issuer);
        RiderId rider = new RiderId(entered.id());
        CardId card = new CardId(Uuid7.mint("crd", region, Instant.now()));
        commands.send(
                new ChangeRiderProfile(rider, texts.seal(rider, "Anna " + number), null, "en", null), rider.value());
        long version = commands.send(new AddCard(rider, card, "tok_visa", "visa", "4242"), rider.value());
        Person person = new Person(
                entered.id(), run, Role.RIDER, entered.phone(), "", card.value(), near, Instant.now(), false);
        tables.add(person);
        questions.fresh(version, () -> questions.find(new FindRider(rider), RiderView.class), RiderView::version);
        return new Entered(person, entered.accessToken(), entered.refreshToken());
    }

    private void send(DriverCommand command) {
        commands.send(command, command.driverId().value());
    }
}
