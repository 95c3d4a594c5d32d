package dev.assay.registry.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.merge.MergedText.Conflict;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptMergeTest {
    private static final String BASE = """
            ---
            # which model
            model: openai/gpt-4.1
            config:
              temperature: 0.2 # calm
              topP: 1
            input:
              schema:
                text: string
            ---
            {{role "system"}}
            Be kind.

            {{role "user"}}
            {{text}}
            """;

    private static String merged(String ours, String theirs) {
        MergedText merged = PromptMerge.merge(BASE, ours, theirs);
        assertThat(merged.conflicts()).isEmpty();
        return merged.settled(Choice.OURS);
    }

    @Test
    void differentKeysJoinEvenInAdjacentLines() {
        String ours = BASE.replace("temperature: 0.2", "temperature: 0.7");
        String theirs = BASE.replace("topP: 1", "topP: 0.9");

        assertThat(merged(ours, theirs))
                .isEqualTo(BASE.replace("temperature: 0.2", "temperature: 0.7").replace("topP: 1", "topP: 0.9"));
    }

    @Test
    void keysThatBothAddAtTheSamePlaceJoin() {
        String ours = BASE.replace("  topP: 1\n", "  topP: 1\n  maxOutputTokens: 50\n");
        String theirs = BASE.replace("  topP: 1\n", "  topP: 1\n  # for tests\n  seed: 7\n");

        assertThat(merged(ours, theirs))
                .contains("  maxOutputTokens: 50\n")
                .contains("  # for tests\n  seed: 7\n")
                .contains("temperature: 0.2 # calm");
    }

    @Test
    void theSameKeyChangedTwiceIsAConflictThatNamesTheKeyAndTheValues() {
        String ours = BASE.replace("temperature: 0.2", "temperature: 0.5");
        String theirs = BASE.replace("temperature: 0.2", "temperature: 0.9").replace("topP: 1", "topP: 0.8");

        MergedText merged = PromptMerge.merge(BASE, ours, theirs);

        Conflict conflict = merged.conflicts().getFirst();
        assertThat(merged.conflicts()).hasSize(1);
        assertThat(conflict.name()).isEqualTo("config.temperature");
        assertThat(conflict.value(conflict.ours())).isEqualTo("0.5 # calm");
        assertThat(conflict.value(conflict.theirs())).isEqualTo("0.9 # calm");
        assertThat(merged.settled(Choice.THEIRS)).isEqualTo(theirs);
        assertThat(merged.settled(Choice.OURS)).isEqualTo(ours.replace("topP: 1", "topP: 0.8"));
        assertThat(merged.withMarkers("HEAD", "tone"))
                .contains(
                        "<<<<<<< HEAD\n  temperature: 0.5 # calm\n=======\n  temperature: 0.9 # calm\n>>>>>>> tone\n");
    }

    @Test
    void aKeyThatOneSideDeletesAndTheOtherChangesIsAConflict() {
        String ours = BASE.replace("  topP: 1\n", "");
        String theirs = BASE.replace("topP: 1", "topP: 0.8");

        MergedText merged = PromptMerge.merge(BASE, ours, theirs);

        assertThat(merged.conflicts()).extracting(Conflict::name).containsExactly("config.topP");
        assertThat(merged.settled(Choice.OURS)).isEqualTo(ours);
        assertThat(merged.settled(Choice.THEIRS)).isEqualTo(theirs);
    }

    @Test
    void aKeyThatOnlyOneSideDeletesGoes() {
        String theirs = BASE.replace("Be kind.", "Be brief.");
        assertThat(merged(BASE.replace("  topP: 1\n", ""), theirs)).isEqualTo(theirs.replace("  topP: 1\n", ""));
    }

    @Test
    void commentsOfBothSidesAreKept() {
        String ours = BASE.replace("# which model", "# chosen by Ada").replace("gpt-4.1", "gpt-5");
        String theirs = BASE.replace("# which model", "# which model, see README");

        assertThat(merged(ours, theirs)).contains("# chosen by Ada\n# which model, see README\nmodel: openai/gpt-5\n");
    }

    @Test
    void theSameValueInAnotherStyleIsNoConflict() {
        String ours = BASE.replace("model: openai/gpt-4.1", "model: \"openai/gpt-5\"");
        String theirs = BASE.replace("model: openai/gpt-4.1", "model: openai/gpt-5");

        assertThat(merged(ours, theirs)).isEqualTo(ours);
    }

    @Test
    void theBodyJoinsByLines() {
        String ours = BASE.replace("Be kind.", "Be kind and brief.");
        String theirs = BASE.replace("{{text}}", "<text>{{text}}</text>").replace("topP: 1", "topP: 0.5");

        assertThat(merged(ours, theirs))
                .contains("Be kind and brief.")
                .contains("<text>{{text}}</text>")
                .contains("topP: 0.5");
    }

    @Test
    void linesThatBothChangedAreAConflictWithoutAKey() {
        MergedText merged =
                PromptMerge.merge(BASE, BASE.replace("Be kind.", "Be brief."), BASE.replace("Be kind.", "Be precise."));

        assertThat(merged.conflicts()).hasSize(1);
        assertThat(merged.conflicts().getFirst().key()).isEmpty();
        assertThat(merged.settled(Choice.BOTH)).contains("Be brief.\nBe precise.\n");
        assertThat(Choice.BOTH.fits(merged.conflicts().getFirst())).isTrue();
    }

    @Test
    void frontMatterThatCannotBeReadJoinsByLines() {
        String broken = BASE.replace("topP: 1", "topP: [1");
        MergedText merged = PromptMerge.merge(BASE, broken, BASE.replace("Be kind.", "Be brief."));

        assertThat(merged.settled(Choice.OURS)).isEqualTo(broken.replace("Be kind.", "Be brief."));
    }

    @Test
    void anAliasStaysBelowItsAnchorOrTheLinesDecide() {
        String base = "---\na: &x 1\nb: *x\n---\nbody\n";
        String ours = "---\na: &x 2\nb: *x\n---\nbody\n";
        String theirs = "---\nb: 1\n---\nbody\n";

        MergedText merged = PromptMerge.merge(base, ours, theirs);

        assertThat(merged.settled(Choice.OURS)).isEqualTo("---\na: &x 2\nb: 1\n---\nbody\n");
        assertThat(merged.settled(Choice.THEIRS)).isEqualTo(theirs);
    }

    @Test
    void aPromptThatBothAddedJoinsWhereItIsEqual() {
        String ours = "---\nmodel: a/b\n---\nHello\n";
        String theirs = "---\nmodel: a/b\nconfig: {temperature: 1}\n---\nHello\n";

        assertThat(PromptMerge.merge("", ours, theirs).settled(Choice.OURS)).isEqualTo(theirs);
    }

    @Test
    void windowsLineEndsAreKept() {
        String base = BASE.replace("\n", "\r\n");
        String ours = base.replace("topP: 1", "topP: 0.3");
        String theirs = base.replace("gpt-4.1", "gpt-5");

        assertThat(PromptMerge.merge(base, ours, theirs).settled(Choice.OURS))
                .isEqualTo(ours.replace("gpt-4.1", "gpt-5"));
    }

    @Test
    void everyCutOfAFrontMatterGivesTheWholeTextBack() {
        for (String yaml : List.of(
                "a: |\n  one\n\n  two\n\n# end\nb: 1\n",
                "a:\n  - x\n  - y: 1\n    z: 2\n\n# c\nb:\n  c: {d: 1,\n    e: 2} # f\n  g:\n",
                "# only a comment\n",
                "",
                "\"quoted key\": 'v'\nempty:\nlast: >-\n  folded\n  text")) {
            KeyLines lines = KeyLines.of(yaml);
            var text = new StringBuilder();
            lines.keys().values().forEach(key -> text.append(key.all()));
            assertThat(text + lines.tail()).isEqualTo(yaml);
        }
    }
}
