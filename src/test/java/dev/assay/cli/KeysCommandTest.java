package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.workbench.Workspaces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
    private static final String PLANTED = "sk-planted-key";

    @TempDir
    private Path folder;

    private CommandLineHarness shell(String passphrase) {
        return new CommandLineHarness(
                folder,
                Map.of(
                        "HOME",
                        folder.toString(),
                        "XDG_CONFIG_HOME",
                        folder.toString(),
                        "ASSAY_PASSPHRASE",
                        passphrase));
    }

    private CommandLineHarness.Result set(CommandLineHarness shell, String name) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream((PLANTED + "\n").getBytes(StandardCharsets.UTF_8)));
            return shell.run("keys", "set", name, "--json");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aKeyIsSetListedAndRemovedAndNeverShown() throws Exception {
        var shell = shell("open sesame");
        var set = set(shell, "HOUSE_KEY");
        assertThat(set.json().path("place").asText()).contains("keys.json");
        var list = shell.run("keys", "list");
        assertThat(list.out()).startsWith("HOUSE_KEY  in the key file");
        assertThat(set.out() + set.err() + list.out()).doesNotContain(PLANTED);
        assertThat(shell.run("keys", "remove", "HOUSE_KEY").out()).startsWith("Removed HOUSE_KEY from the key file");
        assertThat(shell.run("keys", "remove", "HOUSE_KEY").status()).isEqualTo(2);
    }

    @Test
    void withoutAPassphraseOneLineSaysWhatToDo() {
        var set = set(shell(""), "HOUSE_KEY");
        assertThat(set.status()).isEqualTo(2);
        assertThat(set.err()).contains("set ASSAY_PASSPHRASE").hasLineCount(1);
    }

    @Test
    void aWrongPassphraseStopsNoOfflineModelAndIsNamedWhereTheKeyIsNeeded() throws IOException {
        set(shell("open sesame"), "HOUSE_KEY");
        var wrong = shell("guess");
        Path root = Workspaces.locate(null, folder, Map.of("HOME", folder.toString()), created -> {});
        Files.writeString(
                root.resolve("providers.yaml"),
                "providers: {house: {dialect: openai, baseUrl: 'http://127.0.0.1:9/v1', apiKey: '${HOUSE_KEY}',"
                        + " models: [small]}}\n");
        assertThat(compare(wrong, root, "offline/brief").status()).isZero();
        var result = compare(wrong, root, "house/small");
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("no key HOUSE_KEY in the environment (", "does not open the key file");
    }

    private static CommandLineHarness.Result compare(CommandLineHarness shell, Path root, String model) {
        return shell.run(
                "compare",
                "--workspace",
                root.toString(),
                "--prompt",
                "meeting/notes",
                "--prompt",
                "meeting/notes.detailed",
                "--model",
                model,
                "--dataset",
                "meetings");
    }
}
