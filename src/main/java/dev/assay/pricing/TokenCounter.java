package dev.assay.pricing;

import com.knuddels.jtokkit.api.Encoding;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.Tool;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Counts tokens with the model's tokenizer where it is known, and says so where it is not. Thread-safe. The first count
 * loads a tokenizer, which takes a moment.
 */
public final class TokenCounter {
    /** Tokens that OpenAI's chat format adds to each message, and once to prime the answer (OpenAI cookbook). */
    private static final int PER_MESSAGE = 3;

    private static final int PRIMING = 3;

    /** Texts are counted in pieces of this many characters, so that memory stays bounded. */
    private static final int PIECE = 100_000;

    /** Of longer texts only this many characters are counted and the rest is estimated from them. */
    private static final int COUNTED_AT_MOST = 1_000_000;

    /** Tokens of a text. */
    public TokenCount count(ModelId model, String text) {
        Tokenizer tokenizer = Tokenizer.of(model);
        boolean whole = text.length() <= COUNTED_AT_MOST;
        String counted = whole ? text : text.substring(0, COUNTED_AT_MOST);
        long tokens = countPieces(tokenizer.encoding(), counted);
        if (!whole) {
            tokens = Math.round((double) tokens * text.length() / counted.length());
        }
        return new TokenCount(Math.toIntExact(tokens), tokenizer.exact() && whole);
    }

    /** Tokens of a conversation, the overhead of each message included. Media are not counted. */
    public TokenCount count(ModelId model, List<Message> messages) {
        return total(messages, text -> count(model, text));
    }

    /** The same, with texts counted by {@code counted}, which may remember what it counted before. */
    public TokenCount total(List<Message> messages, Function<String, TokenCount> counted) {
        int tokens = PRIMING;
        boolean exact = true;
        for (Message message : messages) {
            TokenCount role = counted.apply(message.role().name().toLowerCase(Locale.ROOT));
            TokenCount text = counted.apply(message.text());
            tokens = Math.addExact(tokens, PER_MESSAGE + role.tokens() + text.tokens());
            exact = exact && text.exact() && message.parts().stream().allMatch(ContentPart.Text.class::isInstance);
        }
        return new TokenCount(tokens, exact);
    }

    /**
     * Tokens of a tool that goes along. Always an estimate: how a provider writes tools for its model is not known.
     *
     * @param counted counts a text, and may remember what it counted before
     */
    public TokenCount tool(Tool tool, Function<String, TokenCount> counted) {
        TokenCount text = counted.apply(tool.name() + "\n" + tool.description() + "\n" + tool.inputSchema());
        return new TokenCount(text.tokens(), false);
    }

    /** The longest beginning of a text that has at most {@code maxTokens} tokens; never half a character. */
    public String head(ModelId model, String text, int maxTokens) {
        Encoding encoding = Tokenizer.of(model).encoding();
        var result = encoding.encodeOrdinary(text, maxTokens);
        return result.isTruncated() ? encoding.decode(result.getTokens()) : text;
    }

    private static long countPieces(Encoding encoding, String text) {
        long tokens = 0;
        int from = 0;
        while (from < text.length()) {
            int to = pieceEnd(text, from);
            tokens += encoding.countTokensOrdinary(text.substring(from, to));
            from = to;
        }
        return tokens;
    }

    /** Pieces end before white space where there is some, because there a token begins anyway. */
    private static int pieceEnd(String text, int from) {
        int end = from + PIECE;
        if (end >= text.length()) {
            return text.length();
        }
        for (int i = end; i > from + PIECE / 2; i--) {
            if (Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
