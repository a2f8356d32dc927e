package hansom.geo.road;

/** What is known of how fast roads are driven at this moment. */
@FunctionalInterface
public interface Traffic {
    /** The very same object as long as nothing that matters has changed, so that it is cheap to see that nothing has. */
    Paces now();
}
