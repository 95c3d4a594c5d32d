package dev.assay.cli.prompts.remotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.session.Terminal;
import dev.assay.registry.remote.credential.CredentialPrompt;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsolePromptTest {
    private final StringWriter questions = new StringWriter();
    private int cleared;

    private CredentialPrompt typing(String... answers) {
        Deque<String> left = new ArrayDeque<>(List.of(answers));
        return new ConsolePrompt(
                new PrintWriter(questions),
                new ConsolePrompt.Keyboard() {
                    @Override
                    public @Nullable String line() {
                        return left.poll();
                    }

                    @Override
                    public char @Nullable [] secret() {
                        String typed = left.poll();
                        return typed == null ? null : typed.toCharArray();
                    }
                },
                () -> cleared++);
    }

    @Test
    void asksForUserAndPassword() {
        assertThat(typing(" ada ", "s3cret").login("https://example.org/", ""))
                .contains(new CredentialPrompt.Login("ada", "s3cret"));
        assertThat(questions)
                .hasToString("User at https://example.org/: Password or token of ada at https://example.org/: ");
        assertThat(cleared).isEqualTo(2);
    }

    @Test
    void saysThatAPasswordWasWrongBeforeItAsksAgain() {
        typing().refused("https://example.org/");

        assertThat(questions.toString().lines())
                .containsExactly("https://example.org/ does not take that user and password.");
    }

    @Test
    void asksForThePasswordOnlyWhereTheAddressNamesTheUser() {
        assertThat(typing("s3cret").login("https://example.org/", "ada"))
                .contains(new CredentialPrompt.Login("ada", "s3cret"));
        assertThat(questions.toString()).startsWith("Password or token of ada");
    }

    @Test
    void takesAnEndOfInputOrNothingForANo() {
        assertThat(typing().login("https://example.org/", "")).isEmpty();
        assertThat(typing(" ").login("https://example.org/", "")).isEmpty();
        assertThat(typing("ada", "").login("https://example.org/", "")).isEmpty();
        assertThat(typing().secret("Passphrase")).isEmpty();
        assertThat(typing().confirm("Connect?")).isFalse();
        assertThat(typing("").confirm("Connect?")).isFalse();
        assertThat(typing("n").confirm("Connect?")).isFalse();
        assertThat(typing("Y").confirm("Connect?")).isTrue();
        assertThat(typing("yes").confirm("Connect?")).isTrue();
    }

    @Test
    void showsTheLinesOfAQuestionWithoutWhatSteersATerminal() {
        typing("n").confirm("The host \033[2J is new.\nSHA256:abc\nConnect?");

        assertThat(questions.toString().lines())
                .containsExactly("The host \uFFFD[2J is new.", "SHA256:abc", "Connect? [y/N] ");
    }

    @Test
    void asksNobodyWhereThereIsNoTerminal() {
        var terminal = new Terminal(new PrintWriter(questions), new PrintWriter(questions), false, false);

        assertThat(ConsolePrompt.of(terminal, () -> {})).isSameAs(CredentialPrompt.NONE);
        assertThat(CredentialPrompt.NONE.login("https://example.org/", "")).isEqualTo(Optional.empty());
    }
}
