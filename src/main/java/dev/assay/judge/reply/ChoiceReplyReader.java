package dev.assay.judge.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads which of some choices a judge's reply takes, such as {@code [[A]]}. The clearest way of saying it that occurs
 * decides, and within it all must agree; what is not plain is unreadable. Immutable.
 */
public final class ChoiceReplyReader {
    private static final JsonFactory LENIENT = JsonReply.lenient();
    private static final Set<String> KEYS = Set.of(
            "choice",
            "verdict",
            "winner",
            "preference",
            "preferred",
            "answer",
            "decision",
            "label",
            "result",
            "judgment",
            "judgement",
            "better");
    private static final Set<String> REASONS = Set.of("reasoning", "reason", "rationale", "explanation");
    private static final int FLAGS = Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.MULTILINE;

    /** A choice after such words is not taken, or is somebody else's. */
    private static final Pattern DENIED = Pattern.compile(
            "(?i)(?:\\b(?:not|never|neither|cannot|nor|if|unless|would|could|might|maybe|perhaps|either|instead of|rather than"
                    + "|" + FigureInContext.HEARSAY
                    + ")\\b|n['\u2019]t\\b)[^.!?;:\\n]*$|[\"'\u2018\u201C\u201E\u00AB]\\s*$"
                    + "|^\\s*>[^\\n]*$");

    private final List<String> choices;
    private final List<Pattern> ranks;
    private final Pattern another;

    /** A reader of these choices, at least two, that differ by more than capitals. */
    public ChoiceReplyReader(List<String> choices) {
        this.choices = List.copyOf(choices);
        String any = choices.stream()
                .sorted(Comparator.comparing((String choice) -> -choice.length()))
                .map(ChoiceReplyReader::alternative)
                .collect(Collectors.joining("|", "(?<c>", ")"));
        String bare = "(?<![\\p{L}\\p{N}<>=-])" + any + "(?![\\p{L}\\p{N}<>=]|-\\p{L}|['\u2019]\\p{L})";
        String link =
                "(?i:\\s*(?:[:=>\"'*_-]|\\bis\\b|\\bwas\\b|\\b(?:response|answer|output|assistant|option|candidate)\\b))*\\s*";
        this.ranks = List.of(
                Pattern.compile(
                        "(?i:\\b(?:final|overall)\\s+(?:verdict|choice|answer|decision|judge?ment|preference))" + link
                                + "\\[*" + bare,
                        FLAGS),
                Pattern.compile(
                        "(?:\\[\\[\\s*" + any + "\\s*\\]\\]|\\[(?i:result)\\]\\s*" + bare.replace("?<c>", "?<d>")
                                + "|<(?i:choice|verdict|answer|winner)>\\s*" + any.replace("?<c>", "?<e>")
                                + "\\s*<|\\\\boxed\\{\\s*(?:\\\\text\\{)?" + any.replace("?<c>", "?<f>") + "\\s*\\})",
                        FLAGS),
                Pattern.compile(
                        "(?i:\\b(?:verdict|choice|winner|preference|decision|judge?ment|answer|label|urteil|wahl"
                                + "|choix|veredicto)\\b)(?=\\s*(?:[:=]|(?i:is|was)\\b))" + link + bare,
                        FLAGS),
                Pattern.compile("^[\\s*_`#>\"'(\\[]*" + any + "[\\s*_`\"')\\].!]*$", FLAGS),
                Pattern.compile(
                        "(?i:\\b(?:i|we)\\s+(?:choose|pick|prefer|select|vote for|go with))" + link + bare, FLAGS),
                Pattern.compile(
                        bare
                                + "\\s+(?i:is\\s+(?:(?:clearly|much|slightly|significantly|overall|somewhat|far|a bit)\\s+)*"
                                + "(?:the\\s+)?(?:better|best|winner|superior|preferred|preferable)|wins)\\b",
                        FLAGS));
        this.another = Pattern.compile(
                "^\\s*(?:/|,?\\s*(?i:or|and|but|oder|ou)\\b)\\s*(?i:perhaps|maybe|possibly)?\\s*\\[*" + bare, FLAGS);
    }

