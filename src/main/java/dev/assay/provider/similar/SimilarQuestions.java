package dev.assay.provider.similar;

import dev.assay.provider.local.Cosine;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The questions that were answered, by scope. Those of a scope are read with the first question of it and then held in
 * memory, as many as there is room for; the longest unused go first. Thread-safe.
 */
public final class SimilarQuestions {
    /** How the files end. */
    public static final String FILE = ".question";

    /** Each takes about 2 kB of memory. */
    private static final int MOST_OF_A_SCOPE = 2_000;

    private static final int MOST = 20_000;

    private final QuestionFolder folder;
    private final Map<String, Map<String, KeptQuestion>> scopes = new LinkedHashMap<>(16, 0.75f, true);
    private int held;

    /**
     * A question asked before.
     *
     * @param key of its answer
     * @param text the question
     * @param similarity the cosine of both vectors, up to 1
     */
    public record Match(String key, String text, double similarity) {}

    /** @param folder is made with the first question */
    public SimilarQuestions(Path folder, InstantSource clock) {
        this.folder = new QuestionFolder(folder, clock);
    }

    /** Those at least so similar to a question, the most similar first; none with other numbers or denials. */
    public synchronized List<Match> find(Question question, double least) {
        return scope(question.scope()).values().stream()
                .filter(kept -> kept.vector().length == question.vector().length)
                .map(kept -> new Match(kept.key(), kept.text(), Cosine.of(kept.vector(), question.vector())))
                .filter(match -> match.similarity() >= least && Likeness.possible(match.text(), question.text()))
                .sorted(Comparator.comparingDouble(Match::similarity).reversed())
                .toList();
    }

    /** Keeps a question under the key of its answer. */
    public synchronized void keep(Question question, String key) {
        Map<String, KeptQuestion> scope = scope(question.scope());
        if (scope.containsKey(key)) {
            return;
        }
        var kept = new KeptQuestion(key, question.text(), question.vector());
        scope.put(key, kept);
        held++;
        folder.keep(question.scope(), kept);
        if (scope.size() > MOST_OF_A_SCOPE) {
            forget(question.scope(), scope.keySet().iterator().next());
        }
        makeRoom();
    }

    /** The answer of a question was of use. */
    public synchronized void used(String scope, String key) {
        KeptQuestion kept = scope(scope).remove(key);
        if (kept != null) {
            scope(scope).put(key, kept);
            folder.used(scope, key);
        }
    }

    /** There is no answer any more. */
    public synchronized void forget(String scope, String key) {
        if (scope(scope).remove(key) != null) {
            held--;
        }
        folder.forget(scope, key);
    }

    private Map<String, KeptQuestion> scope(String name) {
        Map<String, KeptQuestion> known = scopes.get(name);
        if (known != null) {
            return known;
        }
        Map<String, KeptQuestion> read = new LinkedHashMap<>();
        folder.read(name, MOST_OF_A_SCOPE).forEach(kept -> read.put(kept.key(), kept));
        scopes.put(name, read);
        held += read.size();
        makeRoom();
        return read;
    }

    /** Scopes that were not asked of for the longest are read again when they are. */
    private void makeRoom() {
        while (held > MOST && scopes.size() > 1) {
            var eldest = scopes.entrySet().iterator().next();
            held -= eldest.getValue().size();
            scopes.remove(eldest.getKey());
        }
    }
}
