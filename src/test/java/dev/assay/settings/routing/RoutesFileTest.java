package dev.assay.settings.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.PromptOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesFileTest {
    @TempDir
    Path folder;

    private List<Route> read(String text) throws IOException {
        Path file = folder.resolve("routes.yaml");
        Files.writeString(file, text);
        return RoutesFile.read(file);
    }

    @Test
    void cascadesAndChoicesAreReadInOrder() throws IOException {
        List<Route> routes = read("""
                routes:
                  cheap-first:
                    cascade:
                      - model: a/small
                        escalate: [empty, refusal, cut-off, invalid-json, error]
                      - model: b/middle
                        escalate:
                          - matches: (?i)i am not sure
                          - shorterThan: 20
                          - {judge: relevance, model: c/judge, below: 0.6}
                      - model: b/large
                  by-prompt:
                    choose:
                      - {prompts: support/**, tag: json, model: a/small}
                      - {tokensAbove: 4000, model: b/large}
                      - {tokensBelow: 100, model: "route:cheap-first"}
                      - model: b/middle
                """);

        assertThat(routes).extracting(Route::name).containsExactly("cheap-first", "by-prompt");
        Route.Cascade cascade = (Route.Cascade) routes.getFirst();
        assertThat(cascade.models()).extracting(ModelId::toString).containsExactly("a/small", "b/middle", "b/large");
        assertThat(cascade.steps().getFirst().escalate()).containsExactly(Trigger.Simple.values());
        assertThat(cascade.steps().get(1).escalate())
                .extracting(Trigger::toString)
                .containsExactly(
                        "the answer matched (?i)i am not sure",
                        "the answer had fewer than 20 characters",
                        "relevance was judged below 0.6");
        assertThat(cascade.judges()).containsExactly(ModelId.parse("c/judge"));
        Route.Choice choice = (Route.Choice) routes.getLast();
        assertThat(choice.options())
                .extracting(option -> option.when() + " -> " + option.model())
                .containsExactly(
                        "prompts support/**, tag json -> a/small",
                        "more than 4000 tokens -> b/large",
                        "fewer than 100 tokens -> route/cheap-first",
                        "always -> b/middle");
    }

    @Test
    void withoutAFileThereAreNoRoutes() {
        assertThat(RoutesFile.read(folder.resolve("none.yaml"))).isEmpty();
    }

    @Test
    void conditionsHoldByFolderTagAndLength() {
        var support = new PromptOrigin("support/triage", List.of("json"));
        var condition = new Condition("support/*", "json", null, null);
        assertThat(condition.holds(support, 0)).isTrue();
        assertThat(condition.holds(new PromptOrigin("support/triage", List.of()), 0))
                .isFalse();
        assertThat(condition.holds(new PromptOrigin("support/a/b", List.of("json")), 0))
                .isFalse();
        assertThat(condition.holds(null, 0)).isFalse();
        assertThat(new Condition("support/**", null, null, null).holds(new PromptOrigin("support/a/b", List.of()), 0))
                .isTrue();
        assertThat(new Condition(null, null, 100, null).holds(null, 100)).isFalse();
        assertThat(new Condition(null, null, 100, null).holds(null, 101)).isTrue();
        assertThat(new Condition(null, null, null, 100).holds(null, 99)).isTrue();
        assertThat(Condition.ALWAYS.holds(null, 0)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{a: {cascade: [{model: a/b}]}}; two models or more",
                "{a: {cascade: [{model: a/b}, {model: a/c}]}}; escalate is missing",
                "{a: {cascade: [{model: a/b, escalate: [empty]}, {model: a/c, escalate: [empty]}]}}; nothing to escalate to",
                "{a: {cascade: [{model: a/b, escalate: [emty]}, {model: a/c}]}}; 'emty' is no reason to escalate",
                "{a: {cascade: [{model: a/b, escalate: [{matches: '('}]}, {model: a/c}]}}; is no regular expression",
                "{a: {cascade: [{model: a/b, escalate: [{judge: x, below: 0.5}]}, {model: a/c}]}}; a reason to escalate is",
                "{a: {cascade: [{model: a/b, escalate: [{judge: x, model: j/k, below: 7}]}, {model: a/c}]}}; at most 1",
                "{a: {cascade: [{model: 'route:b', escalate: [empty]}, {model: a/c}]}}; not a route",
                "{a: {choose: [{tag: x, model: a/b}]}}; must have no condition",
                "{a: {choose: [{model: a/b}, {model: a/c}]}}; only the last model",
                "{a: {choose: [{tag: x, model: 'route:b'}, {model: a/c}]}}; there is no cascade 'b'",
                "{a: {}}; cascade or choose",
                "{'a b': {choose: [{model: a/b}]}}; letters, digits",
                "{a: {choose: [{modell: a/b}]}}; unknown setting",
            })
    void aMistakeIsToldWithItsPlace(String routes, String message) {
        assertThatThrownBy(() -> read("routes: " + routes))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("routes.yaml:1:")
                .hasMessageContaining(message);
    }
}
