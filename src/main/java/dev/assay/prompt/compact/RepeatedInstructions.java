package dev.assay.prompt.compact;

import dev.assay.prompt.compact.body.PromptBody;
import dev.assay.prompt.compact.body.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sentences and lines that stood in the same message before, where the first one is rendered whenever the second is. Items
 * of numbered lists stay, for others may be counted or named by their number.
 */
final class RepeatedInstructions implements Finder {
    /** Behind the end of a sentence, where the next one begins with a capital; abbreviations end none. */
    private static final Pattern BOUNDARY =
            Pattern.compile("(?<=[.!?])(?<!\\b(?:e\\.g|i\\.e|vs|etc|Dr|Mr|Mrs|Ms|No|cf)\\.)\\s+(?=[\\p{Lu}])");

    @Override
    public List<CompactEdit> find(PromptBody body) {
        var edits = new ArrayList<CompactEdit>();
        var cut = new Cut(body);
        Map<String, List<Instruction>> seen = new HashMap<>();
        for (Stretch stretch : body.stretches()) {
            for (Paragraph paragraph : Paragraph.of(body, stretch)) {
                edits.addAll(repeated(body, cut, paragraph, seen));
            }
        }
        return edits;
    }

    private static List<CompactEdit> repeated(
            PromptBody body, Cut cut, Paragraph paragraph, Map<String, List<Instruction>> seen) {
        var edits = new ArrayList<CompactEdit>();
        List<Instruction> sentences = sentences(body, paragraph);
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Instruction sentence = sentences.get(i);
            boolean part = i == 0 && paragraph.openStart() || i == sentences.size() - 1 && paragraph.openEnd();
            if (part || body.hasTag(sentence.start(), sentence.end())) {
                continue;
            }
            List<Instruction> alike = seen.computeIfAbsent(sentence.key(), key -> new ArrayList<>());
            Optional<Instruction> before =
                    alike.stream().filter(earlier -> earlier.covers(sentence)).findFirst();
            if (before.isEmpty()) {
                alike.add(sentence);
            } else if (sentence.isSelfContained() && mayGo(paragraph)) {
                int line = cut.line(before.get().start());
                lines.add(line);
                edits.add(cutSentence(cut, sentences, i, line));
            }
        }
        return edits.size() == sentences.size() && !edits.isEmpty()
                ? List.of(cut.lines(
                        paragraph.start(), paragraph.end(), CompactRule.REPEATED_INSTRUCTION, reason(lines.getFirst())))
                : edits;
    }

    /** Next to a tag the room that a sentence leaves could change what the tag does with its line. */
    private static boolean mayGo(Paragraph paragraph) {
        return !paragraph.tagged() && !paragraph.numbered() && paragraph.last();
    }

    /** A sentence goes with the white space before it; the first one of its paragraph with that behind it. */
    private static CompactEdit cutSentence(Cut cut, List<Instruction> sentences, int index, int line) {
        Instruction sentence = sentences.get(index);
        boolean first = index == 0;
        int start = first ? sentence.start() : sentences.get(index - 1).end();
        int end = first && sentences.size() > 1 ? sentences.get(1).start() : sentence.end();
        return cut.plain(start, end, "", CompactRule.REPEATED_INSTRUCTION, reason(line));
    }

    private static String reason(int line) {
        return "line " + line + " says this already";
    }

    private static List<Instruction> sentences(PromptBody body, Paragraph paragraph) {
        var sentences = new ArrayList<Instruction>();
        String text = body.source().substring(paragraph.textStart(), paragraph.textEnd());
        var boundary = BOUNDARY.matcher(text);
        int from = 0;
        while (boundary.find()) {
            sentences.add(instruction(body, paragraph, from, boundary.start()));
            from = boundary.end();
        }
        sentences.add(instruction(body, paragraph, from, text.length()));
        return sentences;
    }

    private static Instruction instruction(PromptBody body, Paragraph paragraph, int from, int to) {
        int start = paragraph.textStart() + from;
        int end = paragraph.textStart() + to;
        return new Instruction(start, end, body.source().substring(start, end), paragraph.lead(), body.scope(start));
    }
}
