package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.registry.search.SearchHit;
import dev.assay.registry.search.SearchQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptSearchTest {
    @TempDir
    Path folder;

    private GitPromptRegistry registry;

    @BeforeEach
    void create() throws IOException {
        registry = GitPromptRegistry.create(folder.toRealPath());
        registry.save("support/tone", "Be kind.\r\n\r\nKind answers; kindly put.\r\n");
        registry.save("kind", "Nothing.\n");
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void namesComeFirstThenTextByPosition() {
        assertThat(find(SearchQuery.of("KIND")))
                .containsExactly(
                        new SearchHit("kind", 0, 1, "kind", 0, 4),
                        new SearchHit("support/tone", 1, 4, "Be kind.", 3, 7),
                        new SearchHit("support/tone", 3, 1, "Kind answers; kindly put.", 0, 4),
                        new SearchHit("support/tone", 3, 15, "Kind answers; kindly put.", 14, 18));
        assertThat(registry.search().find(SearchQuery.of("kind"), 2)).hasSize(2);
    }

    @Test
    void caseWordsAndExpressionsNarrowTheSearch() {
        assertThat(find(new SearchQuery("Kind", true, false, false))).hasSize(1);
        assertThat(find(new SearchQuery("kind", false, true, false))).hasSize(3);
        assertThat(find(new SearchQuery("^kind\\w*", false, false, true))).hasSize(2);
        assertThat(find(new SearchQuery("k*", false, false, false))).isEmpty();
        assertThatThrownBy(() -> find(new SearchQuery("(", false, false, true)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'(' is not a regular expression");
        assertThatThrownBy(() -> SearchQuery.of("")).isInstanceOf(InputException.class);
    }

    @Test
    void editsDeletionsAndNewFilesAreSeen() throws IOException {
        assertThat(find(SearchQuery.of("brief"))).isEmpty();
        registry.save("support/tone", "Be brief.");
        registry.save("new", "brief");
        assertThat(find(SearchQuery.of("brief"))).hasSize(2);
        Files.delete(registry.root().resolve("prompts/new.prompt"));
        assertThat(find(SearchQuery.of("brief"))).hasSize(1);
    }

    @Test
    void aFileThatIsNoTextIsPassedOver() throws IOException {
        Files.write(registry.root().resolve("prompts/binary.prompt"), new byte[] {(byte) 0xff, 'k', 'i', 'n', 'd'});
        assertThat(find(SearchQuery.of("kind"))).hasSize(4);
    }

    @Test
    void aLongLineIsShownAroundThePlace() {
        registry.save("long", "x".repeat(5000) + " needle " + "y".repeat(5000));
        SearchHit hit = find(SearchQuery.of("needle")).getFirst();
        assertThat(hit.snippet()).hasSizeLessThan(200);
        assertThat(hit.snippet().substring(hit.start(), hit.end())).isEqualTo("needle");
        assertThat(hit.column()).isEqualTo(5002);
    }

    @Test
    void aSearchThatWouldTakeForEverEndsWithItsThread() throws InterruptedException {
        registry.save("evil", "a".repeat(60) + "!");
        var outcome = new java.util.concurrent.CompletableFuture<Throwable>();
        Thread searching = Thread.ofPlatform().start(() -> {
            try {
                find(new SearchQuery("(.*a){25}b", false, false, true));
                outcome.complete(new AssertionError("it ended"));
            } catch (CancelledException e) {
                outcome.complete(e);
            }
        });
        searching.interrupt();
        searching.join();
        assertThat(outcome.join()).isInstanceOf(CancelledException.class);
    }

    private List<SearchHit> find(SearchQuery query) {
        return registry.search().find(query, 100);
    }
}
