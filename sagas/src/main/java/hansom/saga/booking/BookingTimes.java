package hansom.saga.booking;

import java.time.Duration;

/**
 * How long things may take while a driver is looked for.
 *
 * @param search how long one search goes on before the rider is told that nobody was found
 * @param ahead how long before the pick-up of a scheduled order its search begins
 * @param countdown how long a driver may think about an offer
 * @param patience how long a round waits for the map's or a view's answer
 */
record BookingTimes(Duration search, Duration ahead, Duration countdown, Duration patience) {}
