package dev.assay.ui.repository.refs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.compare.FileChange;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.repository.TwoBranches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefsViewModelTest {
    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private TwoBranches git;
    private RefsViewModel refs;

    @BeforeEach
    void open() throws IOException {
        git = TwoBranches.in(folder.toRealPath());
        var around = new Around() {
            @Override
            public void tell(String notice) {
                told.add(notice);
            }

            @Override
            public void ready(Runnable next) {
                next.run();
            }

            @Override
            public void changed() {}

            @Override
            public void resolve() {
                told.add("resolve");
            }
        };
        refs = new RefsViewModel(
                git.repository(),
                new Tasks(Runnable::run, Runnable::run),
                around,
                name -> git.repository().switchTo(name, false));
        refs.refresh();
    }

    @AfterEach
    void close() {
        git.close();
    }

    private static RefRow named(List<RefRow> rows, String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    private String text() throws IOException {
        return Files.readString(git.workbench().root().resolve(TwoBranches.FILE));
    }

    @Test
    void theCurrentBranchComesFirstAndCannotBeDeleted() {
        assertThat(refs.branches()).extracting(RefRow::name).containsExactly("main", "trial");
        assertThat(refs.branches().getFirst().isOwn()).isFalse();
        assertThat(named(refs.branches(), "trial").isOwn()).isTrue();
    }

    @Test
    void aBranchIsRenamedUnlessTheNameIsTaken() {
        refs.rename(named(refs.branches(), "trial"), "main");
        assertThat(refs.problemProperty().get()).contains("There is a branch 'main' already");

        refs.rename(named(refs.branches(), "trial"), "attempt");
        assertThat(refs.branches()).extracting(RefRow::name).containsExactly("main", "attempt");
        assertThat(refs.problemProperty().get()).isEmpty();
        assertThat(told).containsExactly("Renamed the branch trial to attempt");
    }

    @Test
    void whatADeletionWouldLoseIsCountedAndThenLost() {
        var lost = new AtomicInteger(-1);
        RefRow trial = named(refs.branches(), "trial");
        refs.lost(trial, lost::set);
        assertThat(lost).hasValue(1);
        git.repository().createTag("keep", "", "trial");
        refs.lost(trial, lost::set);
        assertThat(lost).hasValue(0);

        refs.delete(trial);

        assertThat(refs.branches()).extracting(RefRow::name).containsExactly("main");
    }

    @Test
    void aTagNamesTheCurrentCommitAndABranchCanBeginThere() {
        refs.tag("v1", "First release");
        git.commit(7, "Say good day.");
        refs.refresh();
        RefRow tag = named(refs.tags(), "v1");
        assertThat(tag.detail()).isEqualTo("First release");

        refs.selectedProperty().set(tag);
        assertThat(refs.changes().titleProperty().get()).isEqualTo("Since v1");
        assertThat(refs.changes().files())
                .extracting(FileChange::path, FileChange::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(TwoBranches.FILE, FileChange.Kind.MODIFIED));
        assertThat(refs.changes().diff().diffProperty().get().hunks()).isNotEmpty();

        refs.branchAt(tag, "mend-v1");
        assertThat(git.repository().currentBranch()).isEqualTo("mend-v1");
        refs.deleteTag(tag);
        assertThat(refs.tags()).isEmpty();
    }

    @Test
    void changesAreStashedShownAppliedAndDropped() throws IOException {
        git.save(5, "Say nothing.");
        refs.stash("an idea");
        assertThat(text()).contains("Say hello and smile.");
        RefRow stash = refs.stashes().getFirst();
        assertThat(stash.detail()).contains("an idea");

        refs.selectedProperty().set(stash);
        assertThat(refs.changes().files()).extracting(FileChange::path).containsExactly(TwoBranches.FILE);

        refs.apply(stash);
        assertThat(text()).contains("Say nothing.");
        assertThat(refs.stashes()).hasSize(1);
        refs.drop(stash);
        assertThat(refs.stashes()).isEmpty();
    }

    @Test
    void aStashThatDoesNotFitOpensTheConflicts() {
        git.save(5, "Say nothing.");
        refs.stash("an idea");
        git.commit(6, "Say everything.");
        refs.refresh();

        refs.apply(refs.stashes().getFirst());

        assertThat(told).contains("Applied stash@{0} with conflicts in 1 file", "resolve");
    }

    @Test
    void withNothingChangedNothingIsStashed() {
        refs.stash("nothing");
        assertThat(refs.problemProperty().get()).contains("Nothing to stash");
    }
}
