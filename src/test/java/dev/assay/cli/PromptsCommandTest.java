package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.registry.GitCommand;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsCommandTest {
    @TempDir
    private Path folder;

    private CommandLineHarness assay;

    @BeforeEach
    void aPromptOfOurOwn() throws IOException {
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
        assertThat(assay.run("prompts", "list").status()).isZero();
        Files.writeString(
                folder.resolve("Assay/prompts/hello.prompt"),
                "{{role \"system\"}}Be kind.\n{{role \"user\"}}Hello {{name}}!\n");
    }

    @Test
    void aPromptIsCommittedAndThenHasALogAndADiff() throws IOException {
        var committed = assay.run(
                "prompts", "commit", "hello", "-m", "Greet people", "--author", "Ada <ada@example.org>", "--json");
        Files.writeString(folder.resolve("Assay/prompts/hello.prompt"), "Good day {{name}}!\n");

        assertThat(committed.status()).isZero();
        JsonNode log = assay.run("prompts", "log", "hello", "--json").json();
        assertThat(log.at("/revisions")).hasSize(1);
        assertThat(log.at("/revisions/0/commitId")).isEqualTo(committed.json().at("/commitId"));
        assertThat(log.at("/revisions/0/author").asText()).isEqualTo("Ada");
        assertThat(assay.run("prompts", "diff", "hello").out()).contains("+Good day {{name}}!");
        assertThat(assay.run("prompts", "list").out()).contains("M hello");
        String id = log.at("/revisions/0/commitId").asText();
        assertThat(assay.run("prompts", "show", "hello@" + id).out()).contains("Be kind.");
    }

    @Test
    void aNamedSchemaIsThatOfTheRevision() throws IOException {
        Path workspace = folder.resolve("Assay");
        Files.createDirectories(workspace.resolve("schemas"));
        Files.writeString(workspace.resolve("schemas/Person.yaml"), "name: string\n");
        Files.writeString(
                workspace.resolve("prompts/hello.prompt"),
                "---\ninput:\n  schema:\n    who: Person\n---\nHello {{who.name}}!\n");
        Files.writeString(folder.resolve("v.json"), "{\"who\": {\"name\": \"Ada\"}}");
        assertThat(assay.run("lint", "hello").out()).isEmpty();
        assertThat(assay.run("prompts", "commit", "-a", "-m", "All", "--author", "Ada <a@b.org>")
                        .status())
                .isZero();

        Files.writeString(workspace.resolve("schemas/Person.yaml"), "first: string\n");

        var now = assay.run("render", "hello", "--vars", "v.json");
        assertThat(now.status()).isEqualTo(2);
        assertThat(now.err()).contains("first");
        assertThat(assay.run("render", "hello", "--at", "HEAD", "--vars", "v.json")
                        .out())
                .contains("Hello Ada!");
    }

    @Test
    void toolsThatGoAlongAreListedAndCounted() throws IOException {
        Path workspace = folder.resolve("Assay");
        Files.createDirectories(workspace.resolve("tools"));
        Files.writeString(workspace.resolve("tools/find.yaml"), "description: Finds\ninputSchema: {number: integer}\n");
        Files.writeString(
                workspace.resolve("prompts/hello.prompt"),
                "---\ntools: [find]\nconfig: {toolChoice: find}\n---\nHello\n");

        assertThat(assay.run("render", "hello").out())
                .contains("--- tool find: Finds\n{")
                .contains("\"number\"")
                .contains("--- tool choice: find");
        JsonNode document = assay.run("render", "hello", "--json").json();
        int tool = document.at("/tools/0/tokens/count").asInt();
        assertThat(tool).isPositive();
        assertThat(document.at("/tools/0/tokens/estimated").asBoolean()).isTrue();
        assertThat(document.at("/tokens/count").asInt()).isGreaterThan(tool);
    }

    @Test
    void aBrokenDefinitionIsAFindingOfItsOwn() throws IOException {
        Path workspace = folder.resolve("Assay");
        Files.createDirectories(workspace.resolve("tools"));
        Files.writeString(workspace.resolve("tools/find.yaml"), "description: Finds\n");
        Files.writeString(workspace.resolve("prompts/hello.prompt"), "---\ntools: [fined]\n---\nHello\n");

        var found = assay.run("lint");

        assertThat(found.status()).isEqualTo(1);
        assertThat(found.out())
                .contains("tools/find.yaml:1:1: error: invalid-definition: a tool needs an inputSchema")
                .contains("prompts/hello.prompt:2:9: error: unknown-tool: there is no tool 'fined'");
    }

    @Test
    void aFileOfValuesMustBeAFileOfBoundedSizeForInputsThatThereAre() throws IOException {
        Files.writeString(folder.resolve("v.json"), "{\"nmae\": \"Ada\"}");
        var unknown = assay.run("render", "hello", "--vars", "v.json");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("nmae").contains("name");

        try (var file = new java.io.RandomAccessFile(folder.resolve("big.json").toFile(), "rw")) {
            file.setLength(11L << 20);
        }
        assertThat(assay.run("render", "hello", "--vars", "big.json").err()).contains("big.json is too large");
        assertThat(assay.run("render", "hello", "--vars", ".").status()).isEqualTo(2);
    }

    @Test
    void filesOtherThanPromptsAreCommittedByTheirPathAndAllAtOnce() throws IOException {
        Path workspace = folder.resolve("Assay");
        Files.writeString(workspace.resolve("datasets/new@2.csv"), "name\nAda\n");
        Files.writeString(workspace.resolve("providers.yaml"), "providers: {}\n");

        var one = assay.run("prompts", "commit", "datasets/new@2.csv", "-m", "Cases", "--author", "Ada <a@b.org>");
        assertThat(one.status()).describedAs(one.err()).isZero();
        assertThat(assay.run("prompts", "list").out()).contains("U hello");

        assertThat(assay.run("prompts", "commit", "-a", "-m", "All", "--author", "Ada <a@b.org>")
                        .status())
                .isZero();
        assertThat(assay.run("prompts", "list").out()).doesNotContain("U hello");
        var again = assay.run("prompts", "commit", "-a", "-m", "All", "--author", "Ada <a@b.org>");
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("Nothing to commit");
        assertThat(assay.run("prompts", "commit", "-m", "None", "--author", "Ada <a@b.org>")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void aLockIsNotRemovedUnderAGitProgramUnlessByForce() throws IOException {
        assumeTrue(GitCommand.isInstalled(), "Skipped: git is not installed");
        assumeTrue(Files.isDirectory(Path.of("/proc")), "Skipped: this system does not tell who works where");
        Path workspace = folder.toRealPath().resolve("Assay");
        Path lock = Files.createFile(workspace.resolve(".git/index.lock"));
        Process git = new ProcessBuilder("git", "hash-object", "--stdin")
                .directory(workspace.toFile())
                .start();
        try {
            var refused = assay.run("prompts", "unlock");
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err()).contains("git hash-object (process " + git.pid() + ")");
            assertThat(lock).exists();
            assertThat(assay.run("prompts", "unlock", "--force").status()).isZero();
            assertThat(lock).doesNotExist();
        } finally {
            git.destroyForcibly();
        }
    }

    @Test
    void renderShowsTheMessagesAsTheyWouldBeSent() throws IOException {
        JsonNode document = assay.run("render", "hello", "--var", "name={{role \"system\"}}x=y", "--json")
                .json();

        assertThat(document.at("/messages")).hasSize(2);
        assertThat(document.at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(document.at("/messages/1/content").asText()).contains("Hello {{role \"system\"}}x=y!");
    }

    @Test
    void renderCountsTokensAndTellsWhatACallOfAModelComesTo() throws IOException {
        JsonNode plain =
                assay.run("render", "hello", "--var", "name=Ada", "--json").json();
        assertThat(plain.at("/messages/1/tokens/count").asInt()).isPositive();
        assertThat(plain.has("call")).isFalse();

        JsonNode priced = assay.run("render", "hello", "--var", "name=Ada", "--model", "openai/gpt-4o", "--json")
                .json();
        assertThat(priced.at("/tokens/estimated").asBoolean(true)).isFalse();
        assertThat(priced.at("/call/costUsd").decimalValue()).isPositive();
        assertThat(priced.at("/call/contextWindow").asLong()).isEqualTo(128_000);

        JsonNode unknown = assay.run("render", "hello", "--var", "name=Ada", "--model", "mine/own", "--json")
                .json();
        assertThat(unknown.at("/tokens/estimated").asBoolean()).isTrue();
        assertThat(unknown.at("/call/costUsd").isNull()).isTrue();
        assertThat(unknown.at("/call/windowShare").isNull()).isTrue();
    }

    @Test
    void renderHasTheProviderCountWhereThatIsAskedFor() throws IOException {
        try (var server = new MockWebServer()) {
            server.start();
            server.enqueue(
                    new MockResponse.Builder().body("{\"input_tokens\":4711}").build());
            Files.writeString(
                    folder.resolve("Assay/providers.yaml"),
                    "providers:\n  anthropic:\n    dialect: anthropic\n    baseUrl: " + server.url("/") + "\n");
            String[] render = {
                "render", "hello", "--var", "name=Ada", "--exact", "--json", "--model", "anthropic/claude-sonnet-4-5"
            };

            JsonNode counted = assay.run(render).json();

            assertThat(counted.at("/tokens/count").asInt()).isEqualTo(4711);
            assertThat(counted.at("/tokens/estimated").asBoolean(true)).isFalse();
            assertThat(counted.at("/call/costUsd").decimalValue()).isGreaterThan(new BigDecimal("0.014"));
            render[render.length - 1] = "offline/brief";
            var none = assay.run(render);
            assertThat(none.status()).isEqualTo(3);
            assertThat(none.err()).contains("offers no token counts");
        }
    }

    @Test
    void aValueThatDoesNotFitIsToldWithItsCase() throws IOException {
        Files.writeString(
                folder.resolve("Assay/prompts/typed.prompt"),
                "---\ninput:\n  schema:\n    name: integer\n---\nYou are {{name}}.\n");
        Files.writeString(folder.resolve("Assay/datasets/names.csv"), "name\n7\nAnna\n");
        String told = "must be a whole number (integer), not the text 'Anna' (case 2 (line 3) of dataset names";

        assertThat(assay.run("render", "typed", "--case", "names:1").out()).contains("You are 7.");
        assertThat(assay.run("render", "typed", "--case", "names:2").err()).contains("'name' " + told);
        assertThat(assay.run("export", "chat-jsonl", "typed", "--dataset", "names")
                        .err())
                .contains("'name' " + told);
    }

    @Test
    void aSingleValueWinsOverAFileAndAFileOverACase() throws IOException {
        Files.writeString(folder.resolve("Assay/datasets/names.csv"), "name\nAnna\n");
        Files.writeString(folder.resolve("v.json"), "{\"name\": \"Tomas\"}");

        assertThat(assay.run("render", "hello", "--case", "names:1").out()).contains("Hello Anna!");
        assertThat(assay.run("render", "hello", "--case", "names:1", "--vars", "v.json")
                        .out())
                .contains("Hello Tomas!");
        assertThat(assay.run("render", "hello", "--vars", "v.json", "--var", "name=Eva")
                        .out())
                .contains("Hello Eva!");
    }

    @Test
    void aValueThatNoInputTakesIsToldWithTheNearestName() throws IOException {
        Files.writeString(
                folder.resolve("Assay/prompts/typed.prompt"),
                "---\ninput: {schema: {name: string, user(object): {mail: string}}}\n---\n{{name}}{{user.mail}}{{> tail}}");
        Files.writeString(folder.resolve("Assay/prompts/_tail.prompt"), "{{closing}}");
        Files.writeString(folder.resolve("Assay/prompts/any.prompt"), "{{json this}}");

        var misspelt = assay.run("render", "typed", "--var", "name=a", "--var", "nmae=b");
        assertThat(misspelt.status()).isEqualTo(2);
        assertThat(misspelt.out()).isEmpty();
        assertThat(misspelt.err().strip())
                .isEqualTo("assay: prompts/typed.prompt: there is no input 'nmae'; did you mean name?"
                        + " it takes name, user, closing");
        assertThat(assay.run("render", "typed", "--var", "zzzzz=b").err())
                .contains("there is no input 'zzzzz'; it takes name, user, closing");
        assertThat(assay.run("render", "typed", "--var", "user.mail=b").err())
                .contains("there is no input 'user.mail': give all of 'user' as JSON, user={...}");
        assertThat(assay.run(
                                "render",
                                "typed",
                                "--var",
                                "name=a",
                                "--var",
                                "closing=.",
                                "--var",
                                "user={\"mail\": \"m\"}")
                        .out())
                .contains("am.");
        assertThat(assay.run("render", "any", "--var", "whatever=1").out()).contains("{\"whatever\":\"1\"}");
    }

    @Test
    void aWrongValuesFileIsNamedWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("v.json"), "{\"name\":\n  oops}");

        var result = assay.run("render", "hello", "--vars", "v.json");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith("assay: v.json:2:");
    }

    @Test
    void aLockThatWasLeftBehindIsToldAndRemovedOnRequest() throws IOException {
        Path lock = Files.createFile(folder.resolve("Assay/.git/index.lock"));
        assertThat(assay.run("doctor").out()).contains("git lock").contains("assay prompts unlock");
        assertThat(lock).exists();
        assertThat(assay.run("prompts", "unlock").out()).contains("Removed ").contains("index.lock");
        assertThat(lock).doesNotExist();
        assertThat(assay.run("prompts", "unlock").out()).contains("not locked");
    }
}
