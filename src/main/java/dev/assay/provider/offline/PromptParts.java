package dev.assay.provider.offline;

import dev.assay.llm.Message;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A prompt taken apart.
 *
 * @param input the text to work on
 * @param question what is asked about it; empty where nothing is
 * @param instructions the rest, without the input
 */
record PromptParts(String input, String question, String instructions) {
    private static final Set<String> QUESTIONS = Set.of("question", "query");
    private static final Set<String> GUIDANCE =
            Set.of("instructions", "rules", "format", "example", "examples", "role");

    /** Finds the input in tags or fences of the latest user message that has some, else its longest paragraph. */
    static PromptParts of(List<Message> messages) {
        List<String> said = messages.stream()
                .filter(Message.User.class::isInstance)
                .map(Message::text)
                .toList()
                .reversed();
        String framing = messages.stream()
                .filter(Message.System.class::isInstance)
                .map(Message::text)
                .collect(Collectors.joining("\n\n"));
        if (said.isEmpty()) {
            return of(messages.getLast().text());
        }
        PromptParts latest = of(said.getFirst());
        for (String text : said) {
            if (Block.allOf(text).stream().anyMatch(PromptParts::isInput)) {
                PromptParts tagged = of(text);
                String question = latest.question.isEmpty() ? tagged.question : latest.question;
                return new PromptParts(tagged.input, question, framing + "\n\n" + latest.instructions);
            }
        }
        return new PromptParts(latest.input, latest.question, framing + "\n\n" + latest.instructions);
    }

    /** Takes one text apart. */
    static PromptParts of(String text) {
        List<Block> blocks = Block.allOf(text);
        String rest = Block.without(text, blocks);
        String question = blocks.stream()
                .filter(block -> QUESTIONS.contains(block.name()))
                .map(block -> block.content().strip())
                .findFirst()
                .orElseGet(() -> lastQuestion(rest));
        String tagged = blocks.stream()
                .filter(PromptParts::isInput)
                .map(block -> block.content().strip())
                .collect(Collectors.joining("\n\n"));
        if (!tagged.isEmpty()) {
            return new PromptParts(tagged, question, rest);
        }
        String input = longestParagraph(rest.replace(question, ""));
        return input.isEmpty()
                ? new PromptParts(text.strip(), question, rest)
                : new PromptParts(input, question, rest.replace(input, ""));
    }

    private static boolean isInput(Block block) {
        return !QUESTIONS.contains(block.name()) && !GUIDANCE.contains(block.name());
    }

    private static String lastQuestion(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.endsWith("?"))
                .reduce((earlier, later) -> later)
                .orElse("");
    }

    private static String longestParagraph(String text) {
        return Arrays.stream(text.split("\\n\\s*\\n"))
                .map(String::strip)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
