package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be wrong with the user's files and settings: one line, the place, the right exit status. */
class BadInputTest {
    @TempDir
    private static Path folder;

    private static CommandLineHarness assay;

    @BeforeAll
    static void aWorkspaceFullOfMistakes() throws IOException {
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
        assertThat(assay.run("prompts", "list").err()).contains("Created the workspace");
        Path workspace = folder.resolve("Assay");
        prompt(workspace, "broken", "---\nmodel: [x\n---\nHello\n");
        prompt(workspace, "helper", "Hello\n{{frobnicate name}}\n");
        prompt(workspace, "needs", "---\ninput:\n  schema:\n    name: string\n---\nHello {{name}}\n");
        prompt(workspace, "partless", "Hello\n{{> gone}}\n");
        prompt(workspace, "plain", "Say {{word}}\n");
        Files.writeString(workspace.resolve("datasets/words.csv"), "word\none\ntwo\n");
        Files.writeString(workspace.resolve("providers.yaml"), """
                providers:
                  keyless:
                    dialect: openai
                    baseUrl: http://127.0.0.1:9/v1
                    apiKey: ${ASSAY_TEST_NO_SUCH_KEY}
                  nobody:
                    dialect: openai
                    baseUrl: http://127.0.0.1:9/v1
                """);
    }

    private static void prompt(Path workspace, String name, String text) throws IOException {
        Files.writeString(workspace.resolve("prompts/" + name + ".prompt"), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | render broken                                                          | broken.prompt:3:
            2 | render helper                                                          | helper.prompt:2:3
            2 | render needs                                                           | name
            2 | render nowhere                                                         | nowhere
            2 | render plain@deadbeef                                                  | deadbeef
            2 | render plain --vars none.json                                          | none.json
            2 | render plain --case words:3                                            | 1 to 2
            2 | prompts show nowhere                                                   | nowhere
            2 | prompts log nowhere                                                    | nowhere
            2 | prompts commit nowhere -m x                                            | nowhere
            2 | prompts diff plain nosuchrev                                           | nosuchrev
            2 | runs show 1999                                                         | 1999
            2 | compare --prompt plain --model offline/brief --dataset nowhere         | nowhere
            2 | compare --prompt nowhere --model offline/brief --dataset words         | nowhere
            2 | compare --prompt plain@deadbeef --model offline/brief --dataset words  | deadbeef
            2 | compare --prompt helper --model offline/brief --dataset words          | helper.prompt:2:3
            2 | compare --prompt needs --model offline/brief --dataset words           | name
            2 | compare --prompt plain --model nosuch/model --dataset words            | nosuch
            2 | compare --prompt plain --model offline/nosuch --dataset words          | nosuch
            """)
    void aMistakeInTheInputIsOneLineWithItsPlace(int status, String arguments, String named) {
        var result = assay.run(arguments.split(" "));

        assertThat(result.err()).contains(named);
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void aMissingKeyIsNamedBeforeAnythingIsSent() {
        var result = assay.run("compare", "--prompt", "plain", "--model", "keyless/m", "--dataset", "words");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1).first().asString().contains("ASSAY_TEST_NO_SUCH_KEY", "keyless");
    }

    @Test
    void aProviderThatGivesNoAnswerAtAllIsStatusThree() throws IOException {
        var result = assay.run(
                "compare", "--prompt", "plain", "--model", "nobody/m", "--dataset", "words", "--no-judge", "--json");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("No answer at all for A");
        assertThat(result.json().at("/variants/0/errors").asInt()).isEqualTo(2);
        assertThat(result.json().at("/cells/0/error/message").asText()).contains("127.0.0.1:9");
        assertThat(result.json().at("/variants/0/costUsd").isNull()).isTrue();
    }

    @Test
    void oneSilentProviderDoesNotSpoilTheOther() throws IOException {
        var result = assay.run(
                "compare",
                "--prompt",
                "plain",
                "--model",
                "offline/brief",
                "--model",
                "nobody/m",
                "--dataset",
                "words",
                "--no-judge",
                "--json");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.json().at("/variants/0/errors").asInt()).isZero();
        assertThat(result.json().at("/variants/1/errors").asInt()).isEqualTo(2);
    }

    @Test
    void aJudgeThatNeverAnswersIsAProviderThatFailed() throws IOException {
        var result = assay.run(
                "compare",
                "--prompt",
                "plain",
                "--model",
                "offline/brief",
                "--dataset",
                "words",
                "--judge",
                "nobody/m",
                "--json");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("No answer at all from the judge nobody/m");
        assertThat(result.json().at("/variants/0/errors").asInt()).isZero();
    }

    @Test
    void lintFindsTheMistakesWithTheirPlaces() {
        var result = assay.run("lint");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "broken.prompt:3:",
                        "helper.prompt:2:3: error: ",
                        "partless.prompt:2:1: error: missing-partial");
    }

    @Test
    void lintGoesOnPastFilesThatCannotBeRead() throws IOException {
        Path prompts = folder.resolve("Assay/prompts");
        Files.write(prompts.resolve("aaa-latin.prompt"), new byte[] {'h', 'i', '\n', (byte) 0xe9, '\n'});
        Files.write(prompts.resolve("aab-large.prompt"), new byte[2 << 20]);

        var result = assay.run("lint");
        Files.delete(prompts.resolve("aaa-latin.prompt"));
        Files.delete(prompts.resolve("aab-large.prompt"));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(
                        "prompts/aaa-latin.prompt:1:1: error: unreadable-file: ",
                        "is not UTF-8",
                        "prompts/aab-large.prompt:1:1: error: unreadable-file: ",
                        "partless.prompt:2:1: error: missing-partial");
    }

    @Test
    void doctorNamesTheMissingKeyAndTheSilentHost() throws IOException {
        var result = assay.run("doctor", "--json");

        assertThat(result.status()).isZero();
        assertThat(result.json().at("/checks"))
                .anySatisfy(check -> assertThat(check.toString()).contains("warn", "ASSAY_TEST_NO_SUCH_KEY"))
                .anySatisfy(check -> assertThat(check.toString()).contains("warn", "127.0.0.1:9"));
    }
}
