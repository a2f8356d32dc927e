package hansom.engines.work;

/**
 * One outside call that is owed.
 *
 * @param id names the call for ever and is the key under which the other side recognises a repetition
 * @param content what the worker needs to make the call, as its kind writes it
 * @param attempts how often it was tried before
 */
public record Work(String kind, String id, String content, int attempts) {}
