package dev.assay.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Writes the commits of {@link LargeWorkspace} in the language of {@code git fast-import}. */
final class LargeHistory {
    private static final int FIRST = 1_600;
    private static final int FOLDERS = 40;
    private static final int LINES = 40;
    private static final long START = 1_640_000_000;
    private static final List<String> AUTHORS = List.of("Ada", "Ben", "Chi", "Dee");
    private static final String[] WORDS = ("answer the customer in a calm tone and name the next step then ask whether"
                    + " anything else is open never promise a date that the team has not given keep it short")
            .split(" ");

    private final OutputStream out;
    private final Random random = new Random(7);
    private final List<Prompt> prompts = new ArrayList<>();
    private int commits;

    /** A prompt as the branch has it now. */
    private static final class Prompt {
        private final String[] lines = new String[LINES];
        private String path = "";
    }

    LargeHistory(OutputStream out) {
        this.out = out;
    }

    /** Writes all commits of branch {@code main}. */
    void write() throws IOException {
        begin("Begin", 0);
        add("old/sorting");
        add("quiet/rules");
        while (prompts.size() < FIRST) {
            add(freshName());
        }
        int tip = commits;
        while (commits < LargeWorkspace.COMMITS) {
            tip = commits % 100 == 0 && commits + 10 < LargeWorkspace.COMMITS ? branchAndMerge(tip) : next(tip);
        }
        print("done\n");
    }

    /** One commit after another. */
    private int next(int tip) throws IOException {
        if (commits == LargeWorkspace.COMMITS / 3 + 50) {
            return rename(tip, prompts.getFirst(), "help/triage");
        }
        if (commits == LargeWorkspace.COMMITS * 2 / 3 + 50) {
            return rename(tip, prompts.getFirst(), LargeWorkspace.BUSY);
        }
        if (commits % 50 == 25 && prompts.size() < LargeWorkspace.PROMPTS) {
            begin("Add a prompt", tip);
            add(freshName());
            return commits;
        }
        Prompt prompt = commits % 6_000 == 75 ? prompts.get(1) : some();
        if (random.nextInt(70) == 0 && prompts.indexOf(prompt) > 1) {
            return rename(tip, prompt, freshName());
        }
        begin("Say it better in " + prompt.path, tip);
        edit(prompt);
        return commits;
    }

    /** A few commits on either side, of different prompts, and their merge. */
    private int branchAndMerge(int fork) throws IOException {
        int main = fork;
        int side = fork;
        Set<Prompt> there = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            Prompt prompt = some();
            there.add(prompt);
            begin("Try another way in " + prompt.path, side);
            edit(prompt);
            side = commits;
        }
        for (int i = 0; i < 3; i++) {
            Prompt prompt = some();
            while (there.contains(prompt)) {
                prompt = some();
            }
            begin("Say it better in " + prompt.path, main);
            edit(prompt);
            main = commits;
        }
        begin("Merge the other way", main, side);
        for (Prompt prompt : there) {
            put(prompt);
        }
        return commits;
    }

    private int rename(int tip, Prompt prompt, String name) throws IOException {
        begin("Rename " + prompt.path + " to " + name, tip);
        print("D " + prompt.path + "\n");
        prompt.path = "prompts/" + name + ".prompt";
        if (random.nextBoolean()) {
            edit(prompt);
        } else {
            put(prompt);
        }
        return commits;
    }

    /** The busy prompt at one of a hundred calls, never the quiet one; else the older, the likelier. */
    private Prompt some() {
        if (random.nextInt(100) == 0) {
            return prompts.getFirst();
        }
        double share = Math.pow(random.nextDouble(), 2);
        return prompts.get(2 + (int) (share * (prompts.size() - 2)));
    }

    private String freshName() {
        String folder = "area" + random.nextInt(FOLDERS);
        return folder + "/" + WORDS[random.nextInt(WORDS.length)] + "-" + Integer.toString(commits, 36) + "-"
                + Integer.toString(random.nextInt(1 << 20), 36);
    }

    private void add(String name) throws IOException {
        var prompt = new Prompt();
        prompt.path = "prompts/" + name + ".prompt";
        for (int i = 0; i < LINES; i++) {
            prompt.lines[i] = sentence();
        }
        prompts.add(prompt);
        put(prompt);
    }

    private void edit(Prompt prompt) throws IOException {
        prompt.lines[random.nextInt(LINES)] = sentence();
        put(prompt);
    }

    private String sentence() {
        var words = new StringBuilder(Integer.toString(random.nextInt(1 << 20), 36));
        for (int i = 0; i < 9; i++) {
            words.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.append('.').toString();
    }

    private void begin(String message, int... parents) throws IOException {
        String author = AUTHORS.get(commits % AUTHORS.size());
        long time = START + 4_000L * commits;
        String identity = author + " <" + author.toLowerCase(Locale.ROOT) + "@example.com> " + time + " +0000\n";
        commits++;
        print("commit refs/heads/main\nmark :" + commits + "\nauthor " + identity + "committer " + identity);
        data(message + "\n");
        for (int i = 0; i < parents.length; i++) {
            if (parents[i] > 0) {
                print((i == 0 ? "from :" : "merge :") + parents[i] + "\n");
            }
        }
    }

    private void put(Prompt prompt) throws IOException {
        print("M 100644 inline " + prompt.path + "\n");
        data("---\ninput:\n  schema:\n    text: string\n    name?: string\n---\n{{role \"system\"}}\n"
                + String.join("\n", prompt.lines) + "\n{{role \"user\"}}\n{{text}}\n");
    }

    private void data(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        print("data " + bytes.length + "\n");
        out.write(bytes);
        print("\n");
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
