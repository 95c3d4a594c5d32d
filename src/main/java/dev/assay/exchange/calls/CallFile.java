package dev.assay.exchange.calls;

import dev.assay.history.CallLog;
import dev.assay.history.search.CallEntry;
import dev.assay.history.search.CallFilter;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes calls into a file of lines. */
public final class CallFile {
    private CallFile() {}

    /**
     * Writes them, the newest first; slow.
     *
     * @param target a file that is not there yet, whose ending says what it is: {@code .jsonl} or {@code .csv}
     * @param texts whether prompts and answers go along, in JSON lines
     * @return how many calls there were
     * @throws InputException where the file is there already, or its ending says nothing
     * @throws StorageException where it cannot be written
     */
    public static long write(CallLog calls, CallFilter filter, Path target, boolean texts) {
        boolean csv = target.toString().endsWith(".csv");
        if (!csv && !target.toString().endsWith(".jsonl")) {
            throw new InputException("The ending of " + target + " says nothing: write .jsonl or .csv");
        }
        try (Writer out = Files.newBufferedWriter(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            if (csv) {
                out.write(CallLines.csvHeading() + "\r\n");
            }
            return CallPages.forEach(
                    calls, filter, page -> lines(calls, page, csv, texts).forEach(line -> write(out, line)));
        } catch (FileAlreadyExistsException e) {
            throw new InputException("There is a file " + target + " already; give another name");
        } catch (UncheckedIOException e) {
            throw failed(target, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private static Stream<String> lines(CallLog calls, List<CallEntry> page, boolean csv, boolean texts) {
        if (csv) {
            return page.stream().map(entry -> CallLines.csv(entry) + "\r\n");
        }
        return texts
                ? calls.whole(page).stream().map(call -> CallLines.json(call.entry(), call.invocation()) + "\n")
                : page.stream().map(entry -> CallLines.json(entry, null) + "\n");
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StorageException failed(Path target, IOException e) {
        return new StorageException("Cannot write " + target + ": " + e.getMessage(), e);
    }
}
