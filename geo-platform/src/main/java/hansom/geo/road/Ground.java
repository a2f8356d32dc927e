package hansom.geo.road;

import hansom.geo.hierarchy.Steps;
import java.util.function.IntPredicate;

/** What cars of a kind are followed on, closed or not, for where they are, they are: the roads, and the steps from one to the next that they {@code may} take. */
record Ground(Arcs arcs, Nearby nearby, Steps steps, IntPredicate may) {}
