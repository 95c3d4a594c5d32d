package dev.assay.ui.repository;

import dev.assay.registry.branch.Branch;
import dev.assay.registry.conflict.MergeState;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.repository.refs.RefsDialog;
import dev.assay.ui.repository.refs.RefsViewModel;
import dev.assay.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The branch that is checked out, in the title bar; a menu of what can be done with branches and remotes. */
public final class BranchMenu extends MenuButton {
    private @Nullable BranchViewModel viewModel;
    private Runnable refs = () -> {};

    /** A chip that is not seen until a repository is opened. */
    public BranchMenu() {
        setGraphic(new FontIcon("fth-git-branch"));
        setVisible(false);
        setOnShowing(event -> refresh());
    }

    /**
     * Shows the repository of a workspace.
     *
     * @param ready goes on once files may change, or does not
     * @param changed runs when files on disk may have changed
     * @param notices hears lines on what was done
     */
    public void open(
            Workbench workbench,
            Tasks tasks,
            Executor frames,
            Consumer<Runnable> ready,
            Runnable changed,
            Consumer<String> notices) {
        var repository = workbench.repository(false);
        var window = new WindowSurroundings(this, ready, changed, notices, () -> {
            var conflicts = new ConflictsViewModel(repository, tasks);
            ConflictsDialog.show(getScene().getWindow(), conflicts, () -> {
                refresh();
                changed.run();
            });
        });
        var credentials = new DialogCredentials(() -> getScene().getWindow(), tasks);
        var branches =
                new BranchViewModel(repository, workbench.registry()::branch, tasks, frames, credentials, window);
        var shown = new RefsViewModel(repository, tasks, window, branches::switchTo);
        refs = () -> RefsDialog.show(getScene().getWindow(), shown, branches.nowProperty());
        show(branches);
    }

    void show(BranchViewModel shown) {
        viewModel = shown;
        shown.nowProperty().subscribe(now -> update(shown));
        shown.busyProperty().subscribe(busy -> update(shown));
        shown.progressProperty().subscribe(progress -> setText(label(shown)));
        shown.refresh();
    }

    /** Looks at the repository again. */
    public void refresh() {
        if (viewModel != null) {
            viewModel.refresh();
        }
    }

    private void update(BranchViewModel model) {
        RepositoryNow now = model.nowProperty().get();
        setText(label(model));
        setVisible(!now.label().isEmpty());
        getItems().setAll(model.busyProperty().get() ? stop(model) : items(model, now));
    }

    private static String label(BranchViewModel model) {
        String progress = model.progressProperty().get();
        return progress.isEmpty() ? label(model.nowProperty().get()) : progress;
    }

    private static String label(RepositoryNow now) {
        return now.label()
                + counts(now.ahead(), now.behind())
                + (now.state().kind() == MergeState.Kind.NONE ? "" : Messages.get("repository.under.way"));
    }

    private static String counts(int ahead, int behind) {
        return (ahead == 0 ? "" : "  \u2191" + ahead) + (behind == 0 ? "" : "  \u2193" + behind);
    }

    private static List<MenuItem> stop(BranchViewModel model) {
        return List.of(item(Messages.get("repository.stop"), "fth-x", model::stop));
    }

    private List<MenuItem> items(BranchViewModel model, RepositoryNow now) {
        var items = new ArrayList<MenuItem>();
        if (now.state().isOurs()) {
            items.addAll(underWay(model));
        }
        items.addAll(remote(model, now));
        items.add(new SeparatorMenuItem());
        items.add(item(
                Messages.get("repository.new"),
                "fth-plus",
                () -> RepositoryDialogs.newBranch(getScene().getWindow()).ifPresent(model::create)));
        items.add(
                menu(Messages.get("repository.merge.into", now.label()), "fth-git-merge", now.others(), model::merge));
        items.add(menu(Messages.get("repository.only.remote"), "fth-cloud", now.onlyRemote(), model::switchTo));
        items.add(item(Messages.get("refs.open"), "fth-tag", () -> refs.run()));
        items.add(new SeparatorMenuItem());
        now.local().forEach(branch -> items.add(branch(model, branch)));
        return items;
    }

    private List<MenuItem> underWay(BranchViewModel model) {
        return List.of(
                item(Messages.get("repository.resolve"), "fth-git-merge", model::resolve),
                item(Messages.get("repository.abort"), "fth-rotate-ccw", () -> abort(model)),
                new SeparatorMenuItem());
    }

    private void abort(BranchViewModel model) {
        if (RepositoryDialogs.sureToAbort(getScene().getWindow())) {
            model.abort();
        }
    }

    private List<MenuItem> remote(BranchViewModel model, RepositoryNow now) {
        if (!now.hasRemote()) {
            return List.of(item(
                    Messages.get("repository.remote.add"),
                    "fth-cloud",
                    () -> RepositoryDialogs.remote(getScene().getWindow()).ifPresent(model::addRemote)));
        }
        return List.of(
                item(Messages.get("repository.fetch"), "fth-refresh-cw", model::fetch),
                item(Messages.get("repository.pull", now.behind()), "fth-arrow-down", model::pull),
                item(Messages.get("repository.push", now.ahead()), "fth-arrow-up", model::push));
    }

    private static MenuItem branch(BranchViewModel model, Branch branch) {
        var item = new CheckMenuItem(branch.name() + counts(branch.ahead(), branch.behind()));
        item.setMnemonicParsing(false);
        item.setSelected(branch.isCurrent());
        item.setOnAction(event -> {
            item.setSelected(branch.isCurrent());
            if (!branch.isCurrent()) {
                model.switchTo(branch.name());
            }
        });
        return item;
    }

    private static Menu menu(String text, String icon, List<Branch> branches, Consumer<String> chosen) {
        var menu = new Menu(text, new FontIcon(icon));
        menu.setMnemonicParsing(false);
        menu.setDisable(branches.isEmpty());
        branches.forEach(branch -> {
            var item = new MenuItem(branch.name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> chosen.accept(branch.name()));
            menu.getItems().add(item);
        });
        return menu;
    }

    private static MenuItem item(String text, String icon, Runnable action) {
        var item = new MenuItem(text, new FontIcon(icon));
        item.setOnAction(event -> action.run());
        return item;
    }
}
