package dev.assay.registry.search;

import dev.assay.llm.AssayException;
import dev.assay.llm.CancelledException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches the prompts of the working copy. Reads a file again only where its time or size changed. Thread-safe;
 * interrupt the thread to stop a search.
 */
public final class PromptSearch {
    private static final Logger LOG = LoggerFactory.getLogger(PromptSearch.class);

    private final Supplier<Map<String, Path>> prompts;
    private final Function<String, Optional<String>> texts;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    private record Remembered(FileTime time, long size, String text) {}

    /**
     * @param prompts names of all prompts and their files
     * @param texts reads a prompt by name
     */
    public PromptSearch(Supplier<Map<String, Path>> prompts, Function<String, Optional<String>> texts) {
        this.prompts = prompts;
        this.texts = texts;
    }

    /**
     * All places, by name and position; names that match come first. A file that cannot be read is passed over.
     *
     * @param limit the most hits to return
     * @throws CancelledException where the thread was interrupted
     */
    public List<SearchHit> find(SearchQuery query, int limit) {
        Pattern pattern = query.pattern();
        Map<String, Path> all = names();
        remembered.keySet().retainAll(all.keySet());
        var hits = new ArrayList<SearchHit>();
        for (String name : all.keySet()) {
            Matcher found = pattern.matcher(new InterruptibleText(name));
            if (hits.size() < limit && found.find()) {
                hits.add(new SearchHit(name, 0, found.start() + 1, name, found.start(), found.end()));
            }
        }
        for (var prompt : all.entrySet()) {
            if (hits.size() >= limit) {
                break;
            }
            text(prompt.getKey(), prompt.getValue())
                    .ifPresent(text -> new TextHits(prompt.getKey(), text).addTo(hits, pattern, limit));
        }
        // An interrupt may have met the reading of a file, which is passed over.
        requireWanted();
        return List.copyOf(hits);
    }

    /** An interrupt also ends the reading of folders, as a failure. */
    private Map<String, Path> names() {
        try {
            return prompts.get();
        } catch (StorageException e) {
            requireWanted();
            throw e;
        }
    }

    private static void requireWanted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException("The search was stopped");
        }
    }

    private Optional<String> text(String name, Path file) {
        requireWanted();
        try {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            Remembered known = remembered.get(name);
            if (known != null && known.time.equals(now.lastModifiedTime()) && known.size == now.size()) {
                return Optional.of(known.text);
            }
            Optional<String> text = texts.apply(name);
            text.ifPresent(read -> remembered.put(name, new Remembered(now.lastModifiedTime(), now.size(), read)));
            return text;
        } catch (CancelledException e) {
            throw e;
        } catch (IOException | AssayException e) {
            LOG.debug("Cannot search {}", file, e);
            return Optional.empty();
        }
    }
}
