package hansom.node;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/** Keeps the trace of a failure off the terminal while there is no log yet that it could go to; the one line of main says why. */
class BeforeTheLog implements SpringBootExceptionReporter {
    private final @Nullable ConfigurableApplicationContext context;

    BeforeTheLog(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        return context == null;
    }
}
