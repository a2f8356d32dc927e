package hansom.city.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.city.phone.Answer;
import hansom.city.phone.Call;
import hansom.city.phone.Json;
import hansom.city.phone.Session;
import java.util.List;

/** How a driver becomes one: name, car, papers, a bank account, and the office's yes. Who was approved before need not apply again. */
final class Application {
    private static final String VALID = "2039-12-31";

    private final Driver driver;
    private final Session session;

    Application(Driver driver, Session session) {
        this.driver = driver;
        this.session = session;
    }

    /** Says whether he may drive. */
    boolean seeThrough() throws InterruptedException {
        Answer known = session.call(Call.get("/v1/driver/application").mayBe("driver_unknown", "view_behind"));
        if (known.ok() && known.text("standing").equals("approved")) return true;
        session.call(Call.patch("/v1/driver/application", Json.object().put("name", driver.name())));
        session.call(Call.put("/v1/driver/vehicles/" + driver.car().id(), vehicle()));
        for (String paper : List.of("licence", "passport")) handIn(paper, paper());
        for (String paper : List.of("vehicle_registration", "insurance"))
            handIn(paper, paper().put("vehicle_id", driver.car().id()));
        Answer account = session.call(Call.put(
                "/v1/driver/bank-account",
                Json.object().put("account", "MC5811222000010123456789030").put("bank_token", "bank_ok")));
        long version = account.body().path("version").asLong();
        return session.call(Call.post("/v1/sandbox/approval?min_version=" + version))
                .ok();
    }

    private void handIn(String paper, ObjectNode body) throws InterruptedException {
        session.call(Call.put("/v1/driver/papers/" + paper, body));
    }

    private ObjectNode paper() {
        return Json.object()
                .put("number", "CITY %05d".formatted(driver.number()))
                .put("valid_through", VALID);
    }

    private ObjectNode vehicle() {
        Driver.Car car = driver.car();
        ObjectNode vehicle = Json.object()
                .put("type", "car")
                .put("make", car.make())
                .put("model", car.model())
                .put("colour", car.colour())
                .put("year", car.year())
                .put("plate", car.plate());
        car.classes().forEach(vehicle.putArray("classes")::add);
        vehicle.putArray("equipment").add("pet").add("child_seat");
        return vehicle;
    }
}
