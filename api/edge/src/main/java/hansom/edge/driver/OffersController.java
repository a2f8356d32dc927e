package hansom.edge.driver;

import hansom.contract.driver.DriverId;
import hansom.contract.refusal.RefusalCode;
import hansom.contract.shift.OfferId;
import hansom.contract.shift.ShiftCommand.AcceptOffer;
import hansom.contract.shift.ShiftCommand.DeclineOffer;
import hansom.contract.shift.ShiftId;
import hansom.contract.shift.ShiftView.OfferView;
import hansom.edge.ask.Accepted;
import hansom.edge.ask.Commands;
import hansom.edge.ask.Page;
import hansom.edge.person.PersonalTexts;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.ShiftShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders shown to a driver, for apps that do not listen on the socket. */
@RestController
@RequestMapping("/v1/driver/offers")
@Tag(name = "Driver: shift")
final class OffersController {
    private final Commands commands;
    private final Drivers drivers;
    private final PersonalTexts texts;

    OffersController(Commands commands, Drivers drivers, PersonalTexts texts) {
        this.commands = commands;
        this.drivers = drivers;
        this.texts = texts;
    }

    @GetMapping
    @Operation(summary = "The offers on the driver's screen")
    Page<ShiftShape.Offer> offers(DriverId driver) {
        @Nullable OfferView offer = drivers.shift(driver, null).offer();
        return new Page<>(offer == null ? List.of() : List.of(ShiftShape.Offer.of(offer, texts)), null);
    }

    @PostMapping("/{id}/accept")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Take the order",
            description = "Accepted means that your shift holds it; the ride is yours when the order says so.")
    @Refuses({
        RefusalCode.OFFER_UNKNOWN,
        RefusalCode.OFFER_EXPIRED,
        RefusalCode.OFFER_WITHDRAWN,
        RefusalCode.OFFER_ALREADY_DECLINED,
        RefusalCode.SHIFT_NOT_OPEN,
        RefusalCode.SHIFT_BUSY
    })
    Accepted accept(DriverId driver, @PathVariable OfferId id) {
        ShiftId shift = own(driver, id);
        return commands.accept(shift, new AcceptOffer(shift, id));
    }

    @PostMapping("/{id}/decline")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Leave the order to others")
    @Refuses({RefusalCode.OFFER_UNKNOWN, RefusalCode.SHIFT_BUSY})
    Accepted decline(DriverId driver, @PathVariable OfferId id) {
        ShiftId shift = own(driver, id);
        return commands.accept(shift, new DeclineOffer(shift, id));
    }

    private static ShiftId own(DriverId driver, OfferId offer) {
        ShiftId shift = ShiftId.of(driver);
        if (!offer.shift().equals(shift)) throw new Refused(RefusalCode.OFFER_UNKNOWN);
        return shift;
    }
}
