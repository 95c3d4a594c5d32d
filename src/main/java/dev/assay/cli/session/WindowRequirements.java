package dev.assay.cli.session;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandleProxies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Finds out beforehand whether a window can open, for JavaFX itself answers with a stack trace. */
public final class WindowRequirements {
    private static final List<Library> LIBRARIES = List.of(
            new Library("libgtk-3.so.0", "libgtk-3-0", "gtk3"),
            new Library("libGL.so.1", "libgl1", "mesa-libGL"),
            new Library("libXtst.so.6", "libxtst6", "libXtst"));

    private record Library(String file, String debian, String fedora) {}

    private WindowRequirements() {}

    /** Why no window can open here, in one line; empty where nothing stands against it. */
    public static Optional<String> problem(Map<String, String> environment) {
        boolean drawn = System.getProperty("os.name", "").equals("Linux")
                && !System.getProperty("glass.platform", "").equals("Headless");
        return drawn ? problemOnLinux(environment) : Optional.empty();
    }

    static Optional<String> problemOnLinux(Map<String, String> environment) {
        if (environment.getOrDefault("DISPLAY", "").isEmpty()
                && environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()) {
            return Optional.of("There is no display for the window (DISPLAY is not set)");
        }
        List<Library> missing =
                LIBRARIES.stream().filter(library -> !loads(library.file())).toList();
        if (!missing.isEmpty()) {
            return Optional.of(install(missing));
        }
        return opensDisplay()
                ? Optional.empty()
                : Optional.of("The window needs an X display (or XWayland) and "
                        + environment.getOrDefault("DISPLAY", "DISPLAY") + " cannot be opened: mend DISPLAY");
    }

    private static String install(List<Library> missing) {
        var files = new ArrayList<String>();
        var debian = new ArrayList<String>();
        var fedora = new ArrayList<String>();
        for (Library library : missing) {
            files.add(library.file());
            debian.add(library.debian());
            fedora.add(library.fedora());
        }
        return "The window needs system libraries that are missing (" + String.join(", ", files) + "): install "
                + String.join(" ", debian) + " (Debian, Ubuntu) or " + String.join(" ", fedora)
                + " (Fedora)";
    }

    private static boolean loads(String file) {
        try {
            SymbolLookup.libraryLookup(file, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Asks the X library itself: a name in DISPLAY says nothing of permissions or a server that has ended. */
    private static boolean opensDisplay() {
        var library = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
        UnaryOperator<MemorySegment> open =
                call(UnaryOperator.class, library, "XOpenDisplay", FunctionDescriptor.of(ADDRESS, ADDRESS));
        ToIntFunction<MemorySegment> close =
                call(ToIntFunction.class, library, "XCloseDisplay", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        MemorySegment display = open.apply(MemorySegment.NULL);
        return display.address() != 0 && close.applyAsInt(display) == 0;
    }

    @SuppressWarnings("unchecked") // the type parameters of T are erased in its class
    private static <T> T call(Class<?> type, SymbolLookup library, String name, FunctionDescriptor signature) {
        var handle = Linker.nativeLinker().downcallHandle(library.findOrThrow(name), signature);
        return (T) MethodHandleProxies.asInterfaceInstance(type, handle);
    }
}
