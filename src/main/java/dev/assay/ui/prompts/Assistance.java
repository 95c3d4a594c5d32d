package dev.assay.ui.prompts;

import dev.assay.prompt.assist.Known;
import dev.assay.prompt.assist.mend.QuickFix;
import dev.assay.prompt.assist.rename.VariableRename;
import dev.assay.registry.PromptEntry;
import dev.assay.ui.editor.AutoClose;
import dev.assay.ui.editor.CommentKey;
import dev.assay.ui.editor.CurrentLine;
import dev.assay.ui.editor.Folding;
import dev.assay.ui.editor.Indentation;
import dev.assay.ui.editor.LiveColours;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.editor.assist.CompletionPopup;
import dev.assay.ui.editor.assist.GoTo;
import dev.assay.ui.editor.assist.HoverCard;
import dev.assay.ui.editor.assist.QuickFixMenu;
import dev.assay.ui.fx.Tasks;
import java.util.List;

/** Gives the editor of the open prompt all that helps to write it. */
final class Assistance {
    private final PromptsViewModel viewModel;
    private final PromptEditor editor;
    private final LiveColours colours;
    private final Tasks tasks;
    private final QuickFixMenu fixes;

    Assistance(PromptsViewModel viewModel, PromptEditor editor, LiveColours colours, Tasks tasks) {
        this.viewModel = viewModel;
        this.editor = editor;
        this.colours = colours;
        this.tasks = tasks;
        fixes = new QuickFixMenu(colours, this::known, this::createPartial, tasks);
    }

    void install() {
        // Input maps that come later are asked first: completion must have Enter and Tab before the indentation does.
        editor.with(new CurrentLine())
                .with(new Indentation())
                .with(new AutoClose())
                .with(new CommentKey())
                .with(new Folding(tasks))
                .with(fixes)
                .with(new HoverCard(colours, this::known, fixes, tasks))
                .with(new CompletionPopup(this::known, tasks))
                .with(new GoTo(this::openPartial, this::rename, tasks));
    }

    /** Offers the fixes for what stands at an offset. */
    void offerFixes(int offset) {
        editor.goTo(offset);
        editor.later(() -> fixes.open(editor));
    }

    private Known known() {
        List<String> partials = viewModel.registry().entries().stream()
                .filter(PromptEntry::isPartial)
                .filter(PromptEntry::isOnDisk)
                .map(entry -> reference(entry.name()))
                .toList();
        List<String> models = viewModel.models().offered().stream()
                .map(model -> model.toString())
                .toList();
        return new Known(viewModel.document().partials(), () -> partials, () -> models);
    }

    private static String reference(String name) {
        int slash = name.lastIndexOf('/') + 1;
        return name.substring(0, slash) + name.substring(slash + 1);
    }

    private void createPartial(String partial) {
        viewModel.registry().createPartial(QuickFix.fileName(partial), created -> {
            viewModel.document().refresh();
            colours.refresh();
        });
    }

    private void openPartial(String partial) {
        String name = QuickFix.fileName(partial);
        viewModel.registry().find(name).ifPresent(found -> viewModel.document().open(name));
    }

    private void rename(int offset) {
        String text = viewModel.document().textProperty().get();
        VariableRename.nameAt(text, offset)
                .ifPresent(from ->
                        RenameDialog.show(editor.getScene().getWindow(), viewModel.rename(known(), offset, from)));
    }
}
