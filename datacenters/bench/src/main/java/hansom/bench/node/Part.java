package hansom.bench.node;

/** What a node consists of, as the operating system sees it. */
public enum Part {
    JVM,
    POSTGRES,
    REDIS
}
