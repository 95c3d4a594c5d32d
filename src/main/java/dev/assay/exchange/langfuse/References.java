package dev.assay.exchange.langfuse;

import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.SafeName;
import dev.assay.exchange.syntax.BraceVariables;
import dev.assay.exchange.syntax.ParsedTemplate;
import dev.assay.exchange.template.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Langfuse's texts: {@code {{name}}}, and tags that take another prompt in. */
final class References {
    private static final Pattern TAG = Pattern.compile("@@@langfusePrompt:name=([^|@]+)\\|(label|version)=([^@|]+)@@@");

    /** What Langfuse would take for an input and nothing else does. */
    private static final Pattern ODD =
            Pattern.compile("\\{\\{(?!\\s*[\\p{L}_][\\p{L}\\p{N}_.-]*\\s*}})\\s*[\\p{L}_][^{}\\n]*}}");

    private References() {}

    /** Whether a text takes another prompt in. */
    static boolean holds(String text) {
        return TAG.matcher(text).find();
    }

    static ParsedTemplate parse(String text, String place, Report.Builder report) {
        for (Matcher odd = ODD.matcher(text); odd.find(); ) {
            report.needsHand(place, odd.group(), "kept as text: the name of an input has no blanks or signs here");
        }
        Matcher matcher = TAG.matcher(text);
        if (!matcher.find()) {
            return BraceVariables.parse(text);
        }
        List<Part> parts = new ArrayList<>();
        int at = 0;
        do {
            parts.addAll(
                    BraceVariables.parse(text.substring(at, matcher.start())).parts());
            String name = SafeName.of(matcher.group(1), "imported");
            parts.add(new Part.Include(name));
            report.needsHand(
                    place,
                    matcher.group(),
                    "became {{> " + name + "}}: import that prompt as the partial _"
                            + name.substring(name.lastIndexOf('/') + 1)
                            + (matcher.group(2).equals("version")
                                    ? "; version " + matcher.group(3) + " is not pinned"
                                    : "; label " + matcher.group(3) + " has no meaning here"));
            at = matcher.end();
        } while (matcher.find());
        parts.addAll(BraceVariables.parse(text.substring(at)).parts());
        return new ParsedTemplate(parts, BraceVariables.parse(text).evaluator(), java.util.Map.of());
    }
}
