package dev.assay.ui.prompts.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ui.fx.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {
    private final FakePast past = new FakePast(120);
    private final HistoryViewModel history = new HistoryViewModel(past, new Tasks(Runnable::run, Runnable::run));

    @Test
    void theFirstPageIsShortAndMoreComesOnDemand() {
        history.show("a");
        assertThat(history.revisions()).hasSize(50);

        history.more();
        assertThat(history.revisions()).hasSize(120);

        int before = past.asked;
        history.more();
        assertThat(past.asked).isEqualTo(before);
    }

    @Test
    void ofManyChosenCommitsTheNewestAndTheOldestAreCompared() {
        history.show("a");

        history.choose(history.revisions().subList(2, 6));

        assertThat(history.chosen())
                .containsExactly(history.revisions().get(2), history.revisions().get(5));
    }

    @Test
    void theChoiceStaysWhenACommitIsAdded() {
        history.show("a");
        Revision chosen = history.revisions().get(3);
        history.choose(List.of(chosen));
        past.all.addFirst(Revision.of(FakePast.commit(121), null));

        history.show("a");

        assertThat(history.revisions().getFirst().commit().subject()).isEqualTo("Commit 121");
        assertThat(history.chosen()).containsExactly(chosen);
    }

    @Test
    void aCommitFarBackIsListedAndChosen() {
        history.show("a");

        history.reveal(FakePast.commit(3));

        assertThat(history.chosen())
                .singleElement()
                .extracting(revision -> revision.commit().subject())
                .isEqualTo("Commit 3");
    }

    @Test
    void aCommitThatTheHistoryDoesNotTellIsShownAsText() {
        history.show("a");

        history.reveal(FakePast.commit(7000));

        assertThat(history.viewedProperty().get()).isNotNull();
        assertThat(history.chosen()).isEmpty();
    }

    @Test
    void showsThePastTextAndGoesBack() {
        history.show("a");

        history.view(history.revisions().getLast());
        assertThat(history.viewedProperty().get().text()).isEqualTo("text 71\n");

        history.closeView();
        assertThat(history.viewedProperty().get()).isNull();
    }

    @Test
    void anotherPromptStartsAfresh() {
        history.show("a");
        history.choose(List.of(history.revisions().getFirst()));
        history.view(history.revisions().getFirst());
        past.all.clear();

        history.show("b");

        assertThat(history.revisions()).isEmpty();
        assertThat(history.chosen()).isEmpty();
        assertThat(history.viewedProperty().get()).isNull();
    }

    @Test
    void evidenceIsReadFromTheMessage() {
        var commit = FakePast.commit(1);
        var told = new dev.assay.registry.git.PromptRevision(
                commit.commitId(),
                commit.author(),
                commit.email(),
                commit.time(),
                "Better\n\nAssay-Run: r1\nAssay-Relevance: 0.82 (n=20)\n",
                commit.blobId());

        assertThat(Revision.of(told, null).evidence().scores()).singleElement().satisfies(score -> {
            assertThat(score.metric()).isEqualTo("relevance");
            assertThat(score.mean()).isEqualTo(0.82);
        });
    }
}
