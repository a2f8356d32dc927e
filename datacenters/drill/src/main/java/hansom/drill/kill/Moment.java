package hansom.drill.kill;

import java.nio.file.Path;

/** A place in the node's code at which a kill is worst. */
enum Moment {
    AFTER_THE_PROVIDERS_YES("hansom.command.gateway.SandboxProvider", "authorise", true, 6),
    AFTER_THE_MONEY_WAS_TAKEN("hansom.command.gateway.SandboxProvider", "capture", true, 4),
    AFTER_A_SAGAS_COMMIT("hansom.engines.axon.SagaSteps", "take", true, 40),
    BEFORE_A_FRAME("hansom.edge.live.SocketOutlet", "send", false, 60),
    BEFORE_THE_ANSWER("hansom.edge.ask.Commands", "send", true, 30),
    WHILE_A_PAYOUT_IS_OUT("hansom.command.gateway.SandboxBank", "send", true, 2);

    private final String type;
    private final String method;
    private final boolean atEnd;
    private final int most;

    /** {@code most}: the time it may come at latest that is waited for. */
    Moment(String type, String method, boolean atEnd, int most) {
        this.type = type;
        this.method = method;
        this.atEnd = atEnd;
        this.most = most;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    /** Past what happens before there are people. */
    int least() {
        return (most + 1) / 2;
    }

    int most() {
        return most;
    }

    /** The option of a JVM that ends itself when this has come so many times. */
    String option(Path agent, int times) {
        return "-javaagent:%s=%s:%s:%s:%d".formatted(agent, type, method, atEnd ? "ends" : "begins", times);
    }

    String words() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
