package hansom.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hansom.contract.id.Region;
import hansom.contract.id.Uuid7;
import hansom.contract.order.OrderId;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

/** Ids are checked letter by letter. */
class IdsTest {
    private static final String UUID = "0191a2b3-c4d5-7e6f-8a9b-0c1d2e3f4a5b";
    private static final Pattern FORM =
            Pattern.compile("ord_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @Example
    void takesWhatIsMinted() {
        String minted = Uuid7.mint("ord", Region.LOCAL, Instant.parse("2026-11-30T12:00:00Z"));
        assertThat(new OrderId(minted).value()).isEqualTo(minted).matches(FORM);
        assertThat(Uuid7.checked("ord", "ord_" + UUID)).isEqualTo("ord_" + UUID);
    }

    @Example
    void refusesOtherForms() {
        for (String other : new String[] {
            "",
            "ord",
            "ord_",
            UUID,
            "drv_" + UUID,
            "orders_" + UUID,
            "ord-" + UUID,
            "ord_" + UUID + "0",
            "ord_" + UUID.substring(1),
            "ord_" + UUID.toUpperCase(Locale.ROOT),
            "ord_" + UUID.replace('-', '0'),
            "ord__" + UUID.substring(1)
        })
            assertThatThrownBy(() -> new OrderId(other))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ord_uuid");
    }

    /** One letter anywhere is another: taken exactly when it still has the form. */
    @Property
    void takesJustTheForm(
            @ForAll @CharRange(from = ' ', to = 'z') char letter, @ForAll @IntRange(min = 0, max = 39) int at) {
        StringBuilder changed = new StringBuilder("ord_" + UUID);
        changed.setCharAt(at, letter);
        String id = changed.toString();
        if (FORM.matcher(id).matches()) assertThat(new OrderId(id).value()).isEqualTo(id);
        else assertThatThrownBy(() -> new OrderId(id)).isInstanceOf(IllegalArgumentException.class);
    }
}
