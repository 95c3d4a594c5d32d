package dev.assay.judge.assertion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.judge.Judgement;
import dev.assay.judge.type.Finding;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Rule;
import dev.assay.judge.type.Setting;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the whole answer is one JSON document.
 *
 * @param fenced whether it may stand in a Markdown fence
 */
record ValidJson(boolean fenced) implements Rule {
    static final Setting FENCED =
            new Setting("fenced", "true or false", "Whether it may stand in a Markdown fence. Default: false.");
    static final MetricType TYPE = MetricType.assertion(
                    "json", "It is one valid JSON document.", settings -> new ValidJson(settings.flag("fenced", false)))
            .with(FENCED);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern FENCE = Pattern.compile("\\A\\s*```\\w*[ \\t]*\\R(.*?)\\R?```\\s*\\z", Pattern.DOTALL);

    /** What stands in the answer: a document, or why there is none. */
    record Reading(JsonNode document, String fault) {}

    @Override
    public Finding find(Judgement judgement) {
        Reading read = read(judgement.output());
        return Finding.holds(read.fault().isEmpty(), read.fault().isEmpty() ? "is valid JSON" : read.fault());
    }

    Reading read(String output) {
        Matcher fence = FENCE.matcher(output);
        boolean inFence = fence.matches();
        try {
            JsonNode document = MAPPER.readTree(inFence && fenced ? fence.group(1) : output);
            return new Reading(document, document.isMissingNode() ? "the answer is empty, which is not JSON" : "");
        } catch (JsonProcessingException e) {
            String mend = inFence && !fenced ? "it stands in a Markdown fence (allow it with fenced: true)" : place(e);
            return new Reading(MAPPER.missingNode(), "is not JSON: " + mend);
        }
    }

    private static String place(JsonProcessingException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("");
        return message
                + (e.getLocation() == null
                        ? ""
                        : " at line " + e.getLocation().getLineNr() + ", column "
                                + e.getLocation().getColumnNr());
    }
}
