package hansom.query.payment;

import hansom.contract.money.Money;
import hansom.contract.payment.PaymentQuery.FindPurse;
import hansom.contract.payment.PaymentQuery.ListPurses;
import hansom.contract.payment.PurseEvent;
import hansom.contract.payment.PurseEvent.MembersChanged;
import hansom.contract.payment.PurseEvent.PurseOpened;
import hansom.contract.payment.PurseEvent.PurseReleased;
import hansom.contract.payment.PurseEvent.PurseReserved;
import hansom.contract.payment.PurseEvent.PurseReturned;
import hansom.contract.payment.PurseEvent.PurseTaken;
import hansom.contract.payment.PurseEvent.PurseToppedUp;
import hansom.contract.payment.PurseEvent.TopUpFailed;
import hansom.contract.payment.PurseEvent.TopUpRequested;
import hansom.contract.payment.PurseView;
import hansom.contract.payment.Purses;
import hansom.contract.rider.RiderId;
import hansom.query.row.ViewTable;
import hansom.query.row.Views;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what is in each purse and who may pay from it. */
@Component
@ProcessingGroup("query.purse")
class PurseProjection {
    private final Views views;
    private final ViewTable<PurseView> purses;

    PurseProjection(Views views) {
        this.views = views;
        this.purses = views.table("purses", PurseView.class, purse -> Map.of());
    }

    @EventHandler
    void on(PurseEvent event, @SequenceNumber long version) {
        String id = event.purseId().value();
        @Nullable PurseView before = purses.find(id).orElse(null);
        if (before != null && before.version() >= version) return;
        purses.save(id, after(before, event, version));
        switch (event) {
            case PurseOpened opened -> members(id, opened.members());
            case MembersChanged changed -> members(id, changed.members());
            default -> {}
        }
    }

    private static PurseView after(@Nullable PurseView before, PurseEvent event, long version) {
        if (event instanceof PurseOpened opened) {
            Money nothing = Money.zero(opened.currency());
            return new PurseView(
                    opened.purseId(), opened.company(), nothing, nothing, opened.limit(), opened.members(), version);
        }
        if (before == null) throw new IllegalStateException("a purse's story begins with its opening");
        Money nothing = Money.zero(before.balance().currency());
        return switch (event) {
            case PurseOpened again -> before;
            case MembersChanged changed ->
                new PurseView(
                        before.purseId(),
                        before.company(),
                        before.balance(),
                        before.reserved(),
                        before.free(),
                        changed.members(),
                        version);
            case TopUpRequested requested -> moved(before, nothing, nothing, version);
            case TopUpFailed failed -> moved(before, nothing, nothing, version);
            case PurseToppedUp topped -> moved(before, topped.amount(), nothing, version);
            case PurseReserved reserved -> moved(before, nothing, reserved.amount(), version);
            case PurseTaken taken ->
                moved(before, taken.amount().negated(), taken.amount().negated(), version);
            case PurseReleased released ->
                moved(before, nothing, released.amount().negated(), version);
            case PurseReturned returned -> moved(before, returned.amount(), nothing, version);
        };
    }

    /** What may be spent is what is there and not reserved. */
    private static PurseView moved(PurseView purse, Money in, Money reserved, long version) {
        return new PurseView(
                purse.purseId(),
                purse.company(),
                purse.balance().plus(in),
                purse.reserved().plus(reserved),
                purse.free().plus(in).minus(reserved),
                purse.members(),
                version);
    }

    private void members(String purse, Set<RiderId> members) {
        views.sql()
                .sql("DELETE FROM %s WHERE purse = :purse".formatted(views.name("purse_members")))
                .param("purse", purse)
                .update();
        List<String> columns = List.of("rider", "purse");
        for (RiderId member : members)
            views.sql()
                    .sql(views.insertIfAbsent("purse_members", columns, columns))
                    .param("rider", member.value())
                    .param("purse", purse)
                    .update();
    }

    @QueryHandler
    Optional<PurseView> handle(FindPurse query) {
        return purses.find(query.purseId().value());
    }

    @QueryHandler
    Purses handle(ListPurses query) {
        return new Purses(views
                .sql()
                .sql("SELECT purse FROM %s WHERE rider = :rider".formatted(views.name("purse_members")))
                .param("rider", query.riderId().value())
                .query(String.class)
                .list()
                .stream()
                .map(purses::find)
                .flatMap(Optional::stream)
                .toList());
    }
}
