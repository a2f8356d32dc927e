package hansom.contract.refusal;

import java.util.Locale;

/** Every reason for which Hansom says no: what kind of no it is, what it means, and what the app should do about it. */
public enum RefusalCode {
    INVALID_REQUEST(
            Kind.INVALID, "A field is missing or wrong.", "Show the errors at their fields; do not repeat unchanged."),
    MALFORMED_BODY(
            Kind.INVALID, "The body is not the JSON that was expected.", "Mend the app; do not repeat unchanged."),
    BODY_TOO_LARGE(Kind.TOO_LARGE, "The body is larger than this path takes.", "Send less."),
    COORDINATES_SWAPPED(Kind.INVALID, "Latitude and longitude look swapped.", "Send lat and lng the right way round."),
    UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED, "The content type is not understood here.", "Send application/json."),
    METHOD_NOT_ALLOWED(Kind.METHOD, "The path does not know this method.", "Look up the path in the OpenAPI document."),
    NOT_FOUND(Kind.NOT_FOUND, "There is no such thing, or it is not yours.", "Drop it from the screen."),
    UNAUTHENTICATED(Kind.UNAUTHENTICATED, "No valid token came with the call.", "Renew the token or sign in."),
    FORBIDDEN(Kind.FORBIDDEN, "The token does not allow this.", "Sign in with the role that may."),
    RATE_LIMITED(Kind.RATE, "Too many calls.", "Wait for Retry-After, then repeat."),
    CODE_WRONG(
            Kind.INVALID,
            "The phone code or second factor is wrong or too old.",
            "Let the person type it again or ask for a new one."),
    SESSION_REUSED(
            Kind.UNAUTHENTICATED, "A refresh token was used twice; all of its family are revoked.", "Sign in again."),
    IDEMPOTENCY_KEY_MISSING(
            Kind.INVALID, "The Idempotency-Key header is missing.", "Send a fresh UUID and keep it for repeats."),
    IDEMPOTENCY_KEY_REUSED(
            Kind.UNPROCESSABLE, "The key was used with another body.", "Use a fresh key for a new request."),
    IDEMPOTENCY_IN_PROGRESS(
            Kind.CONFLICT_RETRY, "The first call with this key is still running.", "Repeat in a moment."),
    TEMPORARILY_UNAVAILABLE(
            Kind.UNAVAILABLE, "A part of the service does not answer.", "Repeat the same call with back-off."),
    VIEW_BEHIND(
            Kind.UNAVAILABLE, "The view has not reached the asked version in time.", "Repeat the read in a moment."),
    INTERNAL_ERROR(
            Kind.ERROR,
            "Something unforeseen went wrong; it is logged under the trace id.",
            "Repeat later; report the trace id."),

    NO_ROAD_NEAR(Kind.UNPROCESSABLE, "No road for this vehicle near the point.", "Ask for another point."),
    UNREACHABLE(Kind.UNPROCESSABLE, "No way leads between the points.", "Ask for another point."),
    OUTSIDE_SERVICE_AREA(Kind.UNPROCESSABLE, "The point is not on this map.", "Ask for a point inside the area."),
    SAME_START_AND_END(Kind.UNPROCESSABLE, "Pick-up and drop-off are the same.", "Ask for another drop-off."),
    POSITION_UNKNOWN(
            Kind.UNPROCESSABLE,
            "The driver's position is not known now.",
            "Keep the last known one; ask again in a moment."),
    TRACK_UNKNOWN(Kind.NOT_FOUND, "There is no track for this order.", "Show the planned route."),

    QUOTE_EXPIRED(Kind.CONFLICT, "The quoted fare holds no longer.", "Ask for a new quote and show it."),
    QUOTE_ALTERED(Kind.UNPROCESSABLE, "The quote is not as it was given.", "Ask for a new quote."),
    QUOTE_NOT_YOURS(Kind.FORBIDDEN, "The quote was given to somebody else.", "Ask for a quote of your own."),
    QUOTE_FOR_OTHER_ORDER(
            Kind.CONFLICT, "The quote belongs to another order.", "Use the order id that came with the quote."),
    NO_PRODUCT_HERE(Kind.UNPROCESSABLE, "No class is offered here.", "Tell the rider."),

    ORDER_EXISTS_WITH_OTHER_BODY(
            Kind.CONFLICT,
            "An order with this id was placed with other contents.",
            "Ask for a new quote; it brings a new id."),
    ORDER_UNKNOWN(Kind.NOT_FOUND, "There is no such order, or it is not yours.", "Drop it from the screen."),
    ORDER_NOT_SEARCHING(Kind.CONFLICT, "The order does not look for a driver now.", "Read the order again."),
    ORDER_ALREADY_TAKEN(Kind.CONFLICT, "Another driver has the order.", "Wait for the next offer."),
    ORDER_FINISHED(Kind.CONFLICT, "The order is over.", "Read the order again."),
    ORDER_NOT_STARTED(
            Kind.CONFLICT,
            "The trip has not begun.",
            "Arrive and start first, or repeat once these calls have gone through."),
    ORDER_ALREADY_STARTED(Kind.CONFLICT, "The trip has begun.", "Complete the trip instead."),
    NOT_ASSIGNED_YET(Kind.CONFLICT_RETRY, "The ride is not yours yet.", "Wait until the order says so, then repeat."),
    NOT_YOUR_ORDER(Kind.FORBIDDEN, "Somebody else drives this order.", "Drop it from the screen."),
    NOT_AT_PICKUP(Kind.CONFLICT, "The driver has not arrived yet.", "Arrive first."),
    BOARDING_CODE_WRONG(Kind.UNPROCESSABLE, "The boarding code is wrong.", "Ask the rider for the four digits."),
    BOARDING_CODE_PAUSED(
            Kind.CONFLICT,
            "Too many wrong boarding codes; none is listened to for a while.",
            "Wait until the time that the detail names; meanwhile let the rider read the code from the app."),
    STOP_OUT_OF_ORDER(Kind.CONFLICT, "The stop before has not been reached.", "Report the stops in their order."),
    TOO_EARLY_FOR_NO_SHOW(Kind.CONFLICT, "Free waiting is not over.", "Wait until the time that the order names."),
    PICKUP_TIME_WRONG(
            Kind.UNPROCESSABLE,
            "The pick-up time lies in the past or too far ahead.",
            "Choose a time from now to thirty days ahead."),
    PAYMENT_METHOD_UNKNOWN(Kind.UNPROCESSABLE, "There is no such payment method.", "Let the rider choose another."),
    PAYMENT_NOT_CHANGEABLE(Kind.CONFLICT, "The way of paying cannot be changed now.", "Read the order again."),
    RIDER_BLOCKED(Kind.FORBIDDEN, "The rider may not order.", "Show how to reach support."),
    RIDER_UNKNOWN(Kind.NOT_FOUND, "There is no such rider.", "Sign in again."),

    OFFER_UNKNOWN(Kind.NOT_FOUND, "The shift was not shown this offer.", "Drop it from the screen."),
    OFFER_EXPIRED(Kind.CONFLICT, "The offer's time is over.", "Wait for the next offer."),
    OFFER_WITHDRAWN(Kind.CONFLICT, "The offer has been taken back.", "Wait for the next offer."),
    OFFER_ALREADY_DECLINED(Kind.CONFLICT, "The offer was declined.", "Wait for the next offer."),
    SHIFT_NOT_OPEN(Kind.CONFLICT, "The driver is not on shift.", "Go on shift first."),
    SHIFT_PAUSED(Kind.CONFLICT, "The shift is paused.", "Resume first."),
    SHIFT_BUSY(Kind.CONFLICT, "The shift has an order or another offer.", "Finish that first."),
    SHIFT_ALREADY_OPEN(Kind.CONFLICT, "The shift is open with another vehicle.", "End it first."),

    DRIVER_UNKNOWN(Kind.NOT_FOUND, "There is no such driver.", "Sign in again."),
    DRIVER_NOT_APPROVED(Kind.FORBIDDEN, "The driver's papers are not approved.", "Show which papers are missing."),
    DRIVER_BLOCKED(Kind.FORBIDDEN, "The driver may not drive.", "Show the reason and how to appeal."),
    PAPERS_EXPIRED(Kind.FORBIDDEN, "A paper of the driver or vehicle is no longer valid.", "Ask for the new paper."),
    PAPER_UNKNOWN(Kind.NOT_FOUND, "There is no such paper.", "Read the application again."),
    PAPERS_INCOMPLETE(Kind.CONFLICT, "A required paper or vehicle is missing.", "Hand it in first."),
    VEHICLE_UNKNOWN(Kind.UNPROCESSABLE, "The driver has no such vehicle.", "Choose one of the driver's vehicles."),
    FLEET_UNKNOWN(Kind.UNPROCESSABLE, "There is no such fleet.", "Choose an existing fleet."),
    TOO_MANY(Kind.CONFLICT, "No more of these can be kept.", "Remove one first."),

    PAYMENT_UNKNOWN(Kind.NOT_FOUND, "There is no such payment.", "Drop it from the screen."),
    NOTHING_TO_CAPTURE(Kind.CONFLICT, "Nothing is authorised.", "Read the payment again."),
    AMOUNT_TOO_LARGE(Kind.UNPROCESSABLE, "The amount is more than was taken or allowed.", "Ask for less."),
    AMOUNT_INVALID(
            Kind.UNPROCESSABLE,
            "The amount is not positive or in another currency.",
            "Send a positive amount in the order's currency."),
    CARD_DECLINED(Kind.UNPROCESSABLE, "The card was declined.", "Ask for another card or cash."),
    FUNDS_INSUFFICIENT(
            Kind.CONFLICT, "The wallet or account has too little.", "Top up or choose another way of paying."),
    PURSE_UNKNOWN(
            Kind.NOT_FOUND,
            "There is no such wallet or account, or you are no member.",
            "Choose another way of paying."),
    PAYOUT_UNKNOWN(Kind.NOT_FOUND, "There is no such payout.", "Drop it from the screen."),
    BALANCE_TOO_SMALL(Kind.CONFLICT, "The balance is below the least payout.", "Try after more rides."),
    DAY_ALREADY_CLOSED(Kind.CONFLICT, "The day is closed.", "Nothing to do."),

    RATING_NOT_OPEN(
            Kind.CONFLICT,
            "The ride cannot be rated (yet or any more).",
            "Offer rating after the ride, within its time."),
    RATING_ALREADY_GIVEN(Kind.CONFLICT, "You have rated this ride otherwise.", "Show the given rating."),
    PLACE_UNKNOWN(Kind.NOT_FOUND, "There is no such street on this map.", "Search for it again."),
    CLOSURE_UNKNOWN(Kind.NOT_FOUND, "There is no such closure.", "Read the list again."),
    MISSING_ROAD_UNKNOWN(Kind.NOT_FOUND, "There is no such road among those the map lacks.", "Read the list again."),
    VIEW_UNKNOWN(Kind.UNPROCESSABLE, "There is no such view, or it cannot be rebuilt.", "Read the list of views."),
    REBUILD_RUNNING(Kind.CONFLICT_RETRY, "Views are being rebuilt.", "Wait until that rebuild is over."),
    MAP_FILE_UNKNOWN(
            Kind.UNPROCESSABLE,
            "There is no such file on the node's disk, or the node may not read it.",
            "Name a file by its whole path on the node."),
    MAP_UNREADABLE(
            Kind.UNPROCESSABLE,
            "The file is no whole extract of OpenStreetMap.",
            "Fetch the extract again; the map before is served."),
    MAP_ELSEWHERE(
            Kind.UNPROCESSABLE,
            "The map does not cover the area that is served.",
            "Name an extract of the same area; another city is another node."),
    MAP_SERVED_ALREADY(Kind.CONFLICT, "This very map is served.", "Nothing to do."),
    MAP_UPDATE_RUNNING(Kind.CONFLICT_RETRY, "The map is being updated.", "Wait until that update is over."),
    CLOCK_NOT_MOVABLE(Kind.CONFLICT, "The clock moves forward only, and only in the sandbox.", "Send a later time.");

    private final Kind kind;
    private final String meaning;
    private final String advice;

    RefusalCode(Kind kind, String meaning, String advice) {
        this.kind = kind;
        this.meaning = meaning;
        this.advice = advice;
    }

    public Kind kind() {
        return kind;
    }

    /** What it means, for developers, in English. */
    public String meaning() {
        return meaning;
    }

    /** What the app should do. */
    public String advice() {
        return advice;
    }

    /** The code as apps see it: {@code offer_expired}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kinds of no, with their HTTP status, and whether the same call may succeed later. */
    public enum Kind {
        INVALID(400, false),
        UNAUTHENTICATED(401, false),
        FORBIDDEN(403, false),
        NOT_FOUND(404, false),
        METHOD(405, false),
        CONFLICT(409, false),
        CONFLICT_RETRY(409, true),
        TOO_LARGE(413, false),
        UNSUPPORTED(415, false),
        UNPROCESSABLE(422, false),
        RATE(429, true),
        ERROR(500, true),
        UNAVAILABLE(503, true);

        private final int status;
        private final boolean retryable;

        Kind(int status, boolean retryable) {
            this.status = status;
            this.retryable = retryable;
        }

        public int status() {
            return status;
        }

        public boolean retryable() {
            return retryable;
        }
    }
}
