package hansom.city.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hansom.city.phone.Json;
import org.junit.jupiter.api.Test;

class SumsTest {
    private static JsonNode read(String json) {
        return Json.read(json.replace('\'', '"')).orElseThrow();
    }

    @Test
    void seesThatItemsAddUp() {
        assertThat(Sums.wrongIn(read("""
                {'total':{'amount_minor':575,'currency':'EUR'},'items':[
                 {'amount':{'amount_minor':250,'currency':'EUR'}},{'amount':{'amount_minor':325,'currency':'EUR'}}]}"""))).isEmpty();
    }

    @Test
    void seesWhatIsMissingAndAnotherCurrency() {
        assertThat(Sums.wrongIn(read("{'total':{'amount_minor':575,'currency':'EUR'},'items':[]}")))
                .isPresent();
        assertThat(Sums.wrongIn(read("{}"))).isPresent();
        assertThat(Sums.wrongIn(read("""
                {'total':{'amount_minor':5,'currency':'EUR'},'items':[{'amount':{'amount_minor':5,'currency':'RUB'}}]}"""))).isPresent();
    }

    @Test
    void seesAnEntryThatDoesNotSumToZero() {
        String receipt =
                "{'entries':[{'id':'e','postings':[{'amount':{'amount_minor':5}},{'amount':{'amount_minor':%d}}]}]}";
        assertThat(Sums.unbalanced(read(receipt.formatted(-5)))).isEmpty();
        assertThat(Sums.unbalanced(read(receipt.formatted(-4)))).contains("entry e sums to 1");
    }
}
