package dev.assay.prompt.print;

import dev.assay.prompt.template.Node;
import dev.assay.prompt.template.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a parsed template as text that parses to the same tree: blocks that cover whole lines stand on lines of their
 * own, braces in text are escaped. Only comments are taken from the template's source; everything else is written
 * anew, so that what was written in different ways looks the same.
 */
public final class TemplatePrinter {
    private final String source;
    private final LineLayout layout = new LineLayout();

    private TemplatePrinter(String source) {
        this.source = source;
    }

    /** The text of a template without problems. */
    public static String print(Template template) {
        return laidOut(template).print();
    }

    /** Like {@link #print}, for a place where white space around the text is dropped: below front matter. */
    public static String printTrimmed(Template template) {
        return laidOut(template).printTrimmed();
    }

    private static LineLayout laidOut(Template template) {
        var printer = new TemplatePrinter(template.source().text());
        printer.nodes(template.nodes());
        return printer.layout;
    }

    private void nodes(List<Node> nodes) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Text text -> layout.text(text.text());
                case Node.Output output -> layout.output("{{" + apart(CallText.of(output.call())) + "}}");
                case Node.Comment comment -> layout.aside(comment(comment), "");
                case Node.Partial partial -> layout.aside("{{> " + CallText.of(partial) + "}}", partial.indent());
                case Node.Block block -> block(block);
            }
        }
    }

    /** A path that begins with a slash would close a block. */
    private static String apart(String call) {
        return call.startsWith("/") ? " " + call : call;
    }

    private void block(Node.Block block) {
        List<Node.Branch> branches = block.branches();
        Node.Branch first = branches.getFirst();
        boolean inverse = branches.size() == 2
                && first.body().isEmpty()
                && first.parameters().isEmpty()
                && branches.get(1).call() == null;
        List<Node> shown = inverse ? branches.get(1).body() : first.body();
        layout.opening("{{" + (inverse ? "^" : "#") + head(first) + "}}", endsLine(shown));
        nodes(shown);
        for (Node.Branch branch : branches.subList(inverse ? 2 : 1, branches.size())) {
            layout.inner(branch.call() == null ? "{{else}}" : "{{else " + head(branch) + "}}");
            nodes(branch.body());
        }
        layout.inner("{{/" + name(first) + "}}");
    }

    private static String head(Node.Branch branch) {
        return branch.call() == null ? "" : CallText.of(branch.call(), branch.parameters());
    }

    private static String name(Node.Branch branch) {
        return branch.call() == null ? "" : branch.call().target().text();
    }

    /** Whether the tag after these nodes begins a line, given that the one before them stands alone on its line. */
    private static boolean endsLine(List<Node> nodes) {
        @Nullable Node last = nodes.isEmpty() ? null : nodes.getLast();
        return switch (last) {
            case null -> true;
            case Node.Text text -> text.text().endsWith("\n");
            case Node.Output output -> false;
            case Node.Block block -> endsLine(block.branches().getLast().body());
            case Node.Comment comment -> endsLine(nodes.subList(0, nodes.size() - 1));
            case Node.Partial partial -> endsLine(nodes.subList(0, nodes.size() - 1));
        };
    }

    /** As written, but for the tildes. */
    private String comment(Node.Comment comment) {
        int from = comment.start() + (source.startsWith("{{~", comment.start()) ? 3 : 2);
        int to = comment.end() - (source.startsWith("~}}", comment.end() - 3) ? 3 : 2);
        String remark = source.substring(from, to);
        return "{{" + (remark.endsWith("~") ? remark + " " : remark) + "}}";
    }
}
