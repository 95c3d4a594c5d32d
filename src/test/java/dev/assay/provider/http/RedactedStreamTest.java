package dev.assay.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ChatListener;
import dev.assay.provider.failure.Secrets;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactedStreamTest {
    private final List<String> heard = new ArrayList<>();
    private final RedactedStream stream =
            new RedactedStream(heard::add, secrets("sk-planted-1", "sk-planted-1-longer", "ted-1-other"));

    private static Secrets secrets(String... keys) {
        var time = Duration.ofSeconds(1);
        var settings = new ProviderSettings(
                "house",
                Dialect.OPENAI,
                URI.create("http://localhost/v1"),
                new ApiKey.None(),
                Map.of(),
                List.of(),
                1,
                time,
                time,
                time);
        return new Secrets(settings, Stream.of(keys));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 100})
    void noKeyIsHeardHoweverItIsSplit(int size) {
        String text = "The key sk-planted-1, sk-planted-1-longer and sk-planted-1-other; sk-plan is none. sk-";
        for (int at = 0; at < text.length(); at += size) {
            stream.onText(text.substring(at, Math.min(text.length(), at + size)));
            assertThat(String.join("", heard)).doesNotContain("planted");
        }
        stream.end();
        assertThat(String.join("", heard)).isEqualTo("The key ***, *** and ***-other; sk-plan is none. sk-");
    }

    @Test
    void whatCannotBeginAKeyIsPassedOnAtOnce() {
        stream.onText("Hello wor");
        stream.onText("ld s");
        assertThat(heard).containsExactly("Hello wor", "ld ");
        stream.onText("un");
        assertThat(heard).endsWith("sun");
    }

    @Test
    void reasoningIsHiddenApartFromTheText() {
        var reasoning = new StringBuilder();
        var both = new RedactedStream(
                new ChatListener() {
                    @Override
                    public void onText(String delta) {
                        heard.add(delta);
                    }

                    @Override
                    public void onReasoning(String delta) {
                        reasoning.append(delta);
                    }
                },
                secrets("sk-planted-1"));
        both.onReasoning("sk-plan");
        both.onText("Hello");
        both.onReasoning("ted-1!");
        both.end();
        assertThat(heard).containsExactly("Hello");
        assertThat(reasoning).hasToString("***!");
    }
}
