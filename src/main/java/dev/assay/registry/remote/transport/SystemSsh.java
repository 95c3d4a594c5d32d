package dev.assay.registry.remote.transport;

import dev.assay.registry.git.ExternalProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
final class SystemSsh extends SshSessionFactory {
    private final List<String> program;
    private final boolean plink;
    private final boolean mayAsk;
    private final Complaints complaints;

    private SystemSsh(List<String> program, String name, boolean mayAsk, Complaints complaints) {
        this.program = program;
        this.plink = Pattern.compile("plink(\\.exe)?\\b").matcher(name).find();
        this.mayAsk = mayAsk;
        this.complaints = complaints;
    }

    /**
     * The ssh to use, or empty where none is installed.
     *
     * @param mayAsk whether ssh may ask in the terminal that it shares with us
     */
    static Optional<SystemSsh> find(
            Config config, Map<String, String> environment, boolean mayAsk, Complaints complaints) {
        String command = environment.getOrDefault("GIT_SSH_COMMAND", "");
        String configured = config.getString("core", null, "sshCommand");
        command = command.isBlank() && configured != null ? configured : command;
        if (!command.isBlank()) {
            // Written for a shell, as git reads it; the arguments are handed over as such.
            var shell = List.of("sh", "-c", command + " \"$@\"", command);
            return Optional.of(new SystemSsh(shell, command, mayAsk, complaints));
        }
        String named = environment.getOrDefault("GIT_SSH", "");
        if (!named.isBlank()) {
            return Optional.of(new SystemSsh(List.of(named), named, mayAsk, complaints));
        }
        boolean installed = ExternalProgram.isInstalled("ssh", environment);
        return installed ? Optional.of(new SystemSsh(List.of("ssh"), "ssh", mayAsk, complaints)) : Optional.empty();
    }

    @Override
    public RemoteSession getSession(URIish uri, @Nullable CredentialsProvider credentials, FS files, int timeout) {
        RemoteUrls.requireHarmless(uri);
        return new Session(uri);
    }

    @Override
    public String getType() {
        return "system";
    }

    private final class Session implements RemoteSession {
        private final URIish uri;
        private final List<Process> running = new ArrayList<>();

        Session(URIish uri) {
            this.uri = uri;
        }

        @Override
        public Process exec(String command, int timeout) throws IOException {
            var arguments = new ArrayList<>(program);
            if (!mayAsk && !System.getenv().containsKey("SSH_ASKPASS")) {
                arguments.addAll(plink ? List.of("-batch") : List.of("-o", "BatchMode=yes"));
            }
            if (uri.getPort() > 0) {
                arguments.addAll(List.of(plink ? "-P" : "-p", String.valueOf(uri.getPort())));
            }
            arguments.add(uri.getUser() == null ? uri.getHost() : uri.getUser() + "@" + uri.getHost());
            arguments.add(command);
            var builder = new ProcessBuilder(arguments);
            if (!mayAsk) {
                builder.environment().put("SSH_ASKPASS_REQUIRE", "force");
            }
            Process process = complaints.listenTo(builder.start());
            running.add(process);
            return process;
        }

        @Override
        public void disconnect() {
            running.forEach(Process::destroy);
        }
    }
}
