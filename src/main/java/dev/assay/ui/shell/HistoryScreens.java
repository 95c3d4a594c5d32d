package dev.assay.ui.shell;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Screen;
import dev.assay.ui.fx.ScreenSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** History's two screens, runs and calls, of which one is in front. */
final class HistoryScreens implements Screen {
    private static final int RUNS = 0;

    private final StackPane root = new StackPane();
    private final List<LazyView> views = new ArrayList<>();
    private int front = RUNS;

    /**
     * Adds the next screen: runs first, then calls.
     *
     * @param loader loads its view
     * @param switcher what leads to the other screen, asked for when the view is loaded
     */
    void add(Screen screen, Supplier<Parent> loader, Supplier<ScreenSwitch> switcher) {
        int place = views.size();
        views.add(new LazyView(screen, () -> {
            Parent view = loader.get();
            List<String> names = List.of(Messages.get("runs.switch.runs"), Messages.get("runs.switch.calls"));
            switcher.get().offer(names, place, this::go);
            return view;
        }));
    }

    /** What is shown, with the screen in front. */
    Parent root() {
        bringToFront();
        return root;
    }

    /** Brings the runs to the front. */
    void showRuns() {
        go(RUNS);
    }

    private void go(int place) {
        front = place;
        shown();
        bringToFront();
    }

    private void bringToFront() {
        root.getChildren().setAll(views.get(front).root());
    }

    @Override
    public void shown() {
        views.get(front).screen().shown();
    }
}
