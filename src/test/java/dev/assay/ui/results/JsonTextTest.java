package dev.assay.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void anObjectIsIndentedAndItsNumbersStayAsTheyWere() {
        assertThat(JsonText.indented(" {\"team\":\"billing\",\"share\":0.10}")
                        .orElseThrow()
                        .lines())
                .containsExactly("{", "  \"team\" : \"billing\",", "  \"share\" : 0.10", "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "{not json}", "{\"a\":1} and more", "{\"a\":1,\"a\":2}", "[1", "12"})
    void whatWouldLoseSomethingIsLeftAlone(String text) {
        assertThat(JsonText.indented(text)).isEmpty();
    }
}
