package dev.assay.registry.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A small repository that came about by chance, in the language of {@code git fast-import}. */
final class RandomHistory {
    private static final List<String> NAMES = List.of(
            "a", "b", "folder/a", "folder/c", "folder/deep/d", "\u00fcber/gr\u00f6\u00dfe", "\u65e5\u672c/\u540d");

    private final Random random;
    private final boolean branches;
    private final boolean renames;
    private final StringBuilder stream = new StringBuilder();
    private final List<Map<String, String>> trees = new ArrayList<>();
    private final TreeSet<String> names = new TreeSet<>();

    /**
     * @param branches whether there are side branches that are merged
     * @param renames whether files are renamed; else they are only added, changed and deleted
     */
    RandomHistory(long seed, boolean branches, boolean renames) {
        this.random = new Random(seed);
        this.branches = branches;
        this.renames = renames;
    }

    /** What to feed to git; makes branch {@code main}. */
    String stream(int commits) {
        int main = commit(new TreeMap<>(Map.of("a", content())));
        while (trees.size() < commits) {
            main = branches && random.nextInt(5) == 0 ? detour(main) : step(main);
        }
        return stream.append("done\n").toString();
    }

    /** All names that a prompt ever had, under {@code prompts/} without ending. */
    List<String> names() {
        return List.copyOf(names);
    }

    private int detour(int fork) {
        int side = fork;
        for (int i = random.nextInt(3); i >= 0; i--) {
            side = step(side);
        }
        int main = fork;
        for (int i = random.nextInt(3); i >= 0; i--) {
            main = step(main);
        }
        return commit(merged(trees.get(main), trees.get(side)), main, side);
    }

    /** Takes each file as one side has it, or as none of them. */
    private Map<String, String> merged(Map<String, String> ours, Map<String, String> theirs) {
        var all = new TreeSet<>(ours.keySet());
        all.addAll(theirs.keySet());
        var merged = new TreeMap<String, String>();
        for (String name : all) {
            Map<String, String> side = random.nextBoolean() ? ours : theirs;
            if (side.containsKey(name)) {
                merged.put(name, random.nextInt(6) == 0 ? changed(side.get(name)) : side.get(name));
            }
        }
        return merged;
    }

    private int step(int parent) {
        var tree = new TreeMap<>(trees.get(parent));
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String content = tree.get(name);
        int choice = random.nextInt(10);
        String other = NAMES.get(random.nextInt(NAMES.size()));
        if (content == null) {
            tree.put(name, content());
        } else if (choice == 0) {
            tree.remove(name);
        } else if (renames && choice < 5 && !tree.containsKey(other)) {
            tree.remove(name);
            tree.put(other, random.nextBoolean() ? content : changed(content));
        } else {
            tree.put(name, changed(content));
        }
        return commit(tree, parent);
    }

    private String content() {
        return random.ints(20).mapToObj(Integer::toHexString).collect(Collectors.joining("\n", "", "\n"));
    }

    private String changed(String content) {
        String[] lines = content.split("\n");
        lines[random.nextInt(lines.length)] = Integer.toHexString(random.nextInt());
        return String.join("\n", lines) + "\n";
    }

    private int commit(Map<String, String> tree, int... parents) {
        int number = trees.size();
        trees.add(tree);
        names.addAll(tree.keySet());
        stream.append("commit refs/heads/main\nmark :").append(number + 1);
        stream.append("\ncommitter Bea <bea@example.org> ")
                .append(1_700_000_000 + 60 * number)
                .append(" +0000\n");
        data("Change " + number);
        for (int i = 0; i < parents.length; i++) {
            stream.append(i == 0 ? "from :" : "merge :").append(parents[i] + 1).append('\n');
        }
        stream.append("deleteall\n");
        tree.forEach((name, content) -> {
            stream.append("M 100644 inline prompts/").append(name).append(".prompt\n");
            data(content);
        });
        return number;
    }

    private void data(String text) {
        stream.append("data ")
                .append(text.getBytes(StandardCharsets.UTF_8).length)
                .append('\n');
        stream.append(text).append('\n');
    }
}
