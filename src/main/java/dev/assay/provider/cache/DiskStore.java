package dev.assay.provider.cache;

import dev.assay.llm.ChatResponse;
import dev.assay.settings.CacheSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers in files of their own, which several processes may share: a file is put in its place whole, and its time of
 * change is when it was last of use. Thread-safe.
 */
public final class DiskStore implements ResponseStore {
    private static final Logger LOG = LoggerFactory.getLogger(DiskStore.class);
    private static final int PARTS_BETWEEN_TRIMS = 10;

    private final Path folder;
    private final CacheSettings settings;
    private final InstantSource clock;
    private final AtomicLong written = new AtomicLong();
    private final AtomicBoolean complained = new AtomicBoolean();

    /**
     * A store.
     *
     * @param folder is made with the first answer
     * @param settings how much it keeps, and for how long
     */
    public DiskStore(Path folder, CacheSettings settings, InstantSource clock) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<ChatResponse> find(String key) {
        Path file = file(key);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            Optional<Entry> entry = Sealed.open(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .flatMap(Entry::read);
            if (entry.isEmpty() || entry.get().isOlderThan(settings.maxAge(), now)) {
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(now));
            return entry.map(Entry::response);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            complain("read", e);
            return Optional.empty();
        }
    }

    @Override
    public void keep(String key, ChatResponse response) {
        byte[] bytes = Sealed.seal(Entry.of(response, clock.instant()).toJson()).getBytes(StandardCharsets.UTF_8);
        Path file = file(key);
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), key.substring(0, 8), CacheFolder.PART);
            try {
                Files.write(part, bytes);
                Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            complain("write", e);
        }
        if (written.addAndGet(bytes.length) > settings.maxBytes() / PARTS_BETWEEN_TRIMS) {
            trim();
        }
    }

    private void trim() {
        written.set(0);
        try {
            new CacheFolder(folder).trim(settings.maxBytes(), clock.instant().minus(settings.maxAge()));
        } catch (IOException e) {
            complain("tidy up", e);
        }
    }

    /** Takes away what is too much or too old, where anything was added. */
    @Override
    public void close() {
        if (written.get() > 0) {
            trim();
        }
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key + CacheFolder.ENTRY);
    }

    private void complain(String what, IOException e) {
        if (complained.compareAndSet(false, true)) {
            LOG.warn("Cannot {} the cache in {}; calls are made without it: {}", what, folder, e.toString());
        }
    }
}
