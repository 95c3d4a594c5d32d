package dev.assay.registry.files;

import dev.assay.prompt.frontmatter.FileLayout;
import dev.assay.prompt.source.SourceText;
import dev.assay.prompt.template.Node;
import dev.assay.prompt.template.TemplateParser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where one file names a prompt. */
final class PromptReferences {
    private static final String AFTER_NAME = "(?=[@\"'\\s,#\\]}]|$)";

    private PromptReferences() {}

    /** Places in a prompt that include the partial {@code name}, which is written with its underscore. */
    static List<PromptReference> inPrompt(String path, String text, String name) {
        var layout = FileLayout.of(text);
        var template = TemplateParser.parse(new SourceText(path, text), layout.bodyStart(), layout.bodyEnd());
        var found = new ArrayList<PromptReference>();
        collect(template.nodes(), path, text, asReferenced(name), found);
        return found;
    }

    /** Places in an experiment, a deployment or a dataset that give {@code name} as the value of {@code prompt}. */
    static List<PromptReference> inData(String path, String text, String name) {
        var found = new ArrayList<PromptReference>();
        Pattern value = Pattern.compile(
                "(?m)(?:^[ \\t]*(?:-[ \\t]+)*|[{,]\\s*)[\"']?prompts?[\"']?[ \\t]*:[ \\t]*\\[?[ \\t]*[\"']?("
                        + Pattern.quote(name) + ")" + AFTER_NAME);
        Matcher places = value.matcher(text);
        while (places.find()) {
            found.add(new PromptReference(path, places.start(1), places.end(1)));
        }
        return found;
    }

    /** How {@code {{> }}} names a partial: without the underscore of the file. */
    static String asReferenced(String name) {
        int last = name.lastIndexOf('/') + 1;
        return name.substring(0, last) + name.substring(last).replaceFirst("^_", "");
    }

    /** The text with all places replaced. */
    static String replace(String text, List<PromptReference> places, String by) {
        var result = new StringBuilder();
        int from = 0;
        for (PromptReference place : places) {
            result.append(text, from, place.start()).append(by);
            from = place.end();
        }
        return result.append(text, from, text.length()).toString();
    }

    private static void collect(List<Node> nodes, String path, String text, String name, List<PromptReference> found) {
        for (Node node : nodes) {
            if (node instanceof Node.Block block) {
                block.branches().forEach(branch -> collect(branch.body(), path, text, name, found));
            }
            if (node instanceof Node.Partial partial && name.equals(partial.staticName())) {
                int start = text.indexOf(name, partial.name().start());
                if (start >= 0 && start + name.length() <= partial.name().end()) {
                    found.add(new PromptReference(path, start, start + name.length()));
                }
            }
        }
    }
}
