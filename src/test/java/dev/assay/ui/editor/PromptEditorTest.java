package dev.assay.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.assay.llm.SourceLocation;
import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.Severity;
import dev.assay.prompt.SyntaxKind;
import dev.assay.prompt.SyntaxSpan;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PromptEditorTest {
    private final Tasks tasks = new Tasks(task -> Thread.ofVirtual().start(task), new FxExecutor());
    private final LiveColours colours = new LiveColours(PromptEditorTest::analyse, tasks);
    private PromptEditor editor;

    @Start
    private void start(Stage stage) {
        editor = new PromptEditor()
                .with(colours)
                .with(new LineNumbers())
                .with(new CurrentLine())
                .with(new Indentation())
                .with(new FindBar());
        var scene = new Scene(editor, 600, 400);
        var theme = new Theme(scene, Theme.Choice.LIGHT);
        assertThat(theme.isDark()).isFalse();
        stage.setScene(scene);
        stage.show();
        editor.area().requestFocus();
    }

    @Test
    void coloursFollowTheTyping(FxRobot robot) throws Exception {
        robot.clickOn(editor.area()).write("say ok");

        waitFor(5, TimeUnit.SECONDS, () -> editor.area().getStyleOfChar(4).contains("syntax-variable"));
        assertThat(editor.area().getStyleOfChar(0)).isEmpty();
    }

    @Test
    void aProblemIsUnderlined(FxRobot robot) throws Exception {
        robot.interact(() -> editor.open("this is bad"));

        waitFor(5, TimeUnit.SECONDS, () -> editor.area().getStyleOfChar(8).contains("problem-error"));
    }

    @Test
    void tabIndentsAndANewLineKeepsTheIndentation(FxRobot robot) {
        robot.clickOn(editor.area())
                .push(KeyCode.TAB)
                .write("a")
                .push(KeyCode.ENTER)
                .write("b");

        assertThat(editor.area().getText()).isEqualTo("  a\n  b");

        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(editor.area().getText()).isEqualTo("  a\nb");
    }

    @Test
    void anOpenedTextCannotBeUndone(FxRobot robot) {
        robot.interact(() -> editor.open("first"));
        robot.interact(() -> editor.open("second"));

        robot.clickOn(editor.area()).push(KeyCode.CONTROL, KeyCode.Z);

        assertThat(editor.area().getText()).isEqualTo("second");
    }

    @Test
    void aChangeFromElsewhereLeavesCaretAndSightAndIsOneStepToUndo(FxRobot robot) {
        String before = "first\n"
                + String.join(
                        "\n", IntStream.range(0, 300).mapToObj(i -> "line " + i).toList()) + "\nlast";
        robot.interact(() -> {
            editor.open("a", before);
            editor.area().moveTo(150, 3);
            editor.area().requestFollowCaret();
        });
        waitForFxEvents(20);
        String atTop = firstInSight();
        robot.write("typed");
        String edited = editor.area().getText();

        robot.interact(() -> editor.change("zero\n".repeat(40) + edited.replace("last", "the last")));
        waitForFxEvents(20);

        assertThat(editor.area().getText()).startsWith("zero\n").endsWith("the last");
        assertThat(editor.area().getText(editor.area().getCurrentParagraph())).isEqualTo("lintypede 149");
        assertThat(editor.area().getCaretColumn()).isEqualTo(8);
        assertThat(firstInSight()).isEqualTo(atTop);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.area().getText()).isEqualTo(edited);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.area().getText()).isEqualTo(before);
    }

    private String firstInSight() {
        return editor.area().getText(editor.area().firstVisibleParToAllParIndex());
    }

    @Test
    void findSelectsAHitWhileItIsTypedAndGoesToTheNext(FxRobot robot) {
        robot.interact(() -> editor.open("tw one two one"));

        robot.clickOn(editor.area()).push(KeyCode.HOME).push(KeyCode.SHORTCUT, KeyCode.F);
        robot.write("tw");
        assertThat(editor.area().getSelectedText()).isEqualTo("tw");
        robot.write("o");
        assertThat(editor.area().getSelection().getStart()).isEqualTo(7);
        robot.eraseText(3).write("one");
        assertThat(editor.area().getSelection().getStart()).isEqualTo(11);
        robot.push(KeyCode.ENTER);
        assertThat(editor.area().getSelection().getStart()).isEqualTo(3);
        robot.push(KeyCode.ESCAPE);
        assertThat(editor.getTop()).isNull();
    }

    @Test
    void theLineOfTheCaretIsShadedWhileLinesComeAndGo(FxRobot robot) {
        robot.clickOn(editor.area()).write("a").push(KeyCode.ENTER).write("b");
        assertThat(editor.area().getParagraph(0).getParagraphStyle()).isEmpty();
        assertThat(editor.area().getParagraph(1).getParagraphStyle()).containsExactly("current-line");

        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        waitForFxEvents();

        assertThat(editor.area().getParagraph(0).getParagraphStyle()).containsExactly("current-line");
    }

    @Test
    void aLongTextIsColouredToItsEnd(FxRobot robot) throws Exception {
        String text = String.join(
                "\n",
                IntStream.range(0, 5000).mapToObj(i -> "line " + i + " is ok").toList());
        robot.interact(() -> editor.open(text));
        int last = text.length() - 1;

        waitFor(20, TimeUnit.SECONDS, () -> editor.area().getStyleOfChar(last).contains("syntax-variable"));
    }

    @Test
    void uninstalledColoursLeaveNothingBehind(FxRobot robot) throws Exception {
        robot.interact(() -> editor.open("ok"));
        waitFor(5, TimeUnit.SECONDS, () -> editor.area().getStyleOfChar(0).contains("syntax-variable"));

        robot.interact(() -> colours.uninstall(editor));
        waitForFxEvents();

        assertThat(editor.area().getStyleOfChar(0)).isEmpty();
    }

    /** Colours each "ok" and underlines each "bad". */
    private static Analysis analyse(String text) {
        return new Analysis(
                TextSearch.of(text, "ok").starts().stream()
                        .map(at -> new SyntaxSpan(at, at + 2, SyntaxKind.VARIABLE))
                        .toList(),
                TextSearch.of(text, "bad").starts().stream()
                        .map(at -> new Diagnostic(
                                Severity.ERROR, "bad", "bad word", new SourceLocation("p", 1, 1), at, at + 3))
                        .toList());
    }
}
