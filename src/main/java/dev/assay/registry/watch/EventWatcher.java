package dev.assay.registry.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets the operating system tell of changes. */
final class EventWatcher implements Watcher {
    /** More folders than this are looked at from time to time instead: each costs the system memory. */
    private static final int MOST = 8192;

    private final WatchService service;
    private final Places places;
    private final Map<WatchKey, Folder> folders = new HashMap<>();

    private record Folder(Path path, Place place) {}

    private EventWatcher(WatchService service, Places places) {
        this.service = service;
        this.places = places;
    }

    /** Begins to listen. Throws {@link IOException} where the system cannot tell of so many folders, or of none. */
    static EventWatcher open(Places places) throws IOException {
        var watcher = new EventWatcher(FileSystems.getDefault().newWatchService(), places);
        try {
            watcher.registerAll();
            return watcher;
        } catch (IOException e) {
            watcher.close();
            throw e;
        }
    }

    @Override
    public @Nullable Set<Area> next(@Nullable Duration patience) throws IOException, InterruptedException {
        WatchKey key = patience == null ? service.take() : service.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        return key == null ? null : read(key);
    }

    private Set<Area> read(WatchKey key) throws IOException {
        Set<Area> changed = EnumSet.noneOf(Area.class);
        Folder folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == OVERFLOW) {
                registerAll();
                changed.addAll(EnumSet.allOf(Area.class));
            } else if (folder != null && event.context() instanceof Path name) {
                read(folder, name, changed);
            }
        }
        boolean gone = folder != null && !Place.isFolder(folder.path());
        if (gone) {
            key.cancel();
        }
        if (!key.reset() || gone) {
            folders.remove(key);
            if (folder != null) {
                changed.add(folder.place().area());
            }
        }
        return changed;
    }

    private void read(Folder folder, Path name, Set<Area> changed) throws IOException {
        Place place = folder.place();
        Path file = folder.path().resolve(name);
        if (place.counts().test(name.toString())) {
            changed.add(place.area());
            if (place.deep()) {
                register(place, file);
            }
        }
        var appeared = places.area(file);
        if (appeared.isPresent()) {
            changed.add(appeared.get());
            registerAll();
        }
    }

    private void registerAll() throws IOException {
        for (Place place : places.now()) {
            register(place, place.folder());
        }
    }

    /** A folder is registered before it is looked into, so that what appears in it meanwhile is told too. */
    private void register(Place place, Path top) throws IOException {
        var waiting = new ArrayDeque<Path>();
        waiting.add(top);
        while (!waiting.isEmpty()) {
            Path path = waiting.remove();
            if (Place.isFolder(path) && listen(place, path)) {
                waiting.addAll(place.folders(path));
            }
        }
    }

    private boolean listen(Place place, Path path) throws IOException {
        if (folders.size() >= MOST) {
            throw new IOException("There are more than " + MOST + " folders");
        }
        try {
            WatchKey key = path.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
            folders.put(key, new Folder(path, place));
            return true;
        } catch (FileSystemException e) {
            // It went away meanwhile or may not be read; that the system's limit is reached is no such exception.
            return false;
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
