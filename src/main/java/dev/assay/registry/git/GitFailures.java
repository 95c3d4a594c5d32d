package dev.assay.registry.git;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.errors.AbortedByHookException;
import org.eclipse.jgit.errors.LockFailedException;

/** Says in words for the user why git or the disk failed. */
public final class GitFailures {
    /** What exceptions put before the message of others. */
    private static final Pattern CLASS_NAMES =
            Pattern.compile("^([a-z0-9]+\\.)+([A-Z]\\w*: )(([a-z0-9]+\\.)+[A-Z]\\w*: )*");

    private GitFailures() {}

    /** The reason of a failure in a few words, without class names. */
    public static String reason(Throwable failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        if (failure instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is in the way";
        }
        if (failure instanceof NoSuchFileException file) {
            return "there is no " + file.getFile();
        }
        String message = failure.getMessage();
        Throwable cause = failure.getCause();
        boolean wrapper = message == null
                || message.startsWith("Exception caught during execution")
                || (cause != null && message.equals(cause.toString()));
        if (wrapper && cause != null) {
            return reason(cause);
        }
        return message == null
                ? failure.getClass().getSimpleName()
                : CLASS_NAMES.matcher(message.lines().findFirst().orElse("")).replaceFirst("");
    }

    /** What to throw where a commit failed. */
    public static RuntimeException ofCommit(Throwable failure, Path gitFolder, Instant now) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LockFailedException) {
                return locked(gitFolder.resolve("index.lock"), now, failure);
            }
            if (cause instanceof AbortedByHookException hook) {
                return new InputException("The " + hook.getHookName() + " hook of this repository refused the commit: "
                        + hook.getHookStdErr().strip().replaceAll("\\s*\\R\\s*", "; "));
            }
        }
        return new StorageException("Git could not commit in " + gitFolder + ": " + reason(failure), failure);
    }

    /** What to throw where a lock keeps git from writing. */
    public static LockedException locked(Path lock, Instant now, Throwable failure) {
        String age;
        try {
            Duration held = Duration.between(Files.getLastModifiedTime(lock).toInstant(), now);
            age = "for " + inWords(held.isNegative() ? Duration.ZERO : held);
        } catch (IOException e) {
            age = "until just now";
        }
        return new LockedException(
                "Git is locked by " + lock + " " + age
                        + ": wait for the other program to finish; if none is running, remove it with assay prompts unlock, or delete that file, and try again",
                lock,
                failure);
    }

    /** An age in words, such as {@code 3 h 0 min}. */
    public static String inWords(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + " d " + age.toHoursPart() + " h";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h " + age.toMinutesPart() + " min";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min " + age.toSecondsPart() + " s" : age.toSeconds() + " s";
    }
}
