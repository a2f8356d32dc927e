package hansom.edge.rider;

import hansom.contract.rider.RiderClass;
import hansom.contract.rider.RiderView;
import hansom.edge.person.PersonalTexts;
import hansom.edge.shape.DriverShape;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rider's own page. */
@Schema(name = "Rider")
record RiderShape(
        String riderId,
        @Nullable String phone,
        @Schema(example = "Anna") @Nullable String name,
        @Nullable String email,
        @Schema(example = "ru") String language,
        @Nullable String avatar,
        RiderClass riderClass,
        boolean blocked,
        @Nullable String blockReason,
        @Schema(example = "4.92") @Nullable Double rating,
        int ratings,
        Instant registeredAt,
        long version) {

    static RiderShape of(RiderView rider, PersonalTexts texts) {
        return new RiderShape(
                rider.riderId().value(),
                texts.open(rider.phone()),
                texts.open(rider.name()),
                texts.open(rider.email()),
                rider.language(),
                DriverShape.avatar(rider.avatarFile()),
                rider.riderClass(),
                rider.blocked(),
                rider.blockReason(),
                DriverShape.stars(rider.rating()),
                rider.ratings(),
                rider.registeredAt(),
                rider.version());
    }
}
