package hansom.contract.rating;

/** The mean of a person's last 150 ratings in hundredths of a star (0 when there are none), and how many there were in all. */
public record MeanRating(int hundredths, int count) {}
