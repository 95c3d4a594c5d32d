package dev.assay.prompt.work;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

/**
 * Counts what code does, the same on every machine: branches and calls, characters and elements that the JDK looks
 * through on its behalf, and memory. Code that {@link CountingLoader} loads reports here.
 */
public final class Work {
    private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int BYTES_PER_UNIT = 16;
    private static final long[] DONE = new long[1];
    private static final long[] LIMIT = {Long.MAX_VALUE};

    private Work() {}

    /** More was done than allowed: the code may never end. */
    static final class TooMuch extends Error {
        private static final long serialVersionUID = 1L;

        TooMuch(long limit) {
            super("more than " + limit + " units of work");
        }
    }

    /** What the code did, or {@link TooMuch}. */
    static long of(Runnable code, long limit) {
        DONE[0] = 0;
        LIMIT[0] = limit;
        long before = MEMORY.getCurrentThreadAllocatedBytes();
        code.run();
        long bytes = MEMORY.getCurrentThreadAllocatedBytes() - before;
        LIMIT[0] = Long.MAX_VALUE;
        return DONE[0] + bytes / BYTES_PER_UNIT;
    }

    /** Before each branch, and at the start of each method. */
    public static void step() {
        add(1);
    }

    private static void add(long units) {
        DONE[0] += units;
        if (DONE[0] > LIMIT[0]) {
            throw new TooMuch(LIMIT[0]);
        }
    }

    /** What is called instead of the method of the same name in the JDK; a letter is less work than a branch. */
    private static void letters(long count) {
        add(1 + count / 4);
    }

    public static int indexOf(String text, String wanted, int from) {
        int found = text.indexOf(wanted, from);
        letters((found < 0 ? text.length() : found) - Math.min(Math.max(from, 0), text.length()));
        return found;
    }

    public static int indexOf(String text, String wanted) {
        return indexOf(text, wanted, 0);
    }

    public static int indexOf(String text, int wanted) {
        return indexOf(text, wanted, 0);
    }

    public static int indexOf(String text, int wanted, int from) {
        int found = text.indexOf(wanted, from);
        letters((found < 0 ? text.length() : found) - Math.min(Math.max(from, 0), text.length()));
        return found;
    }

    public static int lastIndexOf(String text, int wanted) {
        letters(text.length());
        return text.lastIndexOf(wanted);
    }

    public static int lastIndexOf(String text, int wanted, int from) {
        letters(from);
        return text.lastIndexOf(wanted, from);
    }

    public static int lastIndexOf(String text, String wanted) {
        letters(text.length());
        return text.lastIndexOf(wanted);
    }

    public static boolean contains(String text, CharSequence wanted) {
        letters(text.length());
        return text.contains(wanted);
    }

    public static int codePointCount(String text, int from, int to) {
        letters(to - from);
        return text.codePointCount(from, to);
    }

    public static boolean isBlank(String text) {
        letters(text.length());
        return text.isBlank();
    }

    public static String strip(String text) {
        letters(text.length());
        return text.strip();
    }

    public static boolean equals(String text, Object other) {
        letters(other instanceof String same && same.length() == text.length() ? text.length() : 0);
        return text.equals(other);
    }

    public static boolean matches(String text, String pattern) {
        letters(text.length());
        return text.matches(pattern);
    }

    public static int indexOf(List<?> list, Object wanted) {
        add(list.size());
        return list.indexOf(wanted);
    }

    public static boolean contains(List<?> list, Object wanted) {
        add(list.size());
        return list.contains(wanted);
    }

    public static boolean contains(Collection<?> all, Object wanted) {
        add(all instanceof List ? all.size() : 1);
        return all.contains(wanted);
    }
}
