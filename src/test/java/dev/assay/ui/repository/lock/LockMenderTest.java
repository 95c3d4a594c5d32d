package dev.assay.ui.repository.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.InputException;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.git.Author;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.repository.lock.LockQuestion.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockMenderTest {
    private static final Author ADA = new Author("Ada", "ada@example.org");

    @TempDir
    Path folder;

    private final Tasks tasks = new Tasks(Runnable::run, Runnable::run);
    private final ArrayDeque<Answer> answers = new ArrayDeque<>();
    private final List<LockReport> asked = new ArrayList<>();
    private final List<Failure> told = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final List<Failure> failed = new ArrayList<>();
    private Runnable whileAsked = () -> {};
    private GitPromptRegistry registry;
    private Path lock;

    @BeforeEach
    void lock() throws IOException {
        registry = GitPromptRegistry.create(folder.toRealPath());
        registry.save("a", "one\n");
        lock = Files.createFile(registry.root().resolve(".git/index.lock"));
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofMinutes(5))));
        tasks.mendWith(new LockMender(tasks, new LockQuestion() {
            @Override
            public Answer ask(LockReport report) {
                asked.add(report);
                whileAsked.run();
                return answers.remove();
            }

            @Override
            public void tell(Failure failure) {
                told.add(failure);
            }
        }));
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private void commit() {
        tasks.run(
                () -> registry.commit(List.of("prompts/a.prompt"), "Add a", ADA).subject(), done::add, failed::add);
    }

    @Test
    void onTheUsersWordTheLockIsRemovedAndTheCommitGoesOn() {
        answers.add(Answer.REMOVE);

        commit();

        assertThat(asked)
                .singleElement()
                .satisfies(report -> assertThat(report.age()).startsWith("5 min"));
        assertThat(done).containsExactly("Add a");
        assertThat(failed).isEmpty();
        assertThat(lock).doesNotExist();
    }

    @Test
    void withoutTheUsersWordTheLockStaysAndNoSecondDialogTellsOfIt() {
        answers.add(Answer.GIVE_UP);

        commit();

        assertThat(lock).exists();
        assertThat(done).isEmpty();
        assertThat(failed).singleElement().satisfies(failure -> {
            assertThat(failure.summary()).contains("Git is locked by");
            assertThat(failure.told()).isTrue();
        });
    }

    @Test
    void tryingAgainAsksAnewWhileTheLockIsThere() {
        answers.add(Answer.TRY_AGAIN);
        answers.add(Answer.TRY_AGAIN);
        whileAsked = () -> {
            if (asked.size() == 2) {
                delete();
            }
        };

        commit();

        assertThat(asked).hasSize(2);
        assertThat(done).containsExactly("Add a");
    }

    @Test
    void aLockThatIsAnotherOneByNowIsNotRemoved() {
        answers.add(Answer.REMOVE);
        whileAsked = () -> touch(Instant.now().minus(Duration.ofMinutes(1)));

        commit();

        assertThat(lock).exists();
        assertThat(told)
                .singleElement()
                .satisfies(failure -> assertThat(failure.summary()).contains("another program"));
        assertThat(failed).hasSize(1);
    }

    @Test
    void otherFailuresAreToldAsBefore() {
        tasks.run(
                () -> {
                    throw new InputException("Not so");
                },
                nothing -> done.add("done"),
                failed::add);

        assertThat(asked).isEmpty();
        assertThat(failed)
                .singleElement()
                .satisfies(failure -> assertThat(failure.told()).isFalse());
    }

    private void delete() {
        try {
            Files.delete(lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void touch(Instant time) {
        try {
            Files.setLastModifiedTime(lock, FileTime.from(time));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
