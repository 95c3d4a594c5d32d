package dev.assay.history.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.history.database.HistorySource.Access;
import dev.assay.llm.InputException;
import org.junit.jupiter.api.Test;

class HistoryServerSourceTest {
    @Test
    void anAddressThatCannotBeReadIsToldWithItsMendAndWithoutItsSecrets() {
        var source = new HistoryServerSource("jdbc:postgresql://db.example:port/assay?password=s3cret", "assay", "");

        assertThatThrownBy(() -> source.open(Access.READ, () -> false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("db.example:port")
                .hasMessageContaining("jdbc:postgresql://HOST:PORT/DATABASE")
                .hasMessageNotContaining("s3cret");
    }
}
