package hansom.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import hansom.engines.sql.PostgresDialect;
import hansom.engines.sql.Transactions;
import hansom.query.row.Catalogue;
import hansom.query.row.View;
import hansom.query.testing.ViewsUnderTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class GenerationTablesTest {
    private final ViewsUnderTest under = new ViewsUnderTest();
    private final JdbcClient sql = under.views().sql();
    private final GenerationTables tables =
            new GenerationTables(sql, new PostgresDialect(), new Transactions(under.manager()));

    @Test
    void makesTheNextGenerationAsTheFirstIs() {
        for (View view : Catalogue.ofHansom().views()) {
            tables.create(view, 2);
            tables.index(view, 2);
            tables.index(view, 2);
        }
        assertThat(columns("views_2")).isEqualTo(columns("views_1")).isNotEmpty();
        assertThat(indexes("views_2")).isEqualTo(indexes("views_1")).isNotEmpty();
    }

    @Test
    void knowsEveryColumnOfEveryTable() {
        List<String> known = Catalogue.ofHansom().views().stream()
                .flatMap(view -> view.tables().stream())
                .flatMap(table -> Stream.concat(table.key().stream(), table.columns().stream())
                        .map(column -> table.name() + " " + column))
                .toList();
        assertThat(columns("views_1").stream().map(line -> line.split(" ")[0] + " " + line.split(" ")[1]))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void dropsAGenerationAndTakesNothingElse() {
        View orders = Catalogue.ofHansom().find("orders").orElseThrow();
        tables.create(orders, 2);
        tables.drop(orders, 2);
        tables.drop(orders, 2);
        assertThat(columns("views_2")).isEmpty();
        assertThat(columns("views_1")).isNotEmpty();
    }

    private List<String> columns(String schema) {
        return sql.sql("SELECT table_name || ' ' || column_name || ' ' || data_type || ' '"
                        + " || coalesce(character_maximum_length, 0) || ' ' || is_nullable"
                        + " FROM information_schema.columns WHERE table_schema = :schema ORDER BY 1")
                .param("schema", schema)
                .query(String.class)
                .list();
    }

    private List<String> indexes(String schema) {
        return sql.sql(
                        "SELECT replace(indexdef, schemaname || '.', '') FROM pg_indexes WHERE schemaname = :schema ORDER BY 1")
                .param("schema", schema)
                .query(String.class)
                .list();
    }
}
