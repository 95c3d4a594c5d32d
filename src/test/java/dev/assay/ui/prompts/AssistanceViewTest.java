package dev.assay.ui.prompts;

import static dev.assay.ui.prompts.PromptsScreen.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.workbench.Drafts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Writing a prompt with all that the editor offers, on a real workspace. */
@ExtendWith(ApplicationExtension.class)
class AssistanceViewTest {
    private static final String PROMPT = """
            ---
            # what mails need
            input:
              schema:
                customer: string, who writes to us
            ---
            {{role "user"}}
            {{#if customer}}
            Be kind to {{customer}}.
            {{> rules}}
            {{/if}}
            """;

    @TempDir
    static Path temporary;

    private PromptsScreen screen;

    @Start
    private void start(Stage stage) throws IOException {
        screen = new PromptsScreen(stage, temporary, AssistanceViewTest::writeMail);
    }

    private static void writeMail(Path folder) throws IOException {
        Files.writeString(folder.resolve("prompts/mail.prompt"), PROMPT);
        Files.writeString(folder.resolve("prompts/_rules.prompt"), "Greet {{customer}} first.\n");
        Files.writeString(folder.resolve("datasets/mails.csv"), "customer;\"x\"\r\n\"Ada; B\";1\r\n");
        Files.createDirectories(folder.resolve(".assay"));
        Files.writeString(folder.resolve(".assay/last-prompt"), "mail\n");
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void aVariableAndAPartialAreCompleted(FxRobot robot) throws Exception {
        opened(robot);
        typeAtEnd(robot, "{{cu");
        await(() -> popup("customer"));
        assertThat(robot.lookup(".completions").<Region>query().getBackground().getFills())
                .as("a popup wears the editor's style sheet")
                .isNotEmpty();
        screen.snapPopup(robot, "assist-completion");
        robot.push(KeyCode.ENTER);
        await(() -> screen.text(robot).endsWith("{{customer}}"));

        robot.write(" {{>ru");
        await(() -> popup("rules"));
        robot.push(KeyCode.TAB);
        await(() -> screen.text(robot).endsWith("{{customer}} {{>rules}}"));

        robot.push(KeyCode.ENTER);
        assertThat(screen.text(robot)).endsWith("{{>rules}}\n");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        await(() ->
                Files.readString(screen.root().resolve("prompts/mail.prompt")).endsWith("{{>rules}}\n"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(screen.text(robot)).endsWith("{{>rules}}");
    }

    @Test
    void aQuickFixDeclaresAVariable(FxRobot robot) throws Exception {
        opened(robot);
        typeAtEnd(robot, "{{tone}}");
        robot.push(KeyCode.ESCAPE);
        await(() ->
                robot.lookup(".problem-count").queryAs(Label.class).getText().equals("1 warning"));
        robot.push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.LEFT);
        await(() -> !robot.lookup(".problem-mark")
                .lookup(".mark-warning")
                .queryAll()
                .isEmpty());
        screen.snap(robot, "assist-problems");
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        await(() -> robot.lookup("Declare 'tone' in input.schema").tryQuery().isPresent());
        screen.snapPopup(robot, "assist-fixes");
        robot.clickOn("Declare 'tone' in input.schema");

        await(() -> screen.text(robot).contains("who writes to us\n    tone: string\n---"));
        await(() -> !robot.lookup(".problem-pane").query().isVisible());
    }

    @Test
    void aMouseAtRestOnAProblemTellsItAndMendsIt(FxRobot robot) throws Exception {
        opened(robot);
        restOn(robot, "customer}}");
        await(() -> card("who writes to us"));
        screen.snapPopup(robot, "assist-hover-name");
        typeAtEnd(robot, "{{tone}}");
        robot.push(KeyCode.ESCAPE);
        await(() ->
                robot.lookup(".problem-count").queryAs(Label.class).getText().equals("1 warning"));
        restOn(robot, "tone}}");
        await(() -> card("is not in input.schema"));
        screen.snapPopup(robot, "assist-hover-problem");
        robot.clickOn("Declare 'tone' in input.schema");
        await(() -> screen.text(robot).contains("\n    tone: string\n"));
    }

    @Test
    void aPartialLeadsToItsFile(FxRobot robot) throws Exception {
        opened(robot);
        robot.interact(() -> screen.editor(robot).goTo(screen.text(robot).indexOf("rules}}") + 2));
        robot.clickOn(screen.editor(robot).area());
        robot.interact(() -> screen.editor(robot).goTo(screen.text(robot).indexOf("rules}}") + 2));
        robot.push(KeyCode.F12);
        await(() -> screen.text(robot).equals("Greet {{customer}} first.\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{role "user"}}  | ^{{#         | un      | unless
            who writes to us | ^config:^__  | te      | temperature
            who writes to us | ^model:_     | offline | offline/brief
            """)
    void helpersKeysAndModelsAreCompleted(String line, String before, String typed, String offered, FxRobot robot)
            throws Exception {
        opened(robot);
        int end = screen.text(robot).indexOf(line) + line.length();
        String inserted = before.replace('^', '\n').replace('_', ' ');
        robot.clickOn(screen.editor(robot).area());
        robot.interact(() -> {
            screen.editor(robot).area().insertText(end, inserted);
            screen.editor(robot).goTo(end + inserted.length());
        });
        robot.write(typed);
        await(() -> popup(offered));
        screen.snapPopup(robot, "assist-completion-" + typed);
        robot.push(KeyCode.ENTER);
        await(() -> screen.text(robot).contains(inserted + offered));
    }

    @Test
    void anUnknownToolIsMadeAndItsNameLeadsToTheFile(FxRobot robot) throws Exception {
        opened(robot);
        robot.interact(() -> screen.editor(robot).area().insertText(PROMPT.indexOf("input:"), "tools: [find_order]\n"));
        await(() ->
                robot.lookup(".problem-count").queryAs(Label.class).getText().equals("1 error"));
        int name = screen.text(robot).indexOf("find_order") + 3;
        robot.interact(() -> {
            screen.editor(robot).goTo(name);
            screen.editor(robot).area().requestFocus();
        });
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        String fix = "Create the tool tools/find_order.yaml";
        await(() -> robot.lookup(fix).tryQuery().isPresent());
        robot.clickOn(fix);
        await(() -> robot.lookup("#definitionText").tryQuery().isPresent());
        screen.snapPopup(robot, "assist-definition");
        robot.interact(
                () -> robot.lookup("#definitionText").queryAs(TextArea.class).setText("description: Looks it up\n"));
        robot.clickOn("#definitionSave");
        await(() -> robot.lookup("#definitionProblem")
                .queryAs(Label.class)
                .getText()
                .contains("a tool needs an inputSchema"));
        screen.snapPopup(robot, "assist-definition-bad");
        robot.interact(() ->
                robot.lookup("#definitionText").queryAs(TextArea.class).appendText("inputSchema: {n: integer}\n"));
        robot.clickOn("#definitionSave");
        await(() -> robot.lookup("#definitionText").tryQuery().isEmpty());
        assertThat(screen.root().resolve("tools/find_order.yaml"))
                .hasContent("description: Looks it up\ninputSchema: {n: integer}\n");
        await(() -> !robot.lookup(".problem-pane").query().isVisible());

        robot.interact(() -> screen.editor(robot).area().requestFocus());
        robot.push(KeyCode.F12);
        await(() -> robot.lookup("#definitionText").tryQuery().isPresent()
                && robot.lookup("#definitionText")
                        .queryAs(TextArea.class)
                        .getText()
                        .startsWith("description"));
        robot.push(KeyCode.ESCAPE);
        await(() -> robot.lookup("#definitionText").tryQuery().isEmpty());
    }

    @Test
    void aVariableIsRenamedInPromptPartialAndDataset(FxRobot robot) throws Exception {
        opened(robot);
        robot.interact(() -> screen.editor(robot).goTo(screen.text(robot).indexOf("{{customer}}") + 4));
        robot.push(KeyCode.F2);
        await(() -> robot.lookup("#renameName").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#renameName").queryAs(TextField.class).setText("sender"));
        await(() -> robot.lookup("datasets/mails.csv (1 place)").tryQuery().isPresent());
        screen.snapPopup(robot, "assist-rename");
        robot.clickOn("#renameDo");

        await(() -> screen.text(robot).equals(PROMPT.replace("customer", "sender")));
        assertThat(screen.root().resolve("prompts/_rules.prompt")).hasContent("Greet {{sender}} first.\n");
        assertThat(Files.readString(screen.root().resolve("datasets/mails.csv")))
                .isEqualTo("sender;\"x\"\r\n\"Ada; B\";1\r\n");
    }

    @Test
    void allHitsAreReplacedAndOneUndoTakesThemBack(FxRobot robot) throws Exception {
        opened(robot);
        robot.clickOn(screen.editor(robot).area())
                .push(KeyCode.CONTROL, KeyCode.HOME)
                .push(KeyCode.CONTROL, KeyCode.H);
        robot.write("customer").clickOn("#findReplacement").write("guest");
        screen.snap(robot, "assist-replace");
        robot.clickOn("Replace all");

        assertThat(screen.text(robot)).isEqualTo(PROMPT.replace("customer", "guest"));
        robot.clickOn(screen.editor(robot).area()).push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(screen.text(robot)).isEqualTo(PROMPT);
    }

    @Test
    void foldedLinesAreHiddenAndTheTextStays(FxRobot robot) throws Exception {
        opened(robot);
        await(() -> robot.lookup(".fold-mark .ikonli-font-icon").queryAll().size() >= 2);
        robot.clickOn(robot.lookup(".fold-mark .ikonli-font-icon")
                .<Node>queryAll()
                .iterator()
                .next());

        await(() ->
                screen.editor(robot).area().getParagraph(3).getParagraphStyle().contains("collapse"));
        assertThat(screen.text(robot)).isEqualTo(PROMPT);
        screen.snap(robot, "assist-folded");
        robot.interact(() -> screen.editor(robot).goTo(screen.text(robot).indexOf("who writes")));
        assertThat(screen.editor(robot).area().getParagraph(3).getParagraphStyle())
                .doesNotContain("collapse");
    }

    @Test
    void aDraftIsOfferedAfterACrashAndTheFileIsNotTouched(FxRobot robot) throws Exception {
        opened(robot);
        typeAtEnd(robot, "Never lose this.");
        await(() -> new Drafts(screen.root())
                .find("mail")
                .filter(draft -> draft.text().endsWith("lose this."))
                .isPresent());

        robot.interact(() -> screen.show());
        opened(robot);
        await(() -> robot.lookup(".draft-line").query().isVisible());
        assertThat(screen.text(robot)).isEqualTo(PROMPT);
        screen.snap(robot, "assist-draft");
        robot.clickOn("#draftKeep");
        await(() -> screen.text(robot).endsWith("Never lose this."));
        assertThat(screen.root().resolve("prompts/mail.prompt")).hasContent(PROMPT);

        robot.clickOn(screen.editor(robot).area()).push(KeyCode.CONTROL, KeyCode.S);
        await(() -> new Drafts(screen.root()).find("mail").isEmpty());
    }

    private static boolean popup(String first) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll(".completion-name").stream())
                .anyMatch(node -> node instanceof Label label && label.getText().equals(first));
    }

    private void restOn(FxRobot robot, String word) {
        var area = screen.editor(robot).area();
        int at = screen.text(robot).lastIndexOf(word) + 1;
        var bounds = new AtomicReference<Bounds>();
        robot.interact(
                () -> bounds.set(area.getCharacterBoundsOnScreen(at, at + 1).orElseThrow()));
        robot.moveTo(area).moveTo(bounds.get());
    }

    private static boolean card(String said) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll(".hover-card .label").stream())
                .anyMatch(node -> node instanceof Label label && label.getText().contains(said));
    }

    private void opened(FxRobot robot) throws TimeoutException {
        await(() -> screen.text(robot).equals(PROMPT));
        await(() -> !robot.lookup(".fold-mark .ikonli-font-icon").queryAll().isEmpty());
    }

    private void typeAtEnd(FxRobot robot, String typed) {
        robot.clickOn(screen.editor(robot).area())
                .push(KeyCode.CONTROL, KeyCode.END)
                .write(typed);
    }
}
