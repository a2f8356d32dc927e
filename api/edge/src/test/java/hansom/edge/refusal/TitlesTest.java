package hansom.edge.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.contract.refusal.RefusalCode;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TitlesTest {
    @ParameterizedTest
    @EnumSource
    void speakRussianAndEnglish(RefusalCode code) {
        assertThat(Titles.of(code, Locale.of("ru"))).containsPattern("[а-яё]").endsWith(".");
        assertThat(Titles.of(code, Locale.ENGLISH)).isEqualTo(code.meaning());
    }
}
