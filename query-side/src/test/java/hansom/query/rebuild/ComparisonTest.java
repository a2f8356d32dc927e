package hansom.query.rebuild;

import static hansom.query.testing.RideStory.ANNA;
import static hansom.query.testing.RideStory.ORDER;
import static hansom.query.testing.RideStory.eur;
import static hansom.query.testing.RideStory.placed;
import static hansom.query.testing.RideStory.ride;
import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.order.OrderView;
import hansom.contract.payment.PurseId;
import hansom.contract.payment.PurseView;
import hansom.contract.rider.RiderId;
import hansom.contract.view.ViewStates.Compared;
import hansom.query.order.OrderFold;
import hansom.query.row.Catalogue;
import hansom.query.row.View;
import hansom.query.row.ViewTable;
import hansom.query.row.Views;
import hansom.query.testing.ViewsUnderTest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String STREAM = ORDER.value();
    private static final RiderId BERTA = new RiderId("rid_019a0000-0000-7000-8000-0000000000b1");

    private final ViewsUnderTest under = new ViewsUnderTest();
    private final Views views = under.views();

    /** Writes what an event and an invention of the moment make of it. */
    class Inventive {
        private final boolean invents;

        Inventive(boolean invents) {
            this.invents = invents;
        }

        @EventHandler
        void on(Object event, @SequenceNumber long seq) {
            views.put(
                    "bank_accounts",
                    Map.of("payee", "drv_" + seq, "token", invents ? String.valueOf(System.nanoTime()) : "bank_ok"));
        }
    }

    @Test
    void seesNoDifferenceInWhatFollowsFromEventsAlone() {
        Inventive projection = new Inventive(false);
        under.tell(projection, STREAM, ride(ORDER));
        under.rebuild(projection, "ledger", ViewsUnderTest.replayed(STREAM, ride(ORDER)));
        assertThat(compared("ledger")).isEqualTo(new Compared(ride(ORDER).size(), 0, List.of()));
    }

    @Test
    void turnsRedWhenAProjectionInvents() {
        Inventive projection = new Inventive(true);
        under.tell(projection, STREAM, ride(ORDER));
        under.rebuild(projection, "ledger", ViewsUnderTest.replayed(STREAM, ride(ORDER)));
        assertThat(compared("ledger").differing()).isEqualTo(ride(ORDER).size());
    }

    @Test
    void namesARowThatWasChangedOneThatIsMissingAndOneThatIsTooMany() {
        postings(2_500, 1);
        under.rebuild(new Inventive(false), "ledger");
        postings(2_500, 2);
        assertThat(compared("ledger")).isEqualTo(new Compared(2_500, 0, List.of()));
        update("UPDATE views_2.ledger_postings SET amount = amount + 1 WHERE entry = 'e1003' AND line = 1");
        update("DELETE FROM views_2.ledger_postings WHERE entry = 'e1' AND line = 0");
        update("DELETE FROM views_1.ledger_postings WHERE entry = 'e999' AND line = 1");
        assertThat(compared("ledger").examples())
                .containsExactlyInAnyOrder("ledger_postings e1003 1", "ledger_postings e1 0", "ledger_postings e999 1");
    }

    @Test
    void doesNotMindWhereInTheStoreAnEventWasMet() {
        postings(10, 1);
        under.rebuild(new Inventive(false), "ledger");
        postings(10, 2);
        update("UPDATE views_2.ledger_postings SET position = position + 1");
        assertThat(compared("ledger").differing()).isZero();
    }

    @Test
    void doesNotMindTheOrderOfWhatHasNone() {
        ViewTable<PurseView> purses = views.table("purses", PurseView.class, purse -> Map.of());
        PurseView purse = new PurseView(
                PurseId.walletOf(ANNA), null, eur(0), eur(0), eur(0), new LinkedHashSet<>(List.of(ANNA, BERTA)), 1);
        purses.save(purse.purseId().value(), purse);
        under.rebuild(new Inventive(false), "purses");
        String written = Views.write(purse);
        String turned = written.contains(ANNA.value() + "\",\"" + BERTA.value())
                ? written.replace(ANNA.value() + "\",\"" + BERTA.value(), BERTA.value() + "\",\"" + ANNA.value())
                : written.replace(BERTA.value() + "\",\"" + ANNA.value(), ANNA.value() + "\",\"" + BERTA.value());
        assertThat(turned).isNotEqualTo(written);
        views.sql()
                .sql("INSERT INTO views_2.purses (id, view) VALUES (:id, :view)")
                .param("id", purse.purseId().value())
                .param("view", turned)
                .update();
        assertThat(compared("purses")).isEqualTo(new Compared(1, 0, List.of()));
        assertThat(Views.read(turned, PurseView.class).members()).isEqualTo(Set.of(ANNA, BERTA));
    }

    @Test
    void mindsEveryFieldOfAView() {
        ViewTable<OrderView> orders = views.table(
                "orders",
                OrderView.class,
                order -> Map.of(
                        "rider",
                        "r",
                        "driver",
                        "d",
                        "status",
                        "s",
                        "finished",
                        false,
                        "region",
                        "LOCAL",
                        "placed_at",
                        1L));
        orders.save(STREAM, view(0));
        under.rebuild(new Inventive(false), "orders");
        views.sql()
                .sql("INSERT INTO views_2.orders SELECT * FROM views_1.orders")
                .update();
        assertThat(compared("orders").differing()).isZero();
        views.sql()
                .sql("UPDATE views_2.orders SET view = :view")
                .param("view", Views.write(view(1)))
                .update();
        assertThat(compared("orders")).isEqualTo(new Compared(1, 1, List.of("orders " + STREAM)));
    }

    private static OrderView view(long version) {
        @Nullable OrderView nothing = null;
        return OrderFold.after(nothing, placed(ORDER), version);
    }

    private Compared compared(String view) {
        View known = Catalogue.ofHansom().find(view).orElseThrow();
        return Comparison.of(known, 1, 2, views);
    }

    private void postings(int count, long generation) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (int row = 0; row < count; row++)
            rows.add(Map.of(
                    "entry",
                    "e" + row / 2,
                    "line",
                    row % 2,
                    "kind",
                    "BANK",
                    "owner",
                    "hansom",
                    "currency",
                    "EUR",
                    "amount",
                    (long) row,
                    "position",
                    (long) row,
                    "at",
                    1L));
        if (generation == 1) views.write("ledger_postings", rows);
        else update("INSERT INTO views_2.ledger_postings SELECT * FROM views_1.ledger_postings");
    }

    private void update(String statement) {
        views.sql().sql(statement).update();
    }
}
