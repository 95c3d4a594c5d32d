package dev.assay.registry.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at all files from time to time, where the operating system does not tell of changes. */
final class PollingWatcher implements Watcher {
    /** After a look it rests this many times as long as that took, so that a slow disk has other things to do. */
    private static final int REST = 10;

    private final Places places;
    private final Duration pause;
    private Map<Path, Stamp> seen;
    private Duration took = Duration.ZERO;

    /** What tells two states of a file apart; a folder is told apart by what is in it. */
    private record Stamp(
            Area area,
            FileTime modified,
            long size,
            @Nullable Object key) {}

    /** @param pause between two looks, at least */
    PollingWatcher(Places places, Duration pause) {
        this.places = places;
        this.pause = pause;
        seen = look();
    }

    @Override
    public @Nullable Set<Area> next(@Nullable Duration patience) throws InterruptedException {
        if (patience != null) {
            // A look has put together already what changed since the one before.
            return null;
        }
        Set<Area> changed = EnumSet.noneOf(Area.class);
        while (changed.isEmpty()) {
            Duration rest = took.multipliedBy(REST);
            TimeUnit.NANOSECONDS.sleep((rest.compareTo(pause) > 0 ? rest : pause).toNanos());
            Map<Path, Stamp> now = look();
            compare(seen, now, changed);
            compare(now, seen, changed);
            seen = now;
        }
        return changed;
    }

    private static void compare(Map<Path, Stamp> some, Map<Path, Stamp> others, Set<Area> changed) {
        some.forEach((file, stamp) -> {
            if (!stamp.equals(others.get(file))) {
                changed.add(stamp.area());
            }
        });
    }

    private Map<Path, Stamp> look() {
        long start = System.nanoTime();
        var found = new HashMap<Path, Stamp>();
        for (Place place : places.now()) {
            var waiting = new ArrayDeque<Path>();
            waiting.add(place.folder());
            while (!waiting.isEmpty()) {
                Path folder = waiting.remove();
                for (Path file : place.content(folder)) {
                    if (!Place.isFolder(file)) {
                        note(file, place.area(), found);
                    } else if (place.deep()) {
                        waiting.add(file);
                    }
                }
            }
        }
        took = Duration.ofNanos(System.nanoTime() - start);
        return found;
    }

    private static void note(Path file, Area area, Map<Path, Stamp> found) {
        try {
            var now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            found.put(file, new Stamp(area, now.lastModifiedTime(), now.size(), now.fileKey()));
        } catch (IOException e) {
            // It is gone, which the next look sees too.
        }
    }

    @Override
    public void close() {
        // Nothing is open between two looks.
    }
}
