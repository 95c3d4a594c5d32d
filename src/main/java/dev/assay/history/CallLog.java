package dev.assay.history;

import dev.assay.history.database.HistoryDatabase;
import dev.assay.history.search.CallEntry;
import dev.assay.history.search.CallFilter;
import dev.assay.history.search.CallPage;
import dev.assay.history.search.CallPage.Place;
import dev.assay.history.search.Mark;
import dev.assay.history.search.Words;
import dev.assay.llm.InputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All single calls: those of runs, those of none, and those of logs. Every method throws
 * {@link dev.assay.llm.StorageException} where the database fails. Safe for use by many threads.
 */
public final class CallLog {
    private static final int NAMED_MATCHES = 5;

    private final HistoryDatabase database;
    private final CallIndex index;

    CallLog(HistoryDatabase database, CallIndex index) {
        this.database = database;
        this.index = index;
    }

    /**
     * Some calls, the newest first.
     *
     * @param from {@link Place#TOP}, or where the page before this one ended
     * @param limit at least 1
     */
    public CallPage page(CallFilter filter, Place from, int limit) {
        Words words = filter.words();
        List<CallEntry> entries = words == null
                ? database.read(handle -> CallListRows.page(handle, filter, from, limit))
                : found(filter, words, from, limit);
        return new CallPage(entries, entries.size() < limit ? null : after(entries, from));
    }

    private List<CallEntry> found(CallFilter filter, Words words, Place from, int limit) {
        List<CallEntry> entries = new ArrayList<>();
        int[] told = {from.told()};
        index.search(words, from.startedAt(), hits -> {
            for (CallEntry entry : database.read(handle -> CallListRows.of(handle, filter, hits))) {
                if (told[0] > 0 && entry.figures().startedAt().equals(from.startedAt())) {
                    told[0]--;
                } else if (entries.size() < limit) {
                    entries.add(entry);
                }
            }
            return entries.size() < limit;
        });
        return entries;
    }

    private static Place after(List<CallEntry> entries, Place from) {
        Instant last = entries.getLast().figures().startedAt();
        int told = (int) entries.stream()
                .filter(entry -> entry.figures().startedAt().equals(last))
                .count();
        return new Place(last, last.equals(from.startedAt()) ? told + from.told() : told);
    }

    /** How many calls there are. */
    public long count(CallFilter filter) {
        Words words = filter.words();
        if (words == null) {
            return database.read(handle -> CallListRows.count(handle, filter));
        }
        long[] count = {0};
        index.search(words, Place.TOP.startedAt(), hits -> {
            count[0] += database.read(handle -> CallListRows.of(handle, filter, hits))
                    .size();
            return true;
        });
        return count[0];
    }

    /**
     * A call with all that is known of it, by its id or a beginning of it that no other has.
     *
     * @throws InputException where several begin so
     */
    public Optional<RecordedCall> call(String idOrPrefix) {
        if (idOrPrefix.isBlank()) {
            return Optional.empty();
        }
        return database.read(handle -> {
            List<CallEntry> matches = CallListRows.beginning(handle, idOrPrefix, NAMED_MATCHES + 1);
            Optional<CallEntry> exact = matches.stream()
                    .filter(entry -> entry.id().equals(idOrPrefix))
                    .findFirst();
            if (matches.size() > 1 && exact.isEmpty()) {
                throw new InputException("'" + idOrPrefix + "' begins several calls: "
                        + String.join(
                                ", ",
                                matches.stream()
                                        .limit(NAMED_MATCHES)
                                        .map(CallEntry::id)
                                        .toList())
                        + (matches.size() > NAMED_MATCHES ? " and more" : "") + "; write more of the id");
            }
            return exact.or(() -> matches.stream().findFirst())
                    .map(entry -> CallTextRows.of(handle, List.of(entry)).getFirst());
        });
    }

    /** Entries with all that is known of them, in the same order; to be asked for some hundreds at a time. */
    public List<RecordedCall> whole(List<CallEntry> entries) {
        return database.read(handle -> CallTextRows.of(handle, entries));
    }

    /**
     * Records a call that belongs to no run.
     *
     * @param prompt the prompt that it was made for, or null
     */
    public void add(@Nullable String prompt, Invocation call) {
        database.write(handle -> {
            InvocationRows.insertSingle(handle, prompt, call);
            CallRows.insert(handle, prompt, call);
            return call;
        });
    }

    /** What people say of calls and runs, by id; those of which nothing is said are left out. */
    public Map<String, Mark> marks(Collection<String> ids) {
        return database.read(handle -> MarkRows.of(handle, ids));
    }

    /**
     * Changes what people say of a call or a run; what somebody else says of it at the same time stays.
     *
     * @param change makes of what is said that which is to be said; quick, and without a look into the history
     * @return what is said now
     */
    public Mark mark(String id, UnaryOperator<Mark> change) {
        return database.write(handle -> MarkRows.change(handle, id, change));
    }

    /** The saved views by name, in order: each a line that {@link CallFilter#parse} reads. */
    public Map<String, String> views() {
        return database.read(MarkRows::views);
    }

    /**
     * Saves a view, in place of one of that name.
     *
     * @throws InputException where the name is blank or over 256 characters, or the line cannot be read
     */
    public void saveView(String name, String line) {
        if (name.isBlank() || name.length() > MarkRows.LONGEST_NAME) {
            throw new InputException("A view needs a name of 1 to " + MarkRows.LONGEST_NAME + " characters");
        }
        CallFilter.parse(line, Instant.now());
        database.write(handle -> {
            MarkRows.saveView(handle, name.strip(), line);
            return name;
        });
    }

    /** Forgets a view; returns whether there was one. */
    public boolean deleteView(String name) {
        return database.write(handle -> MarkRows.deleteView(handle, name));
    }
}
