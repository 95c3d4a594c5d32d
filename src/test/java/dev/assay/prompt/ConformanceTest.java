package dev.assay.prompt;

import dev.assay.prompt.source.Dialect;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Assay's own conformance suite: what the public suite of the format leaves open. */
class ConformanceTest {

    static Stream<PromptCase> cases() {
        return PromptCase.in("conformance.yaml");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPromptIsAnsweredAsTheSuiteSays(PromptCase one) {
        one.assertAnswer("answer", Dialect.STRICT);
    }
}
