package dev.assay.prompt.template;

import dev.assay.prompt.source.Problem;
import dev.assay.prompt.source.SourceText;
import java.util.List;

/**
 * A parsed template.
 *
 * @param source the file it stands in; all offsets count from its beginning
 * @param nodes what it consists of
 * @param problems what is wrong with it, by position; it can be rendered only where there are none
 */
public record Template(SourceText source, List<Node> nodes, List<Problem> problems) {
    public Template {
        nodes = List.copyOf(nodes);
        problems = List.copyOf(problems);
    }
}
