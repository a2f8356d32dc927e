package hansom.city.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hansom.city.driver.Job.Phase;
import hansom.city.phone.Json;
import hansom.city.street.Spot;
import org.junit.jupiter.api.Test;

class JobTest {
    private static final Spot PICKUP = new Spot(43.73, 7.42);
    private static final Spot STOP = new Spot(43.735, 7.425);
    private static final Spot DROP_OFF = new Spot(43.74, 7.43);
    private static final Spot ELSEWHERE = new Spot(43.731, 7.415);

    private final Job job = new Job("ord_1", 0, 0);

    private static ObjectNode order(long version, String status, Spot dropOff) {
        ObjectNode order =
                Json.object().put("order_id", "ord_1").put("version", version).put("status", status);
        order.set("pickup", Json.point(PICKUP));
        order.putArray("stops").add(Json.point(STOP));
        order.set("drop_off", Json.point(dropOff));
        return order;
    }

    @Test
    void leadsToThePickUpThenAlongTheStopsToTheEnd() {
        job.sight().told(order(2, "accepted", DROP_OFF));
        assertThat(job.next()).isEqualTo(PICKUP);
        job.enter(Phase.DRIVING, 60);
        assertThat(job.next()).isEqualTo(STOP);
        assertThat(job.nextIsTheEnd()).isFalse();
        assertThat(job.reachStop()).isEqualTo(1);
        assertThat(job.next()).isEqualTo(DROP_OFF);
        assertThat(job.nextIsTheEnd()).isTrue();
    }

    @Test
    void leadsElsewhereWhenTheRiderChangesHisMind() {
        job.sight().told(order(2, "in_progress", DROP_OFF));
        job.enter(Phase.DRIVING, 60);
        job.reachStop();
        job.sight().told(order(3, "in_progress", ELSEWHERE));
        assertThat(job.next()).isEqualTo(ELSEWHERE);
    }

    @Test
    void isTakenUpWhereAnOrderStands() {
        assertThat(Phase.of("accepted")).contains(Phase.TO_PICKUP);
        assertThat(Phase.of("arrived")).contains(Phase.AT_PICKUP);
        assertThat(Phase.of("in_progress")).contains(Phase.DRIVING);
        assertThat(Phase.of("processing")).isEmpty();
        assertThat(Phase.of("completed")).isEmpty();
    }
}
