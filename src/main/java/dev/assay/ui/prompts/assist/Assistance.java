package dev.assay.ui.prompts.assist;

import dev.assay.prompt.assist.Known;
import dev.assay.prompt.assist.mend.NewFile;
import dev.assay.prompt.assist.mend.QuickFix;
import dev.assay.prompt.assist.reading.Definition;
import dev.assay.prompt.assist.rename.VariableRename;
import dev.assay.prompt.definition.DefinitionText;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.registry.PromptRegistry;
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
import dev.assay.ui.prompts.document.DocumentViewModel;

/** Gives the editor of the open prompt all that helps to write it. */
public final class Assistance {
    private final DocumentViewModel document;
    private final Neighbours neighbours;
    private final PromptRegistry registry;
    private final PromptEditor editor;
    private final LiveColours colours;
    private final Tasks tasks;
    private final QuickFixMenu fixes;

    /**
     * @param neighbours what the prompt can refer to
     * @param registry where a rename looks for uses
     * @param colours the editor's colours, which change with its partials
     */
    public Assistance(
            DocumentViewModel document,
            Neighbours neighbours,
            PromptRegistry registry,
            PromptEditor editor,
            LiveColours colours,
            Tasks tasks) {
        this.document = document;
        this.neighbours = neighbours;
        this.registry = registry;
        this.editor = editor;
        this.colours = colours;
        this.tasks = tasks;
        fixes = new QuickFixMenu(colours, this::known, this::createFile, tasks);
    }

    /** Installs all of it. */
    public void install() {
        // Input maps that come later are asked first: completion must have Enter and Tab before the indentation does.
        editor.with(new CurrentLine())
                .with(new Indentation())
                .with(new AutoClose())
                .with(new CommentKey())
                .with(new Folding(tasks))
                .with(fixes)
                .with(new HoverCard(colours, this::known, fixes, tasks))
                .with(new CompletionPopup(this::known, tasks))
                .with(new GoTo(this::known, this::open, this::rename, tasks));
    }

    /** Offers the fixes for what stands at an offset. */
    public void offerFixes(int offset) {
        editor.goTo(offset);
        editor.later(() -> fixes.open(editor));
    }

    private Known known() {
        return new Known(
                document.partials(), neighbours.partials(), neighbours.models(), () -> registry.definitions(null));
    }

    private void createFile(NewFile file) {
        switch (file.kind()) {
            case PARTIAL -> createPartial(file.name());
            case SCHEMA -> show(DefinitionText.start(Definitions.SCHEMAS, file.name()), true);
            case TOOL -> show(DefinitionText.start(Definitions.TOOLS, file.name()), true);
        }
    }

    private void show(DefinitionText definition, boolean fresh) {
        DefinitionDialog.show(
                editor.getScene().getWindow(),
                new DefinitionViewModel(registry, tasks, definition, fresh, document::refresh));
    }

    private void createPartial(String partial) {
        neighbours.creator().create(QuickFix.fileName(partial), created -> document.refresh());
    }

    private void open(Definition definition) {
        String partial = definition.partial();
        String file = definition.file();
        if (file != null) {
            show(new DefinitionText(file, ""), false);
        } else if (partial != null && neighbours.partials().get().contains(partial)) {
            document.open(QuickFix.fileName(partial));
        }
    }

    private void rename(int offset) {
        String text = document.textProperty().get();
        VariableRename.nameAt(text, offset)
                .ifPresent(from -> RenameDialog.show(
                        editor.getScene().getWindow(),
                        new RenameViewModel(document, registry, tasks, known(), offset, from)));
    }
}
