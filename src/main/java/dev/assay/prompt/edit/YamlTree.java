package dev.assay.prompt.edit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Reads where the values of a YAML text stand. The text must be valid and of reasonable depth: check that first. */
final class YamlTree {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(1_000_000).build();

    private final String text;
    private final int from;
    private final int[] charOf;
    private final Iterator<Event> events;

    private YamlTree(String text, int from, int to) {
        String yaml = text.substring(from, to);
        this.text = text;
        this.from = from;
        this.charOf = charsOf(yaml);
        this.events = new Parse(SETTINGS).parseString(yaml).iterator();
    }

    /** The value that stands between two offsets of a text, or null where there are only comments. */
    static @Nullable YamlNode read(String text, int from, int to) {
        var tree = new YamlTree(text, from, to);
        while (tree.events.hasNext()) {
            if (tree.events.next() instanceof DocumentStartEvent) {
                YamlNode root = tree.node(tree.events.next());
                return root.start() == root.end() ? null : root;
            }
        }
        return null;
    }

    private YamlNode node(Event event) {
        return switch (event) {
            case AliasEvent alias ->
                new YamlNode.Scalar(at(alias.getStartMark()), at(alias.getEndMark()), true, YamlNode.Style.PLAIN);
            case ScalarEvent scalar -> scalar(scalar);
            case CollectionStartEvent branch -> branch(branch);
            default -> throw new IllegalStateException("not a value: " + event);
        };
    }

    private YamlNode scalar(ScalarEvent event) {
        int start = at(event.getStartMark());
        int end = at(event.getEndMark());
        YamlNode.Style style = style(event.getScalarStyle());
        return new YamlNode.Scalar(
                start,
                style == YamlNode.Style.BLOCK ? blockEnd(start, end) : end,
                event.getAnchor().isPresent(),
                style);
    }

    private static YamlNode.Style style(ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED -> YamlNode.Style.SINGLE;
            case DOUBLE_QUOTED -> YamlNode.Style.DOUBLE;
            case LITERAL, FOLDED -> YamlNode.Style.BLOCK;
            default -> YamlNode.Style.PLAIN;
        };
    }

    /** Blank lines behind a block scalar belong to it only where it says {@code +}. */
    private int blockEnd(int start, int scanned) {
        int end = Math.min(scanned, text.length());
        String head = text.substring(start, TextLines.end(text, start));
        int last = end > start && TextLines.start(text, end) == end
                ? TextLines.previous(text, end)
                : TextLines.start(text, end);
        boolean keeps = head.split("[ \t#]", 2)[0].contains("+");
        while (!keeps && last > start && TextLines.isBlank(text, last)) {
            last = TextLines.previous(text, last);
        }
        return TextLines.end(text, Math.max(last, start));
    }

    private YamlNode branch(CollectionStartEvent event) {
        boolean mapping = event instanceof MappingStartEvent;
        boolean flow = event.getFlowStyle() == FlowStyle.FLOW;
        int start = at(event.getStartMark());
        var children = new ArrayList<YamlNode.Child>();
        int after = start;
        Event next = events.next();
        while (!(next instanceof CollectionEndEvent)) {
            YamlNode.Child child = mapping ? entry(next) : element(next, flow, after);
            children.add(child);
            after = child.end();
            next = events.next();
        }
        int end = flow || children.isEmpty() ? at(next.getEndMark()) : after;
        return new YamlNode.Branch(start, end, event.getAnchor().isPresent(), mapping, flow, List.copyOf(children));
    }

    private YamlNode.Child entry(Event keyEvent) {
        YamlNode key = node(keyEvent);
        String name = keyEvent instanceof ScalarEvent scalar ? scalar.getValue() : null;
        return new YamlNode.Child(name, key.start(), key.end(), node(events.next()));
    }

    private YamlNode.Child element(Event event, boolean flow, int after) {
        int dash = flow ? -1 : dash(after);
        YamlNode value = node(event);
        int start = flow ? value.start() : dash;
        return new YamlNode.Child(null, start, start, value);
    }

    /** The dash of the next element: only white space and comments stand before it. */
    private int dash(int after) {
        int at = after;
        while (at < text.length() && text.charAt(at) != '-') {
            at = text.charAt(at) == '#' ? TextLines.next(text, at) : at + 1;
        }
        return at;
    }

    private int at(Optional<Mark> mark) {
        return from + charOf[Math.min(mark.map(Mark::getIndex).orElse(0), charOf.length - 1)];
    }

    /** Marks count code points; offsets count {@code char}s. */
    private static int[] charsOf(String yaml) {
        int[] chars = new int[yaml.codePointCount(0, yaml.length()) + 1];
        int at = 0;
        for (int point = 0; point < chars.length; point++) {
            chars[point] = at;
            at += at < yaml.length() ? Character.charCount(yaml.codePointAt(at)) : 1;
        }
        return chars;
    }
}
