package dev.assay.ui.prompts;

import static dev.assay.ui.prompts.PromptsScreen.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ModelId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A prompt with tools, from the preview to the call that comes back. */
@ExtendWith(ApplicationExtension.class)
class ToolsViewTest {
    private static final String PROMPT = """
            ---
            tools: [find_order]
            config:
              toolChoice: required
              reasoningEffort: low
              topK: 40
              seed: 7
              stopSequences: ["END"]
              mine: {a: 1}
            toolDefs:
              - name: send_mail_to_the_customer_who_asked
                description: Sends an answer by mail
                inputSchema: {text: string}
            ---
            {{role "user"}}
            Where is order 7?
            """;
    private static final String ANSWER = """
            data: {"id":"1","object":"chat.completion.chunk","model":"m","choices":[{"index":0,"delta":{"role":"assistant","tool_calls":[{"index":0,"id":"c1","type":"function","function":{"name":"find_order","arguments":"{\\"number\\":7,\\"home\\":{\\"city\\":\\"Bern\\"}}"}}]},"finish_reason":null}]}

            data: {"id":"1","object":"chat.completion.chunk","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":61,"completion_tokens":12,"total_tokens":73}}

            data: [DONE]

            """;

    @TempDir
    static Path temporary;

    private final MockWebServer server = new MockWebServer();
    private final AtomicReference<String> sent = new AtomicReference<>("");
    private PromptsScreen screen;

    @Start
    private void start(Stage stage) throws IOException {
        server.setDispatcher(new Answers());
        server.start();
        screen = new PromptsScreen(stage, temporary, this::prepare);
    }

    private void prepare(Path folder) throws IOException {
        Files.writeString(folder.resolve("prompts/order.prompt"), PROMPT);
        Files.createDirectories(folder.resolve("tools"));
        Files.writeString(
                folder.resolve("tools/find_order.yaml"),
                "description: Finds an order by its number\ninputSchema:\n  number: integer\n  home?:\n    city: string\n");
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  local:\n    dialect: openai\n    baseUrl: %s\n    models: [m]\n"
                        .formatted(server.url("/v1")));
        Files.createDirectories(folder.resolve(".assay"));
        Files.writeString(folder.resolve(".assay/last-prompt"), "order\n");
    }

    /** Calls the tool whatever it is asked; the window may ask for models too. */
    private final class Answers extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            if (!request.getUrl().encodedPath().endsWith("/chat/completions")) {
                return new MockResponse.Builder().code(404).build();
            }
            sent.set(request.getBody().utf8());
            return new MockResponse.Builder()
                    .addHeader("Content-Type", "text/event-stream")
                    .body(ANSWER)
                    .build();
        }
    }

    @AfterEach
    void close() {
        screen.close();
        server.close();
    }

    @Test
    void toolsAreShownBeforeAndTheirCallsAfter(FxRobot robot) throws Exception {
        await(() -> screen.text(robot).equals(PROMPT));
        await(() -> robot.lookup("2 tools go along").tryQuery().isPresent());
        assertThat(robot.lookup("It must call one").tryQuery()).isPresent();
        robot.interact(() -> robot.lookup(".tool-schema")
                .<ToggleButton>queryAll()
                .iterator()
                .next()
                .fire());
        await(() -> robot.lookup(".tool-code").<Label>queryAll().stream()
                .anyMatch(code -> code.isVisible() && code.getText().contains("\"integer\"")));
        screen.snap(robot, "tools-preview");

        @SuppressWarnings("unchecked")
        ComboBox<ModelId> model = robot.lookup("#model").queryAs(ComboBox.class);
        robot.interact(() -> model.setValue(ModelId.parse("local/m")));
        robot.interact(() -> robot.lookup("#tryButton").queryAs(Button.class).fire());
        TextArea answer = robot.lookup("#answer").queryAs(TextArea.class);
        await(() -> answer.getText().startsWith("Call of find_order:\n{\n  \"number\" : 7,"));
        screen.snap(robot, "tools-try");
        assertThat(sent.get()).contains("find_order").contains("send_mail_to_the_customer_who_asked");
    }

    @Test
    void ruleAndEffortAreChosen(FxRobot robot) throws Exception {
        await(() -> screen.text(robot).equals(PROMPT));
        robot.clickOn("Settings");
        ComboBox<String> rule = choice(robot, "#form-toolChoice");
        await(() -> "required".equals(rule.getValue()));
        screen.snap(robot, "form-tools");

        robot.interact(() -> rule.getOnShowing().handle(null));
        assertThat(rule.getItems())
                .containsExactly("", "auto", "none", "required", "find_order", "send_mail_to_the_customer_who_asked");
        assertThat(screen.text(robot)).isEqualTo(PROMPT);
        robot.interact(() -> {
            rule.getSelectionModel().select("find_order");
        });
        await(() -> screen.text(robot).equals(PROMPT.replace("required", "find_order")));

        robot.interact(() -> screen.editor(robot)
                .area()
                .replaceText(
                        PROMPT.replace("tools: [find_order]", "tools: [other]").replace("required", "gone")));
        await(() -> "gone".equals(rule.getValue()));
        robot.interact(() -> rule.getOnShowing().handle(null));
        assertThat(rule.getItems()).contains("other").doesNotContain("find_order");
        assertThat(rule.getValue()).isEqualTo("gone");
        robot.interact(() -> {
            choice(robot, "#form-reasoningEffort").setValue("");
        });
        await(() -> !screen.text(robot).contains("reasoningEffort"));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> choice(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ComboBox.class);
    }
}