    /** What the reply says. */
    public ChoiceReply read(String reply) {
        Optional<String> spoken = SpokenText.of(reply);
        if (spoken.isEmpty()) {
            return new ChoiceReply.Unreadable("a thought has no end, so there is no answer yet");
        }
        String text = spoken.get();
        if (text.isBlank()) {
            return new ChoiceReply.Unreadable("the reply is empty");
        }
        Set<String> said = new LinkedHashSet<>();
        var reasoning = new StringBuilder();
        if (readJson(text, said, reasoning)) {
            return chosen(said, reasoning.toString(), "its JSON has no choice");
        }
        for (Pattern rank : ranks) {
            boolean denied = !collect(rank, text, said);
            if (denied) {
                return new ChoiceReply.Unreadable("a choice in it is denied, hedged or somebody else's");
            }
            if (!said.isEmpty()) {
                break;
            }
        }
        return chosen(said, reply.strip(), "none of the choices is plainly taken");
    }

    private ChoiceReply chosen(Set<String> said, String reasoning, String nothing) {
        if (said.isEmpty()) {
            return new ChoiceReply.Unreadable(nothing + " (" + String.join(", ", choices) + ")");
        }
        String first = said.iterator().next();
        if (said.size() > 1) {
            return new ChoiceReply.Unreadable("it says " + String.join(" and ", said));
        }
        return choices.contains(first)
                ? new ChoiceReply.Chosen(first, reasoning)
                : new ChoiceReply.Unreadable("'" + first + "' is none of " + String.join(", ", choices));
    }

    /** Collects what a pattern finds; false where some of it is denied or one of several. */
    private boolean collect(Pattern pattern, String text, Set<String> said) {
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            int lineStart = text.lastIndexOf('\n', match.start() - 1) + 1;
            String before = text.substring(Math.max(lineStart, match.start() - 100), match.start());
            String after = text.substring(match.end(), Math.min(text.length(), match.end() + 60));
            if (DENIED.matcher(before).find() || another.matcher(after).find()) {
                return false;
            }
            for (String group : List.of("c", "d", "e", "f")) {
                String found = pattern.namedGroups().containsKey(group) ? match.group(group) : null;
                if (found != null) {
                    said.add(known(found));
                }
            }
        }
        return true;
    }

    /** The choice as it was given, without the brackets and capitals of the reply. */
    private String known(String found) {
        String plain = found.strip().replaceAll("^\\[+|\\]+$", "").strip();
        return choices.stream()
                .filter(choice -> choice.equalsIgnoreCase(plain) || choice.equalsIgnoreCase(found.strip()))
                .findFirst()
                .orElse(plain);
    }

    /** A choice of one letter must be a capital where it is one: "a" is also a word. */
    private static String alternative(String choice) {
        String quoted = Pattern.quote(choice);
        return choice.length() == 1 ? quoted : "(?i:" + quoted + ")";
    }

    /** Whether the text holds a JSON object; what stands under a key of choice is collected. */
    private boolean readJson(String text, Set<String> said, StringBuilder reasoning) {
        boolean any = false;
        int from = text.indexOf('{');
        while (from >= 0) {
            boolean isObject = false;
            try (JsonParser parser = LENIENT.createParser(text.substring(from))) {
                int depth = 0;
                do {
                    JsonToken token = parser.nextToken();
                    isObject |= token == JsonToken.FIELD_NAME;
                    depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                    take(parser, token, said, reasoning);
                } while (depth > 0);
                from = text.indexOf('{', from + (int) parser.currentLocation().getCharOffset());
            } catch (IOException e) {
                from = isObject ? -1 : text.indexOf('{', from + 1);
            }
            any |= isObject;
        }
        return any;
    }

    private void take(JsonParser parser, JsonToken token, Set<String> said, StringBuilder reasoning)
            throws IOException {
        String name = parser.currentName();
        if (name == null || !token.isScalarValue()) {
            return;
        }
        String key = name.strip().toLowerCase(Locale.ROOT);
        if (KEYS.contains(key)) {
            said.add(known(parser.getText()));
        } else if (REASONS.contains(key)) {
            reasoning.setLength(0);
            reasoning.append(parser.getText().strip());
        }
    }
}
