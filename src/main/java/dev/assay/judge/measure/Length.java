package dev.assay.judge.measure;

import dev.assay.judge.Judgement;
import dev.assay.judge.type.Finding;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Rule;
import dev.assay.judge.type.Setting;
import dev.assay.judge.type.Settings;
import dev.assay.llm.ModelId;
import dev.assay.pricing.TokenCounter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the answer is long and short enough.
 *
 * @param min the least, or null
 * @param max the most, or null
 * @param unit words, chars or tokens
 */
record Length(@Nullable Integer min, @Nullable Integer max, String unit) implements Rule {
    static final MetricType TYPE = MetricType.assertion(
                    "length", "It has at least min and at most max words.", Length::of)
            .with(
                    new Setting("min", "a whole number", "The least."),
                    new Setting("max", "a whole number", "The most."),
                    new Setting("unit", "words, chars or tokens", "What is counted (tokens: o200k). Default: words."))
            .withBounds(Map.of("<=", "max", ">=", "min"));

    private static final List<String> UNITS = List.of("words", "chars", "tokens");
    private static final int MOST = 100_000_000;
    private static final ModelId COUNTED_AS = new ModelId("openai", "gpt-4o");

    /** A word of letters or figures with what joins them; of scripts without spaces each sign counts. */
    private static final Pattern WORD = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]"
                    + "[\\p{L}\\p{M}\\p{N}'’.,-]*");

    /** Loaded with the first count of tokens. */
    private static final class Tokens {
        static final TokenCounter COUNTER = new TokenCounter();
    }

    private static Length of(Settings settings) {
        Integer min = settings.whole("min", 0, MOST);
        Integer max = settings.whole("max", 0, MOST);
        if (min == null && max == null) {
            throw settings.wrong("give 'min' or 'max', for example length<=200");
        }
        if (min != null && max != null && min > max) {
            throw settings.wrong("'min' is " + min + ", more than 'max', which is " + max);
        }
        return new Length(min, max, settings.oneOf("unit", UNITS, "words"));
    }

    @Override
    public Finding find(Judgement judgement) {
        long length = count(judgement.output());
        boolean fits = (min == null || length >= min) && (max == null || length <= max);
        String limits = (min == null ? "" : ", at least " + min) + (max == null ? "" : ", at most " + max);
        return new Finding.Measured(
                fits ? 1 : 0, length, "has " + length + " " + unit + (fits ? "" : limits + " are wanted"));
    }

    private long count(String text) {
        return switch (unit) {
            case "chars" -> text.codePointCount(0, text.length());
            case "tokens" -> Tokens.COUNTER.count(COUNTED_AS, text).tokens();
            default -> WORD.matcher(text).results().count();
        };
    }
}
