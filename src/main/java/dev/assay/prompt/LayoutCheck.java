package dev.assay.prompt;

import dev.assay.prompt.frontmatter.FileLayout;

/** Reports a broken frame of front matter, and frames that other readers of the format take for text. */
final class LayoutCheck {
    private LayoutCheck() {}

    static void check(FileLayout layout, String text, Diagnostics diagnostics) {
        if (!layout.hasFrontMatter()) {
            return;
        }
        if (!layout.closed()) {
            diagnostics.add(
                    Severity.ERROR,
                    "unclosed-front-matter",
                    "the front matter that begins here does not end: add a line --- below it",
                    layout.openStart(),
                    layout.openEnd());
            return;
        }
        if (text.startsWith("\ufeff")) {
            compatibility("the byte order mark before the front matter", layout, diagnostics);
        }
        if (text.substring(layout.yamlStart(), layout.yamlEnd()).isBlank()) {
            compatibility("empty front matter", layout, diagnostics);
        }
        if (layout.closeEnd() == text.length()) {
            compatibility("front matter without a line below it", layout, diagnostics);
        }
    }

    private static void compatibility(String what, FileLayout layout, Diagnostics diagnostics) {
        diagnostics.add(
                Severity.INFO,
                "front-matter-compatibility",
                what + " is read here, but other readers of the format take it for text",
                layout.openStart(),
                layout.openEnd());
    }
}
