package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptFilesCommandTest {
    private static final String AUTHOR = "Ada <ada@example.org>";

    @TempDir
    private Path folder;

    private CommandLineHarness assay;
    private Path prompts;

    @BeforeEach
    void aCommittedPrompt() throws IOException {
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
        assertThat(assay.run("prompts", "list").status()).isZero();
        prompts = folder.resolve("Assay/prompts");
        Files.writeString(prompts.resolve("hello.prompt"), "Be kind.\nHello {{name}}!\n");
        commit("hello", "Greet people");
    }

    @Test
    void aRenamedPromptKeepsItsLogAndItsBlame() throws IOException {
        JsonNode renamed = json("prompts", "rename", "hello", "talk/greet", "--author", AUTHOR);
        Files.writeString(prompts.resolve("talk/greet.prompt"), "Be kind.\nHi {{name}}!\n");

        assertThat(renamed.at("/renamed/0/to").asText()).isEqualTo("talk/greet");
        assertThat(assay.run("prompts", "log", "talk/greet").out())
                .contains("(renamed from hello)", "Greet people", "Ada");
        JsonNode log = json("prompts", "log", "talk/greet");
        assertThat(log.at("/revisions")).hasSize(2);
        assertThat(log.at("/revisions/0/renamedFrom").asText()).isEqualTo("hello");
        assertThat(log.at("/revisions/1/name").asText()).isEqualTo("hello");
        assertThat(json("prompts", "log", "talk/greet", "--limit", "1").at("/revisions"))
                .hasSize(1);
        JsonNode blame = json("prompts", "blame", "talk/greet");
        assertThat(blame.at("/blame/0/revision/message").asText()).isEqualTo("Greet people");
        assertThat(blame.at("/blame/0/path").asText()).isEqualTo("prompts/hello.prompt");
        assertThat(blame.at("/blame/1/revision").isNull()).isTrue();
        assertThat(blame.at("/blame/1/lines/0").asText()).isEqualTo("Hi {{name}}!");
        assertThat(assay.run("prompts", "blame", "talk/greet").out()).contains("not committed", "Hi {{name}}!");
    }

    @Test
    void aRenameTakesVariantsAndReferencesAlongOnlyWhereItIsAsked() throws IOException {
        Files.writeString(prompts.resolve("_tone.prompt"), "Be kind.\n");
        Files.writeString(prompts.resolve("_tone.short.prompt"), "Kind.\n");
        Files.writeString(prompts.resolve("user.prompt"), "{{> tone}}\n");
        commit("_tone", "Add a tone");

        var alone = assay.run("prompts", "rename", "_tone", "_voice", "--author", AUTHOR);
        assertThat(alone.err()).contains("prompts/user.prompt still gives the old name", "--references");
        assertThat(assay.run("prompts", "rename", "_voice", "_tone", "--author", AUTHOR)
                        .status())
                .isZero();
        JsonNode all = json("prompts", "rename", "_tone", "_voice", "--references", "--variants", "--author", AUTHOR);

        assertThat(all.at("/renamed")).hasSize(2);
        assertThat(all.at("/rewritten/0").asText()).isEqualTo("prompts/user.prompt");
        assertThat(prompts.resolve("_voice.short.prompt")).exists();
        assertThat(prompts.resolve("user.prompt")).hasContent("{{> voice}}");
    }

    @Test
    void aDeletedPromptIsListedAndRestored() throws IOException {
        assertThat(assay.run("prompts", "delete", "hello").out()).contains("assay prompts restore hello");
        assertThat(prompts.resolve("hello.prompt")).doesNotExist();
        assertThat(assay.run("prompts", "restore", "hello").status()).isZero();
        assertThat(prompts.resolve("hello.prompt")).hasContent("Be kind.\nHello {{name}}!");

        assay.run("prompts", "delete", "hello");
        commit("hello", "Drop the greeting");

        assertThat(assay.run("prompts", "list").out()).doesNotContain("hello");
        assertThat(assay.run("prompts", "list", "--deleted").out())
                .contains("x hello  (deleted by", "Drop the greeting");
        assertThat(json("prompts", "list", "--deleted").at("/deleted/0/name").asText())
                .isEqualTo("hello");
        assertThat(assay.run("prompts", "restore", "hello").out()).contains("Restored hello");
        assertThat(prompts.resolve("hello.prompt")).hasContent("Be kind.\nHello {{name}}!");
    }

    @Test
    void textThatNoCommitHasIsKeptWhenItsPromptIsDeleted() throws IOException {
        Files.writeString(prompts.resolve("hello.prompt"), "Precious\n");

        String kept = json("prompts", "delete", "hello").at("/keptIn").asText();

        assertThat(folder.resolve("Assay").resolve(kept)).hasContent("Precious");
    }

    @Test
    void restoringAnEarlierVersionDoesNotReplaceEditsUnasked() throws IOException {
        String first =
                json("prompts", "log", "hello").at("/revisions/0/commitId").asText();
        Files.writeString(prompts.resolve("hello.prompt"), "Precious\n");

        var refused = assay.run("prompts", "restore", "hello", first);

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("--force").hasLineCount(1);
        assertThat(prompts.resolve("hello.prompt")).hasContent("Precious");
        assertThat(json("prompts", "restore", "hello", first, "--force")
                        .at("/commitId")
                        .asText())
                .isEqualTo(first);
        assertThat(prompts.resolve("hello.prompt")).hasContent("Be kind.\nHello {{name}}!");
    }

    @Test
    void aCopyIsAPromptOfItsOwn() throws IOException {
        assertThat(json("prompts", "duplicate", "hello", "hello.formal")
                        .at("/to")
                        .asText())
                .isEqualTo("hello.formal");

        assertThat(prompts.resolve("hello.formal.prompt")).hasContent("Be kind.\nHello {{name}}!");
        assertThat(assay.run("prompts", "list").out()).contains("U hello.formal");
    }

    @Test
    void searchFindsNamesAndTextsAsItIsTold() throws IOException {
        JsonNode found = json("prompts", "search", "HELLO");
        assertThat(found.at("/hits/0/inName").asBoolean()).isTrue();
        assertThat(found.at("/hits/1/line").asInt()).isEqualTo(2);

        assertThat(assay.run("prompts", "search", "Hello {{").out()).contains("hello:2:1  Hello {{name}}!");
        assertThat(json("prompts", "search", "HELLO", "--case").at("/hits")).isEmpty();
        assertThat(json("prompts", "search", "hell", "--word").at("/hits")).isEmpty();
        assertThat(json("prompts", "search", "h[e]llo", "--regex").at("/hits")).hasSize(2);
        assertThat(json("prompts", "search", "h[e]llo").at("/hits")).isEmpty();
    }

    @Test
    void diffComparesAnyTwoRevisions() throws IOException {
        String first =
                json("prompts", "log", "hello").at("/revisions/0/commitId").asText();
        Files.writeString(prompts.resolve("hello.prompt"), "Be kind.\nHi!\n");
        commit("hello", "Shorten");
        Files.writeString(prompts.resolve("hello.prompt"), "Be kind.\nHey!\n");

        assertThat(json("prompts", "diff", "hello", first, "HEAD").at("/diff").asText())
                .contains("-Hello {{name}}!", "+Hi!");
        assertThat(assay.run("prompts", "diff", "hello", first).out()).contains("-Hello {{name}}!", "+Hey!");
        assertThat(assay.run("prompts", "diff", "hello").out()).contains("-Hi!", "+Hey!");
    }

    @Test
    void textOfStrangersCannotSteerTheTerminal() throws IOException {
        Files.writeString(prompts.resolve("hello.prompt"), "red \u001b[31m flip \u202e\n");
        commit("hello", "bell \u0007\u001b]0;title");

        assertThat(assay.run("prompts", "log", "hello").out()).doesNotContain("\u001b", "\u0007");
        assertThat(assay.run("prompts", "blame", "hello").out()).doesNotContain("\u001b", "\u202e");
        assertThat(assay.run("prompts", "search", "red").out()).doesNotContain("\u001b", "\u202e");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            blame nowhere              | nowhere
            blame hello@HEAD           | hello@HEAD
            log hello --limit 0        | --limit is 0
            rename nowhere other --author A<a@b.c>   | nowhere
            rename hello hello --author A<a@b.c>     | already
            rename hello ../out --author A<a@b.c>    | is not a prompt name
            duplicate hello hello      | already
            delete nowhere             | nowhere
            restore hello              | is there
            restore nowhere            | --deleted
            restore hello nosuchrev    | nosuchrev
            search EMPTY               | Nothing to search for
            search ( --regex           | not a regular expression
            search x --limit 0         | --limit is 0
            diff hello HEAD nosuchrev  | nosuchrev
            commit helo -m x           | did you mean hello?
            """)
    void badInputIsOneClearLine(String arguments, String named) {
        String[] words = ("prompts " + arguments).replace("EMPTY", "").split(" ", -1);

        var result = assay.run(words);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(named).startsWith("assay: ").hasLineCount(1);
    }

    private void commit(String name, String message) {
        assertThat(assay.run("prompts", "commit", name, "-m", message, "--author", AUTHOR)
                        .status())
                .isZero();
    }

    private JsonNode json(String... arguments) throws IOException {
        String[] asked = Arrays.copyOf(arguments, arguments.length + 1);
        asked[arguments.length] = "--json";
        return assay.run(asked).json();
    }
}
