package dev.assay.settings.secret;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code secret-tool} of libsecret: GNOME Keyring, KWallet and others that offer the Secret Service. */
record SecretServiceTool(ToolProcess process) implements KeychainTool {
    private static final Pattern NAME = Pattern.compile("(?m)^attribute\\.key = ([A-Za-z0-9_]+)\\r?$");

    @Override
    public Optional<String> find(String name) {
        // It ends with 1 and says nothing where there is no such secret.
        ToolProcess.Output output = process.run("", "lookup", "service", SERVICE, "key", name);
        String secret = output.text().strip();
        if (output.status() != 0 && !output.complaint().isBlank()) {
            throw output.failure("looked up " + name);
        }
        return Optional.of(secret).filter(text -> !text.isEmpty());
    }

    @Override
    public List<String> names() {
        ToolProcess.Output output = process.run("", "search", "--all", "service", SERVICE);
        // Some versions write the attributes with the complaints.
        String all = output.text() + "\n" + output.complaint();
        return NAME.matcher(all)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void put(String name, String secret) {
        process.run(secret, "store", "--label=Assay: " + name, "service", SERVICE, "key", name)
                .require("kept " + name);
    }

    @Override
    public void remove(String name) {
        process.run("", "clear", "service", SERVICE, "key", name).require("removed " + name);
    }
}
