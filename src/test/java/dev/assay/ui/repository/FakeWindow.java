package dev.assay.ui.repository;

import dev.assay.ui.fx.Failure;
import java.util.ArrayList;
import java.util.List;

/** A window that writes down what it is told. */
final class FakeWindow implements Surroundings {
    final List<String> told = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    boolean carries;
    boolean isReady = true;

    @Override
    public boolean carry(String branch, List<String> files) {
        told.add("carry " + files + " to " + branch + "?");
        return carries;
    }

    @Override
    public void failed(Failure failure) {
        failures.add(failure.summary());
    }

    @Override
    public void tell(String notice) {
        told.add(notice);
    }

    @Override
    public void ready(Runnable next) {
        if (isReady) {
            next.run();
        }
    }

    @Override
    public void changed() {}

    @Override
    public void resolve() {
        told.add("resolve");
    }
}
