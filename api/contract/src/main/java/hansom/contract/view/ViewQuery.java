package hansom.contract.view;

/** What may be asked about views. */
public sealed interface ViewQuery {
    /** Every view, its generation and its rebuild; answered with {@link ViewStates}. */
    record ListViews() implements ViewQuery {}
}
