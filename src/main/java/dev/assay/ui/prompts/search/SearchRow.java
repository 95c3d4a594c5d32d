package dev.assay.ui.prompts.search;

import dev.assay.registry.search.SearchHit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A line of the list of what was found. */
public sealed interface SearchRow {

    /** Where it leads. */
    Place place();

    /**
     * A prompt, above what was found in it.
     *
     * @param name of the prompt
     * @param mark where in its name the word was found, or null
     * @param count how many places its text has
     */
    record Prompt(String name, @Nullable Mark mark, int count) implements SearchRow {
        @Override
        public Place place() {
            return Place.of(name);
        }
    }

    /**
     * A place in a text.
     *
     * @param place where
     * @param text the line, or a part of it
     * @param mark where in {@code text} the word was found
     */
    record Line(Place place, String text, Mark mark) implements SearchRow {}

    /**
     * A part of a text to be marked.
     *
     * @param start of its first character
     * @param end after its last one
     */
    record Mark(int start, int end) {
        public Mark {
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("A mark from " + start + " to " + end);
            }
        }
    }

    /** What was found, by prompt: first those whose names match, then the others, each with its lines below. */
    static List<SearchRow> of(List<SearchHit> hits) {
        var named = new TreeMap<String, List<SearchHit>>();
        var others = new TreeMap<String, List<SearchHit>>();
        hits.stream()
                .filter(SearchHit::inName)
                .forEach(hit -> named.computeIfAbsent(hit.name(), name -> new ArrayList<>())
                        .add(hit));
        hits.stream()
                .filter(hit -> !hit.inName())
                .forEach(hit -> (named.containsKey(hit.name()) ? named : others)
                        .computeIfAbsent(hit.name(), name -> new ArrayList<>())
                        .add(hit));
        var rows = new ArrayList<SearchRow>();
        named.forEach((name, found) -> add(rows, name, found));
        others.forEach((name, found) -> add(rows, name, found));
        return List.copyOf(rows);
    }

    private static void add(List<SearchRow> rows, String name, List<SearchHit> found) {
        Mark mark = found.getFirst().inName()
                ? new Mark(found.getFirst().start(), found.getFirst().end())
                : null;
        List<SearchRow> lines =
                found.stream().filter(hit -> !hit.inName()).map(SearchRow::line).toList();
        rows.add(new Prompt(name, mark, lines.size()));
        rows.addAll(lines);
    }

    private static SearchRow line(SearchHit hit) {
        return new Line(Place.of(hit), hit.snippet(), new Mark(hit.start(), hit.end()));
    }
}
