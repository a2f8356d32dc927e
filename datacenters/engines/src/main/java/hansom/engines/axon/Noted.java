package hansom.engines.axon;

/** A failure of a command that is an answer: the events that were decided before it was thrown are kept. */
public interface Noted {}
