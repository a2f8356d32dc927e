package hansom.contract.fare;

import hansom.contract.geo.Demand;

/** By how much demand raises a fare, in thousandths of it (1000: not at all), and the counts that it was reckoned from. */
public record Surge(int permille, Demand demand) {}
