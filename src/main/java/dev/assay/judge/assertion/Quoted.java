package dev.assay.judge.assertion;

import java.util.List;
import java.util.stream.Collectors;

/** Texts as explanations show them. */
final class Quoted {
    private static final int LONGEST = 80;

    private Quoted() {}

    static String of(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return "'" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + "'";
    }

    static String all(List<String> texts) {
        return texts.stream().map(Quoted::of).collect(Collectors.joining(", "));
    }
}
