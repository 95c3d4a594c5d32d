package dev.assay.prompt.compact;

import dev.assay.prompt.PartialSource;
import dev.assay.prompt.compact.body.PromptBody;
import dev.assay.prompt.compact.body.Scope;
import dev.assay.prompt.frontmatter.FileLayout;
import dev.assay.prompt.source.SourceText;
import dev.assay.prompt.template.Node;
import dev.assay.prompt.template.TemplateParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Partials that render to nothing, and those that the same message included before in the same way. */
final class UnusedPartials implements Finder {
    private final PartialSource partials;

    UnusedPartials(PartialSource partials) {
        this.partials = partials;
    }

    @Override
    public List<CompactEdit> find(PromptBody body) {
        var edits = new ArrayList<CompactEdit>();
        nodes(body, new Cut(body), body.template().nodes(), new HashMap<>(), edits);
        return edits;
    }

    private void nodes(
            PromptBody body, Cut cut, List<Node> nodes, Map<String, Node.Partial> seen, List<CompactEdit> edits) {
        for (Node node : nodes) {
            if (node instanceof Node.Block block) {
                block.branches().forEach(branch -> nodes(body, cut, branch.body(), seen, edits));
            } else if (node instanceof Node.Partial partial) {
                partial(body, cut, partial, seen).ifPresent(edits::add);
            }
        }
    }

    private Optional<CompactEdit> partial(
            PromptBody body, Cut cut, Node.Partial partial, Map<String, Node.Partial> seen) {
        Optional<List<Node>> content = Optional.ofNullable(partial.staticName())
                .flatMap(partials::find)
                .map(found -> parsed(found.source()));
        boolean formed = body.isFormed(partial.start(), partial.end());
        if (formed || content.isEmpty() || !isText(content.get())) {
            return Optional.empty();
        }
        if (content.get().stream().allMatch(UnusedPartials::isNothing)) {
            String reason = "'" + partial.staticName() + "' renders to nothing";
            return Optional.of(cut(body, cut, partial, CompactRule.EMPTY_PARTIAL, reason));
        }
        Scope scope = body.scope(partial.start());
        String tag = body.source().substring(partial.start(), partial.end()).replaceAll("[{}\\s~]+", " ");
        Node.Partial before = seen.putIfAbsent(scope + tag, partial);
        return before == null
                ? Optional.empty()
                : Optional.of(cut(
                        body,
                        cut,
                        partial,
                        CompactRule.REPEATED_PARTIAL,
                        "line " + cut.line(before.start()) + " includes '" + partial.staticName() + "' already"));
    }

    private static CompactEdit cut(PromptBody body, Cut cut, Node.Partial partial, CompactRule rule, String reason) {
        String source = body.source();
        int start = source.lastIndexOf('\n', partial.start() - 1) + 1;
        int feed = source.indexOf('\n', partial.end());
        int end = feed < 0 ? source.length() : feed + 1;
        boolean alone = source.substring(start, partial.start()).isBlank()
                && source.substring(partial.end(), end).isBlank();
        return alone
                ? cut.lines(start, Math.min(end, Math.max(partial.end(), body.end())), rule, reason)
                : cut.plain(partial.start(), partial.end(), "", rule, reason);
    }

    private static List<Node> parsed(String source) {
        FileLayout layout = FileLayout.of(source);
        return TemplateParser.parse(new SourceText("", source), layout.bodyStart(), layout.bodyEnd())
                .nodes();
    }

    /** Whether it holds but words and values: what begins messages or includes more may not go. */
    private static boolean isText(List<Node> nodes) {
        return nodes.stream().allMatch(node -> switch (node) {
            case Node.Text text -> true;
            case Node.Comment comment -> true;
            case Node.Output output -> !output.call().hasArguments() && isValue(output);
            case Node.Block block -> block.branches().stream().allMatch(branch -> isText(branch.body()));
            case Node.Partial partial -> false;
        });
    }

    private static boolean isValue(Node.Output output) {
        return !output.call().target().text().equals("history");
    }

    private static boolean isNothing(Node node) {
        return node instanceof Node.Comment
                || node instanceof Node.Text text && text.text().isBlank();
    }
}
