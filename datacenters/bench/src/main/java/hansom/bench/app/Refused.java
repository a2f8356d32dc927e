package hansom.bench.app;

/** A call that should have been taken was not. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refused(Answer answer) {
        super("%s was answered %d %s".formatted(answer.call(), answer.status(), answer.body()));
        status = answer.status();
        code = answer.code();
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
