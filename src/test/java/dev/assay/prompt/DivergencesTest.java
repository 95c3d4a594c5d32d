package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.source.Dialect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The one list of places where Assay departs from the format's first implementation. */
class DivergencesTest {

    static Stream<PromptCase> divergences() {
        return PromptCase.in("divergences.yaml");
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void assayAnswersByItsOwnRules(PromptCase divergence) {
        divergence.assertAnswer("assay", Dialect.STRICT);
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void theReferenceDialectAnswersAsTheFirstImplementationWhereThatIsSafe(PromptCase divergence) {
        divergence.assertAnswer("reference", Dialect.REFERENCE);
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void everyEntryTellsWhatTheFirstImplementationDoes(PromptCase divergence) {
        assertThat(divergence.fields().get("recorded")).asString().isNotBlank().endsWith(".");
        if (divergence.fields().get("diagnostics") instanceof List<?> expected) {
            assertThat(divergence.diagnostics())
                    .zipSatisfy(expected, (found, start) -> assertThat(found).startsWith(start.toString()));
        }
    }
}
