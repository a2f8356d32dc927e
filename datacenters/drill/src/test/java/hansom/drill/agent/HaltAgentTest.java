package hansom.drill.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A method reports itself each time it begins or ends, whichever way it goes, and works as before. */
class HaltAgentTest {
    private static final int FAR = 1_000;

    @Test
    void countsEachEndOfTheMethodWhicheverWayItGoes() throws Exception {
        assertThat(passed("ends", "sign", -3, 0, 7)).isEqualTo(3);
    }

    @Test
    void countsEachBeginning() throws Exception {
        assertThat(passed("begins", "sign", -3, 7)).isEqualTo(2);
    }

    @Test
    void leavesOtherMethodsAlone() throws Exception {
        assertThat(passed("ends", "other", -3, 7)).isZero();
    }

    private static int passed(String when, String method, int... arguments) throws Exception {
        Halt.at(FAR);
        Class<?> prepared = new Loader(when, method).loadClass(Sample.class.getName());
        for (int argument : arguments)
            assertThat(prepared.getMethod("sign", int.class).invoke(null, argument))
                    .isEqualTo(Integer.signum(argument));
        return FAR - Halt.left();
    }

    /** What is prepared. */
    public static final class Sample {
        private Sample() {}

        public static int sign(int number) {
            if (number > 0) return 1;
            return number < 0 ? -1 : 0;
        }
    }

    /** Loads the sample as a node's class loader would with the agent there. */
    private static final class Loader extends ClassLoader {
        private final HaltAgent.Reporting agent;

        Loader(String when, String method) {
            super(HaltAgentTest.class.getClassLoader());
            this.agent = new HaltAgent.Reporting(Sample.class.getName().replace('.', '/'), method, when.equals("ends"));
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Sample.class.getName())) return super.loadClass(name, resolve);
            try (var code = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] changed = agent.transform(this, name.replace('.', '/'), null, null, code.readAllBytes());
                byte[] prepared = Objects.requireNonNull(changed);
                return defineClass(name, prepared, 0, prepared.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
