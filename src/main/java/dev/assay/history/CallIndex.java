package dev.assay.history;

import dev.assay.history.database.DatabaseFile;
import dev.assay.history.database.HistoryDatabase;
import dev.assay.history.search.IndexedText;
import dev.assay.history.search.WordIndex;
import dev.assay.history.search.WordIndex.Found;
import dev.assay.history.search.Words;
import dev.assay.llm.Message;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The index of words beside the history, in memory alone where the history is encrypted. It is brought up to date when somebody searches, so that recording a call
 * costs nothing more.
 */
final class CallIndex {
    static final String FOLDER = "history-index";
    private static final List<String> TABLES = List.of("invocation", "single_call");
    private static final int AT_ONCE = 500;

    private final HistoryDatabase database;
    private final @Nullable Path folder;
    private @Nullable WordIndex inMemory;

    /**
     * @param folder the folder of the history, or null for one that ends with this process
     */
    CallIndex(HistoryDatabase database, @Nullable Path folder) {
        this.database = database;
        this.folder = folder == null ? null : folder.resolve(FOLDER);
    }

    /** As {@link WordIndex#search}, with all calls that are recorded. One search at a time. */
    synchronized void search(Words words, Instant upTo, Predicate<List<Found>> more) {
        Path place = folder;
        if (place == null || isSecret()) {
            deleteFiles();
            inMemory = inMemory == null ? WordIndex.open(null) : inMemory;
            search(inMemory, words, upTo, more);
            return;
        }
        forget();
        try (WordIndex index = WordIndex.open(place)) {
            search(index, words, upTo, more);
        }
    }

    /** Whether its words must not lie on a disk: those of an encrypted history lie there in the clear. */
    private boolean isSecret() {
        return database.file().map(DatabaseFile::isEncrypted).orElse(false);
    }

    /**
     * Lets it go, as it knows texts that are gone, or are secret now; the next search makes it anew.
     *
     * @throws StorageException where its files cannot be deleted
     */
    synchronized void drop() {
        forget();
        deleteFiles();
    }

    private void forget() {
        WordIndex index = inMemory;
        inMemory = null;
        if (index != null) {
            index.close();
        }
    }

    private void deleteFiles() {
        Path place = folder;
        if (place == null || !Files.isDirectory(place)) {
            return;
        }
        try (var files = Files.list(place)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(place);
        } catch (IOException e) {
            throw new StorageException(
                    "The index of words in " + place + " cannot be deleted, so delete it by hand: " + e.getMessage(),
                    e);
        }
    }

    private void search(WordIndex index, Words words, Instant upTo, Predicate<List<Found>> more) {
        bringUpToDate(index);
        index.search(words, upTo, more);
    }

    private void bringUpToDate(WordIndex index) {
        String history = database.read(CallIndex::id);
        if (history == null) {
            history = database.isOwn() ? database.write(CallIndex::name) : "unnamed copy";
        }
        Map<String, Long> readUpTo = new HashMap<>(index.readUpTo(history));
        if (readUpTo.isEmpty()) {
            index.clear();
        }
        for (String table : TABLES) {
            long last = readUpTo.getOrDefault(table, 0L);
            for (var texts = texts(table, last); !texts.isEmpty(); texts = texts(table, last)) {
                index.add(texts);
                last = texts.getLast().number();
            }
            if (!Objects.equals(readUpTo.put(table, last), last)) {
                index.commit(history, readUpTo);
            }
        }
    }

    private static @Nullable String id(Handle handle) {
        return handle.createQuery("select id from history_id order by id")
                .mapTo(String.class)
                .findFirst()
                .orElse(null);
    }

    private static String name(Handle handle) {
        String id = UUID.randomUUID().toString();
        new Row().with("id", id).insertInto("history_id", handle);
        return id;
    }

    private List<IndexedText> texts(String table, long after) {
        return database.read(
                handle -> handle.createQuery("select entry_number, id, started_at, input_messages, output_text,"
                                + " reasoning_text, error_message from " + table
                                + " where entry_number > :after order by entry_number fetch first :rows rows only")
                        .bind("after", after)
                        .bind("rows", AT_ONCE)
                        .map((row, context) -> text(row))
                        .list());
    }

    private static IndexedText text(ResultSet row) throws SQLException {
        String asked = HistoryJson.readMessages(row.getString("input_messages")).stream()
                .map(Message::text)
                .collect(Collectors.joining("\n"));
        String answered = Stream.of(
                        row.getString("output_text"), row.getString("reasoning_text"), row.getString("error_message"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return new IndexedText(
                row.getLong("entry_number"), row.getString("id"), Row.time(row, "started_at"), asked + "\n" + answered);
    }
}
