package dev.assay.prompt.edit;

import java.util.List;

/** Changes maps and lists that stand in brackets. Each method returns the new text. */
final class FlowText {
    private final String text;
    private final YamlNode.Branch branch;

    FlowText(String text, YamlNode.Branch branch) {
        this.text = text;
        this.branch = branch;
    }

    /** Puts an entry before the one that has this index now. */
    String insert(int index, String entry) {
        List<YamlNode.Child> children = branch.children();
        if (children.isEmpty()) {
            return splice(branch.start() + 1, branch.start() + 1, entry);
        }
        if (index < children.size()) {
            int at = children.get(index).start();
            return splice(at, at, entry + ", ");
        }
        int at = children.getLast().end();
        return splice(at, at, ", " + entry);
    }

    /** Takes an entry out together with a comma; comments stay. */
    String remove(int index) {
        List<YamlNode.Child> children = branch.children();
        YamlNode.Child child = children.get(index);
        if (index + 1 < children.size()) {
            int comma = comma(child.end(), children.get(index + 1).start());
            int next = comma + 1;
            while (next < text.length() && text.charAt(next) == ' ') {
                next++;
            }
            String between = text.substring(child.end(), comma).stripTrailing();
            return splice(child.start(), next, between.isBlank() ? "" : between + " ");
        }
        if (index == 0) {
            return splice(child.start(), child.end(), "");
        }
        int comma = comma(children.get(index - 1).end(), child.start());
        String between = text.substring(comma + 1, child.start());
        return splice(comma, child.end(), between.isBlank() ? "" : between);
    }

    /** Puts the entries in another order; what stands between them stays. */
    String reorder(List<Integer> order) {
        var reordered =
                new StringBuilder(text.substring(0, branch.children().getFirst().start()));
        for (int i = 0; i < order.size(); i++) {
            YamlNode.Child moved = branch.children().get(order.get(i));
            reordered.append(text, moved.start(), moved.end());
            int next = i + 1 < order.size() ? branch.children().get(i + 1).start() : text.length();
            reordered.append(text, branch.children().get(i).end(), next);
        }
        return reordered.toString();
    }

    /** The comma between two offsets, outside of comments. */
    private int comma(int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) != ',') {
            at = text.charAt(at) == '#' ? TextLines.next(text, at) : at + 1;
        }
        return at;
    }

    private String splice(int from, int to, String inserted) {
        return text.substring(0, from) + inserted + text.substring(to);
    }
}
