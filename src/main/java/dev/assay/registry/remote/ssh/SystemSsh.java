package dev.assay.registry.remote.ssh;

import dev.assay.registry.git.ExternalProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * The user's own ssh, chosen as git chooses it ({@code GIT_SSH_COMMAND}, {@code core.sshCommand}, {@code GIT_SSH}, else
 * {@code ssh}). It knows their agent, hardware keys, settings and known hosts, and asks about new hosts itself; where it
 * cannot ask, it refuses them.
 */
public final class SystemSsh extends SshSessionFactory {
    /** How much longer than usual a first answer may take where the user may be asked something. */
    static final int TIME_TO_TYPE = 5;

    private final List<String> program;
    private final Map<String, String> environment;
    private final boolean plink;
    private final boolean mayAsk;
    private final Duration patience;
    private final Complaints complaints;
    private final Queue<WatchedProcess> running = new ConcurrentLinkedQueue<>();

    private SystemSsh(Choice choice, Map<String, String> environment, Asking asking, Complaints complaints) {
        this.program = choice.program();
        this.environment = environment;
        this.plink = Pattern.compile("plink(\\.exe)?\\b").matcher(choice.name()).find();
        this.mayAsk = asking.inTerminal();
        this.patience = asking.patience();
        this.complaints = complaints;
    }

    /**
     * How the user may be kept waiting or be asked.
     *
     * @param inTerminal whether ssh may ask in the terminal that it shares with us
     * @param patience how long the host may be silent
     */
    public record Asking(boolean inTerminal, Duration patience) {}

    private record Choice(List<String> program, String name) {}

    /** The ssh to use, or empty where none is installed. */
    public static Optional<SystemSsh> find(
            Config config, Map<String, String> environment, Asking asking, Complaints complaints) {
        return choose(config, environment).map(choice -> new SystemSsh(choice, environment, asking, complaints));
    }

    private static Optional<Choice> choose(Config config, Map<String, String> environment) {
        String command = environment.getOrDefault("GIT_SSH_COMMAND", "");
        String configured = config.getString("core", null, "sshCommand");
        command = command.isBlank() && configured != null ? configured : command;
        if (!command.isBlank()) {
            // Written for a shell, as git reads it; the arguments are handed over as such.
            return Optional.of(new Choice(List.of("sh", "-c", command + " \"$@\"", command), command));
        }
        String named = environment.getOrDefault("GIT_SSH", "");
        if (!named.isBlank()) {
            return Optional.of(new Choice(List.of(named), named));
        }
        return ExternalProgram.isInstalled("ssh", environment)
                ? Optional.of(new Choice(List.of("ssh"), "ssh"))
                : Optional.empty();
    }

    @Override
    public RemoteSession getSession(URIish uri, @Nullable CredentialsProvider credentials, FS files, int timeout) {
        return new Session(uri);
    }

    @Override
    public String getType() {
        return "system";
    }

    /** Ends what is under way. */
    public void stop() {
        running.forEach(Process::destroy);
    }

    /** Waits a moment for what is still to be said of a failure. */
    public void settle() {
        running.forEach(WatchedProcess::settle);
    }

    private List<String> arguments(URIish uri, String command) {
        var arguments = new ArrayList<>(program);
        if (!mayAsk && !environment.containsKey("SSH_ASKPASS")) {
            arguments.addAll(plink ? List.of("-batch") : List.of("-o", "BatchMode=yes"));
        }
        if (!plink) {
            arguments.addAll(List.of("-o", "ConnectTimeout=" + Math.max(1, patience.toSeconds())));
        }
        if (uri.getPort() > 0) {
            arguments.addAll(List.of(plink ? "-P" : "-p", String.valueOf(uri.getPort())));
        }
        arguments.add(uri.getUser() == null ? uri.getHost() : uri.getUser() + "@" + uri.getHost());
        arguments.add(command);
        return arguments;
    }

    private final class Session implements RemoteSession {
        private final URIish uri;
        private final List<Process> mine = new ArrayList<>();

        Session(URIish uri) {
            this.uri = uri;
        }

        @Override
        public Process exec(String command, int timeout) throws IOException {
            var builder = new ProcessBuilder(arguments(uri, command));
            builder.environment().putAll(environment);
            if (!mayAsk) {
                builder.environment().put("SSH_ASKPASS_REQUIRE", "force");
            }
            Process process = builder.start();
            Duration first = mayAsk ? patience.multipliedBy(TIME_TO_TYPE) : patience;
            var watched = new WatchedProcess(process, complaints, new Silence(process, complaints, first, patience));
            mine.add(watched);
            running.add(watched);
            return watched;
        }

        @Override
        public void disconnect() {
            mine.forEach(Process::destroy);
        }
    }
}
