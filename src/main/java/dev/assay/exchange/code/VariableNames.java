package dev.assay.exchange.code;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Names that a program may use for inputs, each its own.
 *
 * @param names by input
 */
record VariableNames(Map<String, String> names) {
    /** Words of Java and Python, and what the programs themselves use. */
    private static final Set<String> TAKEN = Set.of(("abstract and args as assert async await body boolean break byte"
                    + " case catch char class client const continue def default del do double elif else enum escaped"
                    + " except extends final finally float for from global goto if implements import in instanceof"
                    + " int interface is json key lambda long main match native new nonlocal not null open or os"
                    + " package pass print private protected public raise record request response return short"
                    + " static strictfp super switch synchronized this throw throws transient try true false url"
                    + " urllib var void volatile while with yield answer None True False String System URI Object"
                    + " StringBuilder Exception HttpClient HttpRequest HttpResponse SendPrompt _")
            .split(" "));

    /** Names for these inputs. */
    static VariableNames of(Iterable<String> inputs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String input : inputs) {
            String plain = input.replaceAll("[^A-Za-z0-9_]", "_");
            String name = plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
            String free = TAKEN.contains(name) ? name + "_" : name;
            for (int number = 2; names.containsValue(free); number++) {
                free = name + "_" + number;
            }
            names.put(input, free);
        }
        return new VariableNames(names);
    }

    String of(String input) {
        return names.getOrDefault(input, "_");
    }
}
