package hansom.edge.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneNumberTest {
    @Test
    void dropsWhatPeopleTypeBetweenDigits() {
        assertThat(PhoneNumber.of("+7 (916) 123-45-67")).contains(new PhoneNumber("+79161234567"));
    }

    @Test
    void takesOnlyTheInternationalForm() {
        assertThat(PhoneNumber.of("89161234567")).isEmpty();
        assertThat(PhoneNumber.of("+0916123456")).isEmpty();
        assertThat(PhoneNumber.of("+1234")).isEmpty();
        assertThat(PhoneNumber.of("+1234567890123456")).isEmpty();
    }

    @Test
    void isNotReadableInALog() {
        assertThat(new PhoneNumber("+79161234567")).asString().doesNotContain("9161234");
    }
}
