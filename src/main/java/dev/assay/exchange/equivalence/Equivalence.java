package dev.assay.exchange.equivalence;

import dev.assay.exchange.report.Report;
import dev.assay.llm.AssayException;
import dev.assay.llm.Message;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that a converted prompt renders to the same messages as its source. */
public final class Equivalence {
    private static final int SHOWN = 40;

    private Equivalence() {}

    /**
     * The other side where its tool cuts white space off the ends of messages: only what is between is compared.
     *
     * @param rendering the messages as they are written
     */
    public record Trimmed(Rendering rendering) implements Rendering {
        @Override
        public List<RenderedTurn> render(Map<String, Object> values) {
            return rendering.render(values).stream().map(Equivalence::stripped).toList();
        }
    }

    private static RenderedTurn stripped(RenderedTurn turn) {
        return new RenderedTurn(turn.role(), turn.text().strip());
    }

    /** Renders the source with given values; may throw an {@link AssayException} where that cannot be done. */
    @FunctionalInterface
    public interface Rendering {
        /** The messages of the source. */
        List<RenderedTurn> render(Map<String, Object> values);
    }

    /**
     * Renders both sides with each of the values and says how it went: alike, or the first difference.
     *
     * @param place what the entry stands at
     */
    public static void report(
            String place,
            PromptTemplate prompt,
            PartialSource partials,
            Rendering source,
            List<Map<String, Object>> samples,
            Report.Builder report) {
        Optional<String> difference = difference(prompt, partials, source, samples);
        if (difference.isEmpty()) {
            report.converted(
                    place,
                    "rendering",
                    "both sides render to the same messages with " + samples.size()
                            + (samples.size() == 1 ? " set of values" : " sets of values"));
        } else {
            report.needsHand(place, "rendering", difference.get());
        }
    }

    /** The first difference, or empty where both sides render alike. */
    public static Optional<String> difference(
            PromptTemplate prompt, PartialSource partials, Rendering source, List<Map<String, Object>> samples) {
        for (Map<String, Object> values : samples) {
            Optional<String> difference = difference(prompt, partials, source, values);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(
            PromptTemplate prompt, PartialSource partials, Rendering source, Map<String, Object> values) {
        List<RenderedTurn> theirs;
        try {
            theirs = source.render(values).stream()
                    .filter(turn -> !turn.text().isBlank())
                    .toList();
        } catch (AssayException e) {
            return Optional.of("the source cannot be rendered to compare: " + e.getMessage());
        }
        try {
            List<RenderedTurn> ours = new PromptRenderer(partials)
                    .render(prompt, values, List.of()).messages().stream()
                            .filter(message -> !message.text().isBlank())
                            .map(Equivalence::turn)
                            .map(turn -> source instanceof Trimmed ? stripped(turn) : turn)
                            .toList();
            return compare(theirs, ours);
        } catch (AssayException e) {
            return Optional.of("the prompt cannot be rendered to compare: " + e.getMessage());
        }
    }

    private static RenderedTurn turn(Message message) {
        return new RenderedTurn(message.role(), message.text());
    }

    private static Optional<String> compare(List<RenderedTurn> theirs, List<RenderedTurn> ours) {
        for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
            RenderedTurn their = theirs.get(i);
            RenderedTurn our = ours.get(i);
            if (their.role() != our.role()) {
                return Optional.of("message " + (i + 1) + " is of role " + their.role() + " there and of role "
                        + our.role() + " here");
            }
            if (!their.text().equals(our.text())) {
                return Optional.of("message " + (i + 1) + " differs: " + around(their.text(), our.text()));
            }
        }
        return theirs.size() == ours.size()
                ? Optional.empty()
                : Optional.of("there are " + theirs.size() + " messages there and " + ours.size() + " here");
    }

    private static String around(String theirs, String ours) {
        int at = 0;
        while (at < Math.min(theirs.length(), ours.length()) && theirs.charAt(at) == ours.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - SHOWN / 2);
        return "'" + cut(theirs, from) + "' there, '" + cut(ours, from) + "' here";
    }

    private static String cut(String text, int from) {
        String stretch = text.substring(Math.min(from, text.length()), Math.min(text.length(), from + SHOWN));
        return (from > 0 ? "…" : "") + stretch.replace("\n", "⏎") + (from + SHOWN < text.length() ? "…" : "");
    }
}
