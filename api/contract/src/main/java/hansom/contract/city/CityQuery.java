package hansom.contract.city;

/** What may be asked of the city as a whole. */
public sealed interface CityQuery {
    /** Orders under way or just over, and the figures of the moment; answered with {@link City}. */
    record SeeCity() implements CityQuery {}
}
