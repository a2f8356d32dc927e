package hansom.node;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.refusal.RefusalCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The table of refusals is whole: every code, what it means and what an app should do about it. */
class ProblemsTest {
    private final RunningNode node = RunningNode.shared();

    @Test
    void everyCodeIsExplained() {
        JsonNode problems = new Phone(node.url()).get("/v1/problems").taken().at("problems");
        assertThat(problems.valueStream().map(problem -> problem.path("code").asString()))
                .containsExactlyInAnyOrder(Arrays.stream(RefusalCode.values())
                        .map(RefusalCode::wire)
                        .toArray(String[]::new));
        problems.valueStream().forEach(problem -> {
            assertThat(problem.path("meaning").asString("")).as("%s", problem).isNotBlank();
            assertThat(problem.path("advice").asString("")).as("%s", problem).isNotBlank();
        });
    }
}
