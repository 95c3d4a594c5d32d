package dev.assay.ui.repository.lock;

import dev.assay.llm.AssayException;
import dev.assay.registry.git.LockedException;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Mender;
import dev.assay.ui.fx.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks about a lock that stopped a task, removes it on the user's word, and has the task go on. */
public final class LockMender implements Mender {
    private final Tasks tasks;
    private final LockQuestion question;
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(Runnable again, Runnable giveUp) {}

    LockMender(Tasks tasks, LockQuestion question) {
        this.tasks = tasks;
        this.question = question;
    }

    /** Asks in dialogs in front of the window that is in use. */
    public static LockMender inDialogs(Tasks tasks) {
        return new LockMender(tasks, new LockDialog());
    }

    @Override
    public boolean offers(AssayException failure, Runnable again, Runnable giveUp) {
        if (!(failure instanceof LockedException locked)) {
            return false;
        }
        // One question is enough for all that the same lock has stopped.
        waiting.add(new Waiting(again, giveUp));
        if (waiting.size() == 1) {
            look(locked.lock());
        }
        return true;
    }

    private void look(Path lock) {
        tasks.run(() -> LockReport.of(lock), this::ask, failure -> giveUp());
    }

    private void ask(Optional<LockReport> found) {
        if (found.isEmpty()) {
            again();
            return;
        }
        LockReport report = found.get();
        switch (question.ask(report)) {
            case REMOVE -> remove(report);
            case TRY_AGAIN -> again();
            case GIVE_UP -> giveUp();
        }
    }

    private void remove(LockReport report) {
        tasks.run(
                () -> {
                    report.lock().remove();
                    return report;
                },
                removed -> again(),
                this::refused);
    }

    private void refused(Failure failure) {
        question.tell(failure);
        giveUp();
    }

    private void again() {
        settle().forEach(each -> each.again().run());
    }

    private void giveUp() {
        settle().forEach(each -> each.giveUp().run());
    }

    private List<Waiting> settle() {
        List<Waiting> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
