package dev.assay.ui.shell;

import dev.assay.ui.calls.CallsController;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Screen;
import dev.assay.ui.runs.RunsController;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** History's two screens, runs and calls, of which one is in front. */
final class HistoryScreens implements Screen {
    private static final int RUNS = 0;
    private static final int CALLS = 1;

    private final StackPane root = new StackPane();
    private List<Parent> roots = List.of();
    private List<Screen> screens = List.of();
    private int front = RUNS;

    /**
     * Puts them together, runs in front.
     *
     * @param runsRoot the view of the runs
     * @param callsRoot the view of the calls
     */
    void fill(Parent runsRoot, RunsController runs, Parent callsRoot, CallsController calls) {
        roots = List.of(runsRoot, callsRoot);
        screens = List.of(runs, calls);
        List<String> names = List.of(Messages.get("runs.switch.runs"), Messages.get("runs.switch.calls"));
        runs.switcher().offer(names, RUNS, this::go);
        calls.switcher().offer(names, CALLS, this::go);
        root.getChildren().setAll(runsRoot);
    }

    /** What is shown. */
    Parent root() {
        return root;
    }

    /** Brings the runs to the front. */
    void showRuns() {
        go(RUNS);
    }

    private void go(int place) {
        front = place;
        root.getChildren().setAll(roots.get(place));
        shown();
    }

    @Override
    public void shown() {
        screens.get(front).shown();
    }
}
