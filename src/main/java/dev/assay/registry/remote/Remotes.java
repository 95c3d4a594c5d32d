package dev.assay.registry.remote;

import dev.assay.llm.InputException;
import dev.assay.registry.conflict.GitWork;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.RefNames;
import dev.assay.registry.remote.transport.RemoteUrls;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.URIish;

/** The remotes that a repository knows. */
public final class Remotes {
    private final Repository repository;

    public Remotes(GitWorkspace workspace) {
        repository = workspace.repository();
    }

    /** All remotes, by name. */
    public List<Remote> list() {
        StoredConfig config = repository.getConfig();
        return config.getSubsections("remote").stream()
                // Other settings may be there before the remote is, such as how long to wait for it.
                .filter(name -> config.getString("remote", name, "url") != null)
                .map(name -> new Remote(name, url(name)))
                .sorted(Comparator.comparing(Remote::name))
                .toList();
    }

    private String url(String name) {
        String url = repository.getConfig().getString("remote", name, "url");
        return url == null ? "" : RemoteUrls.redact(url);
    }

    /**
     * Adds a remote; nothing is fetched yet. A password in the address is not kept, since the settings of a repository
     * are for everybody to read.
     *
     * @throws InputException for a name that is taken or a wrong address
     */
    public void add(String name, String url) {
        RefNames.requireValid(name);
        URIish uri = RemoteUrls.withoutSecret(RemoteUrls.parse(url));
        if (list().stream().anyMatch(remote -> remote.name().equals(name))) {
            throw new InputException(
                    "There is a remote '" + name + "' already: choose another name, or remove it first");
        }
        GitWork.run(repository, "add the remote " + name, () -> {
            try (var git = new Git(repository)) {
                return git.remoteAdd().setName(name).setUri(uri).call();
            }
        });
    }

    /** Removes a remote and what is remembered of its branches; the remote itself is not touched. */
    public void remove(String name) {
        requireKnown(name);
        GitWork.run(repository, "remove the remote " + name, () -> {
            try (var git = new Git(repository)) {
                git.remoteRemove().setRemoteName(name).call();
            }
            for (var ref : repository.getRefDatabase().getRefsByPrefix("refs/remotes/" + name + "/")) {
                var update = repository.updateRef(ref.getName());
                update.setForceUpdate(true);
                update.delete();
            }
            StoredConfig config = repository.getConfig();
            for (String branch : config.getSubsections("branch")) {
                if (name.equals(config.getString("branch", branch, "remote"))) {
                    config.unset("branch", branch, "remote");
                    config.unset("branch", branch, "merge");
                }
            }
            config.save();
            return "";
        });
    }

    String requireKnown(String name) {
        List<String> names = list().stream().map(Remote::name).toList();
        if (!names.contains(name)) {
            throw new InputException("There is no remote '" + name + "'"
                    + (names.isEmpty()
                            ? ": add one with its address, such as https://host/path.git"
                            : ": there is " + String.join(", ", names)));
        }
        return name;
    }

    /** The remote that a branch is pushed to or fetched from where the user names none. */
    String usual(String branch, boolean push) {
        StoredConfig config = repository.getConfig();
        String named = push ? config.getString("branch", branch, "pushRemote") : null;
        named = named == null && push ? config.getString("remote", null, "pushDefault") : named;
        named = named == null ? new BranchConfig(config, branch).getRemote() : named;
        if (named != null && !named.equals(".")) {
            return requireKnown(named);
        }
        List<Remote> all = list();
        return all.size() == 1 ? all.getFirst().name() : requireKnown("origin");
    }
}
